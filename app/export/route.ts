import { getLocale, getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { planOfRequest } from '@/app/ledger-context'
import { readListQuery } from '@/app/list-query'
import { viewerHandler } from '@/app/viewer-handler'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { canExport } from '@/domain/permissions'
import { exportList, FORMATS, SCOPES } from '@/exports/export-list'

const wanted = z.object({
  scope: z.enum(SCOPES).default('ledger'),
  format: z.enum(FORMATS).default('xlsx'),
  only: z.enum(['approved', 'issued']).optional(),
})

/** What is on the screen as a file: the list's own search parameters, and `scope`, `format`, `only`. 400 where they make no sense. */
export const GET = viewerHandler(async (viewer, request) => {
  const current = await planOfRequest()
  if (!canExport(viewer) || !current) return 'hidden'
  const params = Object.fromEntries(new URL(request.url).searchParams)
  const parsed = wanted.safeParse(params)
  const query = readListQuery(params, today())
  if (!parsed.success || query.asOfRefused) {
    const t = await getTranslations('errors')
    return new Response(t(query.asOfRefused ? 'as-of-refused' : 'invalid'), { status: 400 })
  }
  const { scope, format, only } = parsed.data
  const role = (await getTranslations('roles'))(viewer.role)
  const file = await exportList((await database()).db, viewer, {
    ...query,
    scope,
    format,
    locale: await getLocale(),
    basis: only ?? query.basis,
    onlyBasis: only !== undefined,
    maker: [viewer.departmentName ?? role, viewer.name].filter(Boolean).join(' '),
    madeAt: now(),
    planTitle: current.plan.title,
    demo: current.mark === 'demo',
  })
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'content-type': file.type,
      'content-disposition': `attachment; filename="ledger-${query.asOf}.${format}"; filename*=UTF-8''${encodeURIComponent(file.name)}`,
      'cache-control': 'no-store',
    },
  })
})
