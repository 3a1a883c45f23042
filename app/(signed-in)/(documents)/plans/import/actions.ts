'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { broughtTable } from '@/app/(signed-in)/(documents)/plans/import/brought-table'
import { carryOutChange, carryOutImport, outcomePath } from '@/app/(signed-in)/(documents)/plans/import/carry-out'
import * as forms from '@/app/(signed-in)/(documents)/plans/import/forms'
import { answered } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { hrefWith } from '@/app/list-query'
import { type ActionOutcome, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { discardImport as discard, keepImport } from '@/db/commands/keep-import'
import { canSetPlan } from '@/domain/permissions'

export const uploadTable = viewerAction(forms.upload, async (viewer, { formId, into, ...form }) => {
  if (!canSetPlan(viewer)) return 'hidden'
  const brought = await broughtTable(form)
  if ('refused' in brought) return brought
  const kept = await keepImport(await database(), viewer, { id: formId, ...brought }, now())
  if (kept === 'hidden' || 'refused' in kept) return kept
  redirect(hrefWith(`/plans/import/${formId}`, {}, { into }))
})

export const answerTable = viewerAction(forms.tableAnswers, async (viewer, form) =>
  answered(viewer, form, (choices) => ({ answers: forms.answersOfTable(form, choices) })),
)

export const answerDoubts = viewerAction(forms.doubtAnswers, async (viewer, form) =>
  answered(viewer, form, () => forms.answersOfDoubts(form)),
)

export const askAgain = viewerAction(forms.takenBack, async (viewer, form) =>
  answered(viewer, form, () => ({ answers: forms.answersTakenBack(form.again) })),
)

export const discardImport = viewerAction(forms.discarded, async (viewer, { id }) => {
  const outcome = await discard(await database(), viewer, id)
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  redirect('/plans/import?discarded=1')
})

export const importAsPlan = viewerAction(forms.newPlan, async (viewer, form) => shown(form.id, await carryOutImport(viewer, form)))

export const importAsChange = viewerAction(forms.planChange, async (viewer, form) => shown(form.id, await carryOutChange(viewer, form)))

// the form stands at the end of a long page, what came of it at its head
function shown(id: string, outcome: ActionOutcome): ActionOutcome {
  if (outcome !== 'hidden' && 'said' in outcome) redirect(outcomePath(id))
  // what changed since is shown with the refusal
  revalidatePath(`/plans/import/${id}`)
  return outcome
}
