// The order of the early-warning board (预警): what needs attention first, and what is worth saying about it. Prompts, not scores:
// nothing is added up, each aspect only breaks the ties of the one before it.
import { type Day, daysBetween } from '@/domain/calendar'
import type { Rhythm } from '@/domain/reporting-periods'

/** The days of "within" that the board offers; a plan's own number of due-soon days comes before them. */
export const WARNING_DAYS = [7, 15, 30, 60, 90] as const

/**
 * What is at risk about an open, unclaimed task. `daysLeft` to the approved deadline, 0 on it; `behind` whole points below expected
 * progress, 0 if not below; `silentDays` since the last report, or since the task is in the plan if there was none; `unconfirmed` parts.
 */
export type Risk = { daysLeft: number; behind: number; silentDays: number; obstacles: number; unconfirmed: number }

export function riskOf(
  task: { progress: number; expected: number | null; lastReportOn: Day | null; addedOn: Day; obstacles: number },
  dueOn: Day,
  unconfirmed: number,
  day: Day,
): Risk {
  return {
    daysLeft: daysBetween(day, dueOn),
    behind: Math.max(0, (task.expected ?? 0) - task.progress),
    silentDays: Math.max(0, daysBetween(task.lastReportOn ?? task.addedOn, day)),
    obstacles: task.obstacles,
    unconfirmed,
  }
}

/** For sorting: the fewest days left first, then the farthest behind, the longest silent, the most obstacles and unconfirmed parts. */
export function byRisk(a: Risk, b: Risk): number {
  return (
    a.daysLeft - b.daysLeft ||
    b.behind - a.behind ||
    b.silentDays - a.silentDays ||
    b.obstacles - a.obstacles ||
    b.unconfirmed - a.unconfirmed
  )
}

const LONGEST_PERIOD_DAYS: Record<Rhythm, number> = { monthly: 31, quarterly: 92, none: 31 }

/** Silence up to this many days is nothing to speak of: it fits between two reports that are each in time. */
export const quietDays = (rhythm: Rhythm): number => LONGEST_PERIOD_DAYS[rhythm]
