// A department's sheet that was filled in offline: kept, applied row by row, each in its own transaction (domain.md, rules 13 and 14).
import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { inWritableLedger } from '@/db/commands/writable'
import { imports } from '@/db/schema-documents'
import type { Day, Instant } from '@/domain/calendar'
import type { Command, Refusal } from '@/domain/commands'
import { isOfficerOf, type Viewer } from '@/domain/permissions'

/** Who fills in a department's sheet: its officers, and supervisors on its behalf. */
export const canFillSheet = (viewer: Viewer, departmentId: string): boolean =>
  viewer.role === 'supervisor' || isOfficerOf(viewer, departmentId)

/** `id` is the form's own: posted twice, the sheet is kept once. `size` in bytes, `sha256` as hex, `source` what was read, as JSON. */
export type BroughtSheet = { id: string; departmentId: string; fileName: string; size: number; sha256: string; source: string }

/** Keeps a sheet that was read; one that this person brought before and did not finish is thrown away. */
export function keepSheet(
  database: Database,
  viewer: Viewer,
  sheet: BroughtSheet,
  now: Instant,
): Promise<{ kept: string } | Refusal | 'hidden'> {
  if (!canFillSheet(viewer, sheet.departmentId)) return Promise.resolve('hidden')
  return inWritableLedger<{ kept: string } | Refusal | 'hidden'>(database, async (tx) => {
    const [same] = await tx.select({ userId: imports.userId }).from(imports).where(eq(imports.id, sheet.id))
    if (same) return same.userId === viewer.userId ? { kept: sheet.id } : 'hidden'
    await tx.delete(imports).where(unfinished(viewer, sheet.departmentId))
    await tx.insert(imports).values({ ...sheet, kind: 'sheet', userId: viewer.userId, createdAt: now, choices: '{}' })
    return { kept: sheet.id }
  })
}

/** Throws the sheet away that is not finished. What was saved from it stays saved. */
export function discardSheet(database: Database, viewer: Viewer, departmentId: string): Promise<{ discarded: true } | Refusal | 'hidden'> {
  if (!canFillSheet(viewer, departmentId)) return Promise.resolve('hidden')
  return inWritableLedger<{ discarded: true } | Refusal | 'hidden'>(database, async (tx) => {
    const rows = await tx.delete(imports).where(unfinished(viewer, departmentId)).returning({ id: imports.id })
    return rows.length > 0 ? { discarded: true } : 'hidden'
  })
}

const unfinished = (viewer: Viewer, departmentId: string) =>
  and(eq(imports.kind, 'sheet'), eq(imports.userId, viewer.userId), eq(imports.departmentId, departmentId), isNull(imports.doneAt))

/** `version` is that which the reader had before the eyes. */
export type SheetRow = { number: number; version: number; command: Command }
export type RowOutcome = { saved: number } | Refusal

/** Carries out the rows one after the other, and says by number what became of each. A row that was saved before from this sheet counts once. */
export async function applySheet(
  database: Database,
  viewer: Viewer,
  { id, rows }: { id: string; rows: readonly SheetRow[] },
  time: { today: Day; now: Instant },
): Promise<Map<number, RowOutcome>> {
  const outcomes = new Map<number, RowOutcome>()
  for (const { number, version, command } of rows) {
    const outcome = await changeTask(database, viewer, { number, version, formId: `${id}:${number}`, command }, time)
    if (outcome === 'hidden') outcomes.set(number, { refused: 'not-permitted' })
    else outcomes.set(number, 'done' in outcome ? { saved: outcome.done.seq } : outcome)
    await new Promise((resume) => setImmediate(resume)) // others write in between
  }
  return outcomes
}

/** Keeps what was answered and what came of it, as JSON; with `at` the sheet is finished. Refused: `stale` if another window answered since. */
export function recordSheet(
  database: Database,
  viewer: Viewer,
  { id, version, choices, at }: { id: string; version: number; choices: string; at: Instant | null },
): Promise<{ version: number } | Refusal> {
  return inWritableLedger<{ version: number } | Refusal>(database, async (tx) => {
    const rows = await tx
      .update(imports)
      .set({ choices, version: version + 1, doneAt: at, outcome: at === null ? null : choices })
      .where(and(eq(imports.id, id), eq(imports.userId, viewer.userId), eq(imports.version, version), isNull(imports.doneAt)))
      .returning({ id: imports.id })
    return rows.length === 1 ? { version: version + 1 } : { refused: 'stale' }
  })
}
