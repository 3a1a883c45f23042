// Periods are made anew from the events: after a threshold has changed, or when a newer version of the ledger folds more into them.
import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { refold, refoldDuties } from '@/db/commands/refold'
import { factsOf, withRecord } from '@/db/commands/task-record'
import { ledgers, plans, taskStates, tasks } from '@/db/schema'
import type { Instant } from '@/domain/calendar'

/** Raise it when domain/periods.ts folds something new. */
const FOLD_VERSION = 1

/** Folds every task of a plan, or of all plans, again; what is no longer so is known until `now`. Answers how many tasks there were. */
export async function rebuildPeriods(tx: Db, now: Instant, planId?: string): Promise<number> {
  const found = await tx
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(planId === undefined ? undefined : eq(tasks.planId, planId))
  for (const row of found) {
    const loaded = await withRecord(tx, row)
    await refold(tx, row.task.id, factsOf(loaded), loaded.events, await afterAllKnown(tx, row.task.id, now))
    await refoldDuties(tx, loaded.duties, loaded.events, row.task.addedOn)
  }
  return found.length
}

// On a ledger that lives on a borrowed day, something may have been recorded later than now.
async function afterAllKnown(tx: Db, taskId: string, now: Instant): Promise<Instant> {
  const [row] = await tx
    .select({ latest: sql<string | null>`max(${taskStates.knownFrom})` })
    .from(taskStates)
    .where(eq(taskStates.taskId, taskId))
  const latest = row?.latest ? Date.parse(row.latest) + 1 : 0
  return new Date(Math.max(Date.parse(now), latest)).toISOString()
}

/** Brings periods that an older version made up to date. */
export async function upgradePeriods(tx: Db, now: Instant): Promise<void> {
  const [ledger] = await tx.select({ version: ledgers.foldVersion }).from(ledgers)
  if (!ledger || ledger.version >= FOLD_VERSION) return
  await rebuildPeriods(tx, now)
  await tx.update(ledgers).set({ foldVersion: FOLD_VERSION })
}
