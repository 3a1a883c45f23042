import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { askedExport } from '@/app/export/asked-export'
import { prepareExport } from '@/app/export/prepare-export'
import { streamWork } from '@/app/progress/stream-work'
import { viewerHandler } from '@/app/viewer-handler'
import { isOwnOrigin } from '@/auth/own-origin'

/** The same file as /export, made while the page shows how far it is; then it lies ready to be fetched. */
export const POST = viewerHandler(async (viewer, request) => {
  if (!isOwnOrigin(await headers())) return 'not-permitted'
  const asked = await askedExport(viewer, request)
  if (asked === 'hidden' || asked instanceof Response) return asked
  const t = await getTranslations('longWork')
  return streamWork(request, async (signal, onProgress) => {
    const outcome = await prepareExport(viewer, asked, { signal, onProgress })
    return 'done' in outcome ? { href: `/export/prepared/${outcome.done.id}` } : { failed: t(`failed.${outcome.failed}`) }
  })
})
