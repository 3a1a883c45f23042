// What runs when, in Shanghai.
import { Cron } from 'croner'
import { type Instant, SHANGHAI } from '@/domain/calendar'

export const JOBS = ['reminders', 'tidying', 'outbox'] as const
export type JobName = (typeof JOBS)[number]

const PATTERNS: Record<JobName, string> = { reminders: '30 7 * * *', tidying: '30 7 * * *', outbox: '* * * * *' }

/** How often the clockwork looks whether something is due. */
export const TICK = '* * * * *'

/** A run that failed, or whose server died, is made up for after so long. */
const RETRY_MS = 10 * 60_000

/** The latest instant at which the job was to run, `now` included. */
export function lastDue(job: JobName, now: Instant): Instant {
  const [at] = scheduleOf(job).previousRuns(1, new Date(Date.parse(now) + 1))
  if (!at) throw new Error(`${job} was never due`)
  return at.toISOString()
}

/** The next one after `now`. */
export function nextDue(job: JobName, now: Instant): Instant {
  const at = scheduleOf(job).nextRun(new Date(now))
  if (!at) throw new Error(`${job} is never due`)
  return at.toISOString()
}

/**
 * Whether it is to run now. `latest` and `succeeded` are the starts of its latest run, and of the latest that came to its end. However many
 * were missed, one makes up for them.
 */
export function isDue(job: JobName, { latest, succeeded }: { latest: Instant | null; succeeded: Instant | null }, now: Instant): boolean {
  const due = lastDue(job, now)
  if (succeeded !== null && succeeded >= due) return false
  return latest === null || latest < due || Date.parse(now) - Date.parse(latest) >= RETRY_MS
}

const scheduleOf = (job: JobName): Cron => new Cron(PATTERNS[job], { timezone: SHANGHAI, paused: true })
