// A plan's reporting rhythm: in which period a day lies, by when its reports are due, and how many periods in a row were missed.
// A task has reported in a period if a report or "no change" lies in it; after the due day it is missing until one does.
import { addDays, type Day, lastDayOfMonth } from '@/domain/calendar'
import type { State } from '@/domain/words'

export const RHYTHMS = ['monthly', 'quarterly', 'none'] as const
export type Rhythm = (typeof RHYTHMS)[number]

/** The states in which a task owes reports: a claimed one waits for the supervisor. */
export const OWES_REPORT: readonly State[] = ['not_started', 'in_progress']

/** The day of the month by which reports are due, unless the plan says otherwise; at most 28, so that every month has it. */
export const DEFAULT_REPORT_DAY = 25
export const LAST_REPORT_DAY = 28

/** `reportDay` 1 to 28, in the last month of a period; the first period is the first that starts on or after `reportingFrom`. */
export type ReportingRules = { rhythm: Rhythm; reportDay: number; reportingFrom: Day }

/** A calendar month or quarter. `key` is `2026-11` or `2026-Q4`; `from`, `to` and `dueOn` are inclusive. */
export type ReportingPeriod = { key: string; from: Day; to: Day; dueOn: Day }

/** The period that `day` lies in; null before the first one, or without a rhythm. */
export function periodOf(rules: ReportingRules, day: Day): ReportingPeriod | null {
  if (rules.rhythm === 'none') return null
  const period = rules.rhythm === 'monthly' ? monthOf(day, rules.reportDay) : quarterOf(day, rules.reportDay)
  return period.from < rules.reportingFrom ? null : period
}

/** The latest `count` periods that have begun by `day`, newest first; fewer where the rhythm is younger. */
export function periodsUpTo(rules: ReportingRules, day: Day, count: number): ReportingPeriod[] {
  const periods: ReportingPeriod[] = []
  let period = periodOf(rules, day)
  while (period !== null && periods.length < count) {
    periods.push(period)
    period = periodOf(rules, addDays(period.from, -1))
  }
  return periods
}

/** The due day itself is still in time. */
export const isPastDue = (period: ReportingPeriod, day: Day): boolean => day > period.dueOn

/** By default the rhythm starts with the month after the ledger was opened: that month's first day. */
export function firstReportingDay(openedOn: Day): Day {
  return addDays(lastDayOfMonth(openedOn), 1)
}

/**
 * How many periods in a row were missed, counted back from the newest. `missed` is newest first and begins with the newest period whose
 * due day has passed: one that is still running is neither kept nor missed.
 */
export function missedInARow(missed: readonly boolean[]): number {
  const newestKept = missed.indexOf(false)
  return newestKept === -1 ? missed.length : newestKept
}

function monthOf(day: Day, reportDay: number): ReportingPeriod {
  const key = day.slice(0, 7)
  return { key, from: `${key}-01`, to: lastDayOfMonth(day), dueOn: dayIn(key, reportDay) }
}

function quarterOf(day: Day, reportDay: number): ReportingPeriod {
  const year = day.slice(0, 4)
  const quarter = Math.ceil(Number(day.slice(5, 7)) / 3)
  const month = (number: number) => `${year}-${twoDigits(number)}`
  const lastMonth = month(quarter * 3)
  return {
    key: `${year}-Q${quarter}`,
    from: `${month(quarter * 3 - 2)}-01`,
    to: lastDayOfMonth(`${lastMonth}-01`),
    dueOn: dayIn(lastMonth, reportDay),
  }
}

const dayIn = (month: string, dayOfMonth: number): Day => `${month}-${twoDigits(dayOfMonth)}`

const twoDigits = (number: number): string => String(number).padStart(2, '0')
