import { revalidatePath } from 'next/cache'
import type { Said } from '@/app/(signed-in)/(documents)/plans/import/forms'
import { type ActionOutcome, done } from '@/app/viewer-action'
import type { Db } from '@/db/client'
import { database } from '@/db/client'
import { answerImport } from '@/db/commands/keep-import'
import { currentPlan } from '@/db/queries/current-plan'
import { type ImportPage, importPage } from '@/db/queries/import-page'
import { knownNames } from '@/db/queries/known-names'
import { presentTable, type StoredTable } from '@/db/queries/stored-table'
import { withAnswers } from '@/documents/answers'
import { rememberedChoices, withOwn } from '@/documents/read/remembered-choices'
import type { Choices, KnownNames, Recognition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { Viewer } from '@/domain/permissions'
import { recogniseUpload } from '@/workers/recognise-upload'
import type { WorkFailure } from '@/workers/run-work'

export type Recognised = {
  kept: ImportPage
  document: SourceDocument
  choices: Choices
  known: KnownNames
  recognition: Recognition
}
/** What was too much to understand, and why; it can still be discarded. */
export type NotRecognised = { kept: ImportPage; failed: WorkFailure }

/**
 * An own import, understood anew from what was read and answered; null if there is none of this id. `into`: the number of the plan that it
 * shall change, whose own table settled some of its doubts before.
 */
export async function recognisedImport(db: Db, viewer: Viewer, id: string, into?: number): Promise<Recognised | NotRecognised | null> {
  const kept = await importPage(db, viewer, id)
  if (!kept) return null
  const document = JSON.parse(kept.source) as SourceDocument
  const choices = JSON.parse(kept.choices) as Choices
  const known = await knownNames(db)
  const first = await recogniseUpload(document, choices, known)
  if ('failed' in first) return { kept, failed: first.failed }
  const stored = first.recognition.doubts.length > 0 ? await tableOf(db, into ?? planChangedBy(kept)) : null
  if (!stored) return { kept, document, choices, known, recognition: first.recognition }
  const again = await recogniseUpload(document, withOwn(rememberedChoices(stored, first.recognition), choices), known)
  return 'failed' in again ? { kept, failed: again.failed } : { kept, document, choices, known, recognition: again.recognition }
}

const planChangedBy = ({ outcome, plan }: ImportPage): number | undefined => (outcome?.as === 'change' ? plan?.number : undefined)

async function tableOf(db: Db, number: number | undefined): Promise<StoredTable | null> {
  const plan = number === undefined ? null : (await currentPlan(db))?.plans.find((one) => one.number === number)
  return plan ? presentTable(db, plan.id) : null
}

/** Adds answers to an import. An answer to what was answered since is refused, and stays in its form. */
export async function answered(
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  said: (choices: Choices) => Said,
): Promise<ActionOutcome> {
  const ledger = await database()
  const kept = await importPage(ledger.db, viewer, id)
  if (!kept || kept.doneAt) return 'hidden'
  if (kept.version !== version) return stale(kept.version)
  const choices = JSON.parse(kept.choices) as Choices
  const answer = said(choices)
  if ('wrong' in answer) return { refused: answer.why, field: answer.wrong }
  const outcome = await answerImport(ledger, viewer, { id, version, choices: JSON.stringify(withAnswers(choices, answer.answers)) })
  if (outcome === 'hidden') return outcome
  if ('refused' in outcome) return outcome.refused === 'stale' ? stale(version + 1) : outcome
  revalidatePath(`/plans/import/${id}`)
  return done('import.answered')
}

export const stale = (version: number): ActionOutcome => ({ refused: 'import-stale', keep: { version: String(version) } })
