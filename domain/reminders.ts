// When the clockwork reminds (issue: messages): what holds on the day, each thing once per period, whatever was missed in between.
import { addDays, type Day, daysBetween } from '@/domain/calendar'
import { isPastDue, periodOf, periodsUpTo, type ReportingPeriod, type ReportingRules } from '@/domain/reporting-periods'
import type { DutyRole, Part, State } from '@/domain/words'
import { type WorkCalendar, workingDayBefore } from '@/domain/working-days'

/** A task is called to mind this many days before its approved deadline; of several that were missed, the newest only. */
const DUE_SOON_DAYS = [0, 7, 30] as const
export const DUE_SOON_MOST = 30

/** Reports are called to mind from this many working days before their due day on. */
const REPORT_WORKING_DAYS = 3

/** A department's duty in a task. `dueOn` by the approved deadline; `stageMissingFrom` a 1 January, null if no stage result is missing. */
export type DutyToRemind = { state: State; dueOn: Day | null; stageMissingFrom: Day | null; role: DutyRole; part: Part }

/**
 * Of a deadline: the lead, and the cooperating departments whose part is not done; nobody of a claimed task, which waits for the supervisor.
 * `period` makes it once only: once for each threshold, once when it is overdue.
 */
export function deadlineReminder(duty: DutyToRemind, day: Day): { kind: 'due_soon' | 'overdue'; dueOn: Day; period: string } | null {
  const { state, dueOn, role, part } = duty
  const isRunning = state === 'not_started' || state === 'in_progress'
  if (dueOn === null || !isRunning || (role === 'cooperating' && part === 'done')) return null
  if (dueOn < day) return { kind: 'overdue', dueOn, period: dueOn }
  const threshold = dueSoonThreshold(dueOn, day)
  return threshold === null ? null : { kind: 'due_soon', dueOn, period: `${dueOn}:${threshold}` }
}

/** The year whose stage result the lead is reminded of: it is missing from 1 January of the next one on (rule 12). Null if none is. */
export const missingStageYear = ({ stageMissingFrom, role }: Pick<DutyToRemind, 'stageMissingFrom' | 'role'>): number | null =>
  stageMissingFrom === null || role !== 'lead' ? null : Number(stageMissingFrom.slice(0, 4)) - 1

/** The newest threshold that `day` has reached, in days; null while the deadline is further off, and once it has passed. */
export function dueSoonThreshold(dueOn: Day, day: Day): number | null {
  const left = daysBetween(day, dueOn)
  return left < 0 ? null : (DUE_SOON_DAYS.find((days) => left <= days) ?? null)
}

/** The period whose reports are due within three working days, or today; null on other days. */
export function reportDueSoon(rules: ReportingRules, calendar: WorkCalendar, day: Day): ReportingPeriod | null {
  const period = periodOf(rules, day)
  if (!period || isPastDue(period, day)) return null
  return day >= workingDayBefore(calendar, period.dueOn, REPORT_WORKING_DAYS) ? period : null
}

/** The newest period whose due day has passed; null before there is one. */
export const lastPastDue = (rules: ReportingRules, day: Day): ReportingPeriod | null =>
  periodsUpTo(rules, day, 2).find((period) => isPastDue(period, day)) ?? null

/** A reply is called to mind from the day before its date on, and once more when that has passed. */
export function replyReminder(replyBy: Day, day: Day): 'reply_due' | 'reply_overdue' | null {
  if (day > replyBy) return 'reply_overdue'
  return addDays(day, 1) >= replyBy ? 'reply_due' : null
}
