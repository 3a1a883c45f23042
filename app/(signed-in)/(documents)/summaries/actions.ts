'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import { z } from 'zod'
import { count, day, line, positive, text } from '@/app/task-forms'
import { type ActionOutcome, done, type MessageKey, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import {
  assembleWorkSummary,
  discardWorkSummary,
  editWorkSummary,
  renameWorkSummary,
  type SummaryOutcome,
} from '@/db/commands/work-summaries'

/** An empty department means the whole plan. `again`: though there is one like it. */
const wanted = z.object({
  plan: positive,
  from: day,
  to: day,
  departmentId: line.transform((id) => id || null),
  again: line.transform((pressed) => pressed !== ''),
})

export const assembleSummary = viewerAction(wanted, async (viewer, form): Promise<ActionOutcome> => {
  const outcome = await assembleWorkSummary(await database(), viewer, form, { today: today(), now: now() })
  if (outcome === 'hidden') return outcome
  if ('id' in outcome) return { refused: outcome.refused, keep: { existing: outcome.id } }
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

const about = z.object({ id: z.uuid(), version: count })

export const discardSummary = viewerAction(about, async (viewer, form): Promise<ActionOutcome> => {
  const outcome = told(await discardWorkSummary(await database(), viewer, form, now()), 'summaries.discarded')
  if (outcome !== 'hidden' && 'said' in outcome) redirect('/summaries?discarded=1')
  return outcome
})

function told(outcome: SummaryOutcome, words: MessageKey): ActionOutcome {
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/summaries', 'layout')
  return done(words)
}
