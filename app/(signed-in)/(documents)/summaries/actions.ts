'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { count, day, line, positive, text } from '@/app/task-forms'
import { type ActionOutcome, done, type MessageKey, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { assembleWorkSummary, editWorkSummary, renameWorkSummary, type SummaryOutcome } from '@/db/commands/work-summaries'

/** An empty department means the whole plan. */
const wanted = z.object({ plan: positive, from: day, to: day, departmentId: line.transform((id) => id || null) })

export const assembleSummary = viewerAction(wanted, async (viewer, form): Promise<ActionOutcome> => {
  const outcome = await assembleWorkSummary(await database(), viewer, form, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  if ('done' in outcome) redirect(`/summaries/${outcome.done.id}`)
  return outcome
})

const texts = z
  .union([z.array(text), z.record(z.string(), text)])
  .default([])
  .transform((all) => Object.values(all))
const edited = z.object({
  id: z.uuid(),
  version: count,
  section: z.union([z.literal('').transform(() => null), count]),
  part: count,
  texts,
  added: text,
})

export const editSummary = viewerAction(edited, async (viewer, form) =>
  told(await editWorkSummary(await database(), viewer, form, now()), 'summaries.edited'),
)

const titled = z.object({ id: z.uuid(), version: count, title: line.pipe(z.string().min(1, 'errors.text-required')) })

export const renameSummary = viewerAction(titled, async (viewer, form) =>
  told(await renameWorkSummary(await database(), viewer, form, now()), 'summaries.renamed'),
)

function told(outcome: SummaryOutcome, words: MessageKey): ActionOutcome {
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/summaries', 'layout')
  return done(words)
}
