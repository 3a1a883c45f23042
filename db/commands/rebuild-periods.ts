// Periods are made anew from the events: after a threshold has changed, or when a newer version of the ledger folds more into them. One
// transaction, so that readers see the old ones until all are made; in chunks between which the server answers others.
import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { differences, type NewStateRow, refoldDuties } from '@/db/commands/refold'
import { factsOf } from '@/db/commands/task-record'
import { eventOf } from '@/db/event-log'
import { duties, ledgers, plans, taskEvents, taskStates, tasks } from '@/db/schema'
import { FOREVER, FOREVER_AT, type Instant } from '@/domain/calendar'
import { periodsOf } from '@/domain/periods'

/** Raise it when domain/periods.ts folds something new. */
const FOLD_VERSION = 2

const TASKS_AT_ONCE = 250
/** A period has some thirty columns, and a statement takes at most 32,766 values. */
const ROWS_AT_ONCE = 500

type Found = { task: typeof tasks.$inferSelect; plan: typeof plans.$inferSelect }

/**
 * Folds every task of a plan, or of all plans, again; what is no longer so is known until `now`. `withDuties` folds the duties too, which
 * know no thresholds. Answers how many tasks there were.
 */
export async function rebuildPeriods(
  tx: Db,
  now: Instant,
  { planId, withDuties = false }: { planId?: string; withDuties?: boolean } = {},
): Promise<number> {
  const found = await tx
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(planId === undefined ? undefined : eq(tasks.planId, planId))
  for (const some of chunks(found, TASKS_AT_ONCE)) {
    await refoldSome(tx, some, now, withDuties)
    await setImmediate()
  }
  return found.length
}

async function refoldSome(tx: Db, some: readonly Found[], now: Instant, withDuties: boolean): Promise<void> {
  const ids = some.map(({ task }) => task.id)
  const events = byTask(
    await tx.select().from(taskEvents).where(inArray(taskEvents.taskId, ids)).orderBy(taskEvents.taskId, taskEvents.seq),
  )
  const current = byTask(
    await tx
      .select()
      .from(taskStates)
      .where(and(inArray(taskStates.taskId, ids), eq(taskStates.knownTo, FOREVER_AT))),
  )
  const own = withDuties
    ? byTask(
        await tx
          .select()
          .from(duties)
          .where(and(inArray(duties.taskId, ids), eq(duties.toDay, FOREVER))),
      )
    : null
  const superseded: { id: string; knownTo: Instant }[] = []
  const added: NewStateRow[] = []
  for (const row of some) {
    const { id, addedOn } = row.task
    const recorded = (events.get(id) ?? []).map(eventOf)
    const present = current.get(id) ?? []
    const knownTo = afterAllKnown(present, now)
    const change = differences(id, present, periodsOf(factsOf(row), recorded), knownTo)
    superseded.push(...change.superseded.map((state) => ({ id: state, knownTo })))
    added.push(...change.added)
    if (own) await refoldDuties(tx, own.get(id) ?? [], recorded, addedOn)
  }
  for (const [knownTo, rows] of Map.groupBy(superseded, (row) => row.knownTo))
    for (const part of chunks(rows, ROWS_AT_ONCE))
      await tx
        .update(taskStates)
        .set({ knownTo })
        .where(
          inArray(
            taskStates.id,
            part.map(({ id }) => id),
          ),
        )
  for (const part of chunks(added, ROWS_AT_ONCE)) await tx.insert(taskStates).values(part)
}

// On a ledger that lives on a borrowed day, something may have been recorded later than now. What was known last is among the present.
function afterAllKnown(present: readonly { knownFrom: Instant }[], now: Instant): Instant {
  const latest = Math.max(0, ...present.map(({ knownFrom }) => Date.parse(knownFrom) + 1))
  return new Date(Math.max(Date.parse(now), latest)).toISOString()
}

const byTask = <T extends { taskId: string }>(rows: readonly T[]): Map<string, T[]> => Map.groupBy(rows, (row) => row.taskId)

function* chunks<T>(rows: readonly T[], size: number): Generator<T[]> {
  for (let at = 0; at < rows.length; at += size) yield rows.slice(at, at + size)
}

/** Brings periods that an older version made up to date. */
export async function upgradePeriods(tx: Db, now: Instant): Promise<void> {
  const [ledger] = await tx.select({ version: ledgers.foldVersion }).from(ledgers)
  if (!ledger || ledger.version >= FOLD_VERSION) return
  await rebuildPeriods(tx, now, { withDuties: true })
  await tx.update(ledgers).set({ foldVersion: FOLD_VERSION })
}
