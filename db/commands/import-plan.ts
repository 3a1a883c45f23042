// An issued table becomes a plan beside those that there are, in one transaction: goals, tasks, duties, departments in order of first
// appearance, and for each task the event that it was imported, taking effect on the plan's first day (domain.md, rule 7).
import { sql } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { inChunks, type LongWork, unlessCancelled } from '@/db/commands/chunks'
import { confirmAliases, departmentIds } from '@/db/commands/department-ids'
import { goalIdsOf, insertRows, ROWS_AT_ONCE, type RowToImport } from '@/db/commands/insert-rows'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { type Difference, differences } from '@/db/commands/table-differences'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { knownNames } from '@/db/queries/known-names'
import { plansCalled, presentTable } from '@/db/queries/stored-table'
import { plans } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { Actor } from '@/domain/events'
import { underOwnNames } from '@/domain/own-names'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import type { PlanLayout } from '@/domain/plan-layout'
import { actorOf } from '@/domain/workflow'

/** What the table does not say of itself. Its `title` is the plan's. */
export type NewPlan = { issuer: string; documentNumber: string | null; firstDay: Day }
export type TableToImport = { title: string; rows: readonly RowToImport[] }

/**
 * `viewer` is who imports it; none at the server's own command line. `aliases`: other names of departments that were confirmed with this
 * table, alias → department. `despiteSameTitle`: a second plan of that title is wanted.
 */
export type ImportOptions = LongWork & {
  viewer?: Viewer
  layout?: PlanLayout
  shortName?: string
  aliases?: Readonly<Record<string, string>>
  despiteSameTitle?: boolean
}

/** `plan` is the new plan's number, `unchanged` the number of rows. */
export type ImportOutcome =
  | { imported: number; planId: string; plan: number }
  | { unchanged: number; planId: string; plan: number }
  | { refused: 'same-title'; plan: number; planId: string; differs: Difference[]; field?: string }
  | Refusal

/**
 * Imports a table as a new plan with the next number, opened on `time.today`. Where there is a plan of exactly this title, nothing is
 * written: it is the same table, or `same-title`, with where they differ. Refused too: `not-permitted` to all but supervisors,
 * `empty-table`, `day-in-future` for the first day, `cancelled`.
 */
export function importPlan(
  database: Database,
  table: TableToImport,
  plan: NewPlan,
  time: { today: Day; now: Instant },
  options: ImportOptions = {},
): Promise<ImportOutcome> {
  return unlessCancelled(options.signal, () =>
    inWritableLedger<ImportOutcome>(database, async (tx) => {
      if (options.viewer && !canSetPlan(options.viewer)) return { refused: 'not-permitted' }
      if (table.rows.length === 0) return { refused: 'empty-table' }
      if (plan.firstDay > time.today) return { refused: 'day-in-future', field: 'firstDay' }
      const aliases = { ...(await knownNames(tx)).aliases, ...options.aliases }
      const named = { title: table.title, rows: table.rows.map((row) => underOwnNames(row, aliases)) }
      const same = options.despiteSameTitle ? null : await comparedToSameTitle(tx, named)
      return same ?? (await insertPlan(tx, named, plan, time, options))
    }),
  )
}

async function comparedToSameTitle(tx: Db, table: TableToImport): Promise<ImportOutcome | null> {
  const [found] = await plansCalled(tx, table.title)
  const stored = found && (await presentTable(tx, found.id))
  if (!stored) return null
  const { withdrawn } = stored
  const inBoth = new Set(table.rows.map(({ number }) => number))
  const rows = stored.table.rows.filter(({ number }) => !withdrawn.has(number) || inBoth.has(number))
  const differs = differences({ ...stored.table, rows }, { title: table.title, rows: [...table.rows] })
  const about = { planId: found.id, plan: found.number }
  return differs.length === 0 ? { unchanged: rows.length, ...about } : { refused: 'same-title', field: 'title', differs, ...about }
}

const THRESHOLDS = { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 }
const OPERATOR: Actor = { userId: null, name: '', post: '', role: 'system', departmentId: null, departmentName: null }

async function insertPlan(
  tx: Db,
  table: TableToImport,
  given: NewPlan,
  { today, now }: { today: Day; now: Instant },
  { viewer, layout, shortName, aliases = {}, onProgress, signal }: ImportOptions,
): Promise<ImportOutcome> {
  const [last] = await tx.select({ number: sql<number>`coalesce(max(${plans.number}), 0)` }).from(plans)
  const plan = { id: newId(), number: Number(last?.number ?? 0) + 1, ...THRESHOLDS }
  await tx.insert(plans).values({
    ...plan,
    title: table.title,
    shortName: shortName?.trim() || null,
    issuer: given.issuer,
    documentNumber: given.documentNumber,
    firstDay: given.firstDay,
    openedOn: today,
    layout: layout ? JSON.stringify(layout) : null,
    importedAt: now,
  })
  await confirmAliases(tx, aliases, viewer ?? null, now)
  const into = {
    plan,
    goalIds: await goalIdsOf(
      tx,
      plan.id,
      table.rows.map(({ goal }) => goal),
    ),
    departmentIds: await departmentIds(
      tx,
      table.rows.flatMap((row) => row.departments.map(({ name }) => name)),
    ),
    start: given.firstDay,
    now,
    actor: viewer ? actorOf(viewer) : OPERATOR,
  }
  await inChunks(table.rows, ROWS_AT_ONCE, { onProgress, signal }, (some) => insertRows(tx, some, into))
  if (viewer) {
    const payload = { title: table.title, number: plan.number, tasks: table.rows.length }
    await recordOfficeEvent(tx, { subject: 'plan', subjectId: plan.id, kind: 'imported', payload }, viewer, now)
  }
  return { imported: table.rows.length, planId: plan.id, plan: plan.number }
}
