import { and, eq, isNotNull, lt, ne } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { newId } from '@/db/ids'
import { jobRuns } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'

/** Counts by word, as the clockwork's page shows them. */
export type RunOutcome = Record<string, number>

export async function startRun(database: Database, run: { job: string; holder: string }, now: Instant): Promise<string> {
  const id = newId()
  await database.inTransaction((tx) => tx.insert(jobRuns).values({ id, startedAt: now, ...run }))
  return id
}

/** Of runs that did nothing only the latest is kept: there is one every minute. */
export async function finishRun(
  database: Database,
  run: { id: string; job: string },
  result: { outcome: RunOutcome } | { error: string },
  now: Instant,
): Promise<void> {
  const outcome = 'outcome' in result ? JSON.stringify(result.outcome) : null
  const error = 'error' in result ? result.error : null
  const wasIdle = 'outcome' in result && isIdle(result.outcome)
  await database.inTransaction(async (tx) => {
    await tx.update(jobRuns).set({ finishedAt: now, outcome, error }).where(eq(jobRuns.id, run.id))
    if (wasIdle) await tx.delete(jobRuns).where(and(eq(jobRuns.job, run.job), eq(jobRuns.outcome, outcome ?? ''), ne(jobRuns.id, run.id)))
  })
}

/** Forgets finished runs from before that instant. */
export async function pruneRuns(database: Database, before: Instant): Promise<number> {
  const gone = await database.inTransaction((tx) =>
    tx
      .delete(jobRuns)
      .where(and(lt(jobRuns.startedAt, before), isNotNull(jobRuns.finishedAt)))
      .returning({ id: jobRuns.id }),
  )
  return gone.length
}

const isIdle = (outcome: RunOutcome): boolean => Object.values(outcome).every((count) => count === 0)
