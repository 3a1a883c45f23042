import { revalidatePath } from 'next/cache'
import type { Said } from '@/app/(signed-in)/(documents)/plans/import/forms'
import { type ActionOutcome, done } from '@/app/viewer-action'
import type { Db } from '@/db/client'
import { database } from '@/db/client'
import { answerImport } from '@/db/commands/keep-import'
import { type ImportPage, importPage } from '@/db/queries/import-page'
import { knownNames } from '@/db/queries/known-names'
import { withAnswers } from '@/documents/answers'
import { recognise } from '@/documents/read/recognise'
import type { Choices, KnownNames, Recognition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { Viewer } from '@/domain/permissions'
import { runWork } from '@/work/run-work'

export type Recognised = {
  kept: ImportPage
  document: SourceDocument
  choices: Choices
  known: KnownNames
  recognition: Recognition
}

/** An own import, understood anew from what was read and answered; null if there is none of this id. */
export async function recognisedImport(db: Db, viewer: Viewer, id: string): Promise<Recognised | null> {
  const kept = await importPage(db, viewer, id)
  if (!kept) return null
  const document = JSON.parse(kept.source) as SourceDocument
  const choices = JSON.parse(kept.choices) as Choices
  const known = await knownNames(db)
  return { kept, document, choices, known, recognition: await recognised(document, choices, known) }
}

/** So many rows take a second: they are done where nobody waits for them but who asked. */
const MANY_ROWS = 2000
const LIMITS = { timeoutMs: 60_000, memoryMb: 1024 }

async function recognised(document: SourceDocument, choices: Choices, known: KnownNames): Promise<Recognition> {
  const rows = document.tables.reduce((sum, table) => sum + table.rows, 0)
  if (rows <= MANY_ROWS) return recognise(document, choices, known)
  const outcome = await runWork('recognise', { document, choices, known }, LIMITS)
  if ('failed' in outcome) throw new Error(`recognition of ${rows} rows: ${outcome.failed}`)
  return outcome.done.recognition
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
