import { headers } from 'next/headers'
import { getTranslations } from 'next-intl/server'
import { z } from 'zod'
import { carryOutChange, carryOutImport, outcomePath } from '@/app/(signed-in)/(documents)/plans/import/carry-out'
import { newPlan, planChange } from '@/app/(signed-in)/(documents)/plans/import/forms'
import { formObject } from '@/app/form-object'
import { streamWork } from '@/app/progress/stream-work'
import type { ActionOutcome } from '@/app/viewer-action'
import { viewerHandler } from '@/app/viewer-handler'
import { isOwnOrigin } from '@/auth/own-origin'
import { canSetPlan } from '@/domain/permissions'

const wanted = z.union([planChange, newPlan])

/** The last step of an import of many rows: how far it is, cancellable; nothing is written before the end. */
export const POST = viewerHandler<{ id: string }>(async (viewer, request, { id }) => {
  if (!canSetPlan(viewer)) return 'hidden'
  if (!isOwnOrigin(await headers())) return 'not-permitted'
  const form = wanted.safeParse(formObject(await request.formData()))
  return streamWork(request, async (signal, report) => {
    if (!form.success || form.data.id !== id) return inWords({ refused: 'invalid' }, id)
    const work = { signal, onProgress: (done: number, total: number) => report({ done, total }) }
    const outcome = 'plan' in form.data ? await carryOutChange(viewer, form.data, work) : await carryOutImport(viewer, form.data, work)
    return inWords(outcome, id)
  })
})

async function inWords(outcome: ActionOutcome, id: string) {
  if (outcome === 'hidden') return { failed: (await getTranslations('import'))('gone') }
  if ('said' in outcome) return { href: outcomePath(id) }
  return { failed: (await getTranslations('errors'))(outcome.refused, { seq: outcome.seq ?? 0, ...outcome.values }) }
}
