import type { Db } from '@/db/client'
import { type JobRun, lastSuccess, latestRuns, leaseNamed } from '@/db/queries/latest-runs'
import type { Instant } from '@/domain/calendar'
import { canSetSystem, type Viewer } from '@/domain/permissions'

export type JobStanding = { job: string; latest: JobRun | null; succeededAt: Instant | null; recent: JobRun[] }
export type ClockworkStanding = { jobs: JobStanding[]; lease: { holder: string; until: Instant } | null }

const RUNS_SHOWN = 10

/** How the jobs stand, in two queries for each and one for the lease. Nothing for those who may not set the system. */
export async function clockworkStanding(db: Db, viewer: Viewer, names: readonly string[], lease: string): Promise<ClockworkStanding> {
  if (!canSetSystem(viewer)) return { jobs: [], lease: null }
  const jobs: JobStanding[] = []
  for (const job of names) {
    const recent = await latestRuns(db, job, RUNS_SHOWN)
    jobs.push({ job, recent, latest: recent[0] ?? null, succeededAt: await lastSuccess(db, job) })
  }
  return { jobs, lease: await leaseNamed(db, lease) }
}
