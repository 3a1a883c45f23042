import { desc, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { RunOutcome } from '@/db/commands/record-run'
import { jobRuns, leases } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'

export type JobRun = {
  job: string
  holder: string
  startedAt: Instant
  /** Null while it runs, and for ever if its server died. */
  finishedAt: Instant | null
  outcome: RunOutcome | null
  error: string | null
}

/** The newest runs of a job, newest first. */
export async function latestRuns(db: Db, job: string, limit: number): Promise<JobRun[]> {
  const rows = await db.select().from(jobRuns).where(eq(jobRuns.job, job)).orderBy(desc(jobRuns.startedAt), desc(jobRuns.id)).limit(limit)
  return rows.map(({ holder, startedAt, finishedAt, outcome, error }) => ({
    job,
    holder,
    startedAt,
    finishedAt,
    outcome: outcome === null ? null : (JSON.parse(outcome) as RunOutcome),
    error,
  }))
}

/** When the job last ran to its end without an error; null if it never did. */
export async function lastSuccess(db: Db, job: string): Promise<Instant | null> {
  const [row] = await db
    .select({ at: sql<Instant | null>`max(${jobRuns.startedAt})` })
    .from(jobRuns)
    .where(sql`${jobRuns.job} = ${job} and ${jobRuns.outcome} is not null`)
  return row?.at ?? null
}

/** Who has the lease, or had it last; null if nobody ever had. */
export async function leaseNamed(db: Db, name: string): Promise<typeof leases.$inferSelect | null> {
  const [row] = await db.select().from(leases).where(eq(leases.name, name))
  return row ?? null
}
