import { and, eq, isNull } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { inWritableLedger } from '@/db/commands/writable'
import { plans } from '@/db/schema'
import { imports } from '@/db/schema-documents'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import type { Rhythm } from '@/domain/reporting-periods'

/**
 * `id` is the form's own: posted twice, the file is kept once. `size` in bytes, `sha256` of the content as hex; `source` is what was read,
 * as JSON.
 */
export type BroughtFile = { id: string; fileName: string; size: number; sha256: string; source: string }
export type ImportStep = { version: number } | Refusal | 'hidden'

/** Keeps a file that was read, for whoever brought it to look through. Hidden from all but supervisors. */
export function keepImport(database: Database, viewer: Viewer, file: BroughtFile, now: Instant): Promise<ImportStep> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<ImportStep>(database, async (tx) => {
    await tx
      .insert(imports)
      .values({ ...file, kind: 'plan', userId: viewer.userId, createdAt: now, choices: '{}' })
      .onConflictDoNothing()
    return { version: 1 }
  })
}

/** Keeps the answers (`choices`, all of them, as JSON) to an own import that is not carried out yet. Refused: `stale` if it was answered since. */
export function answerImport(
  database: Database,
  viewer: Viewer,
  { id, version, choices }: { id: string; version: number; choices: string },
): Promise<ImportStep> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<ImportStep>(database, async (tx) => {
    const own = and(eq(imports.id, id), eq(imports.userId, viewer.userId), isNull(imports.doneAt))
    const [row] = await tx.select({ version: imports.version }).from(imports).where(own)
    if (!row) return 'hidden'
    if (row.version !== version) return { refused: 'stale' }
    await tx
      .update(imports)
      .set({ choices, version: version + 1 })
      .where(own)
    return { version: version + 1 }
  })
}

/** What came of an import, as JSON, and the plan; `rhythm` for a new one, which a table does not tell. */
export type ImportEnd = { at: Instant; outcome: string; planId: string; rhythm?: Rhythm }

/** Marks an own import as carried out. Done twice, the first time counts. */
export function finishImport(
  database: Database,
  viewer: Viewer,
  id: string,
  { at, outcome, planId, rhythm }: ImportEnd,
): Promise<{ finished: boolean } | Refusal> {
  return inWritableLedger(database, async (tx) => {
    const own = and(eq(imports.id, id), eq(imports.userId, viewer.userId), isNull(imports.doneAt))
    const rows = await tx.update(imports).set({ doneAt: at, outcome, planId }).where(own).returning({ id: imports.id })
    const finished = rows.length > 0
    if (finished && rhythm) await tx.update(plans).set({ rhythm }).where(eq(plans.id, planId))
    return { finished }
  })
}

/** Throws an own import away that is not carried out yet: the file as read, and what was answered. */
export function discardImport(database: Database, viewer: Viewer, id: string): Promise<{ discarded: string } | Refusal | 'hidden'> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<{ discarded: string } | Refusal | 'hidden'>(database, async (tx) => {
    const rows = await tx
      .delete(imports)
      .where(and(eq(imports.id, id), eq(imports.userId, viewer.userId), isNull(imports.doneAt)))
      .returning({ fileName: imports.fileName })
    const [row] = rows
    return row ? { discarded: row.fileName } : 'hidden'
  })
}
