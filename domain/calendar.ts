import { TZDate } from '@date-fns/tz'
import { addDays as addToDate, differenceInCalendarDays, format, isValid, lastDayOfMonth as lastDateOfMonth, parseISO } from 'date-fns'

/** A calendar day in Asia/Shanghai as text, `YYYY-MM-DD` (domain.md, rule 1). Days compare as text. */
export type Day = string
/** An instant as UTC text with milliseconds, `2026-11-22T08:00:00.000Z`. Instants compare as text. */
export type Instant = string

export const SHANGHAI = 'Asia/Shanghai'
/** The open end of a period: later than every day, respectively every instant. */
export const FOREVER: Day = '9999-12-31'
export const FOREVER_AT: Instant = '9999-12-31T00:00:00.000Z'

const DAY = 'yyyy-MM-dd'

/** True for a day that exists, between 1900-01-01 and 9998-12-31, in the form YYYY-MM-DD. */
export function isDay(text: string): text is Day {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && isValid(toDate(text)) && text >= '1900-01-01' && text < '9999-01-01'
}

/** The Shanghai day on which an instant falls. */
export function dayInShanghai(at: Instant | Date): Day {
  return format(new TZDate(new Date(at).getTime(), SHANGHAI), DAY)
}

/** The time of day in Shanghai to the minute, `09:30`. */
export function timeInShanghai(at: Instant | Date): string {
  return format(new TZDate(new Date(at).getTime(), SHANGHAI), 'HH:mm')
}

/** The first instant of a Shanghai day. */
export function startOfDayInShanghai(day: Day): Instant {
  return new Date(`${day}T00:00:00+08:00`).toISOString()
}

export function addDays(day: Day, days: number): Day {
  return format(addToDate(toDate(day), days), DAY)
}

/** Whole calendar days from `from` to `to`; negative if `to` is earlier. */
export function daysBetween(from: Day, to: Day): number {
  return differenceInCalendarDays(toDate(to), toDate(from))
}

/** The last day of the month that `day` lies in. */
export function lastDayOfMonth(day: Day): Day {
  return format(lastDateOfMonth(toDate(day)), DAY)
}

/** A day that exists, from numbers as a person writes them (month 1-12); null if there is no such day. */
export function dayOf(year: number, month: number, dayOfMonth: number): Day | null {
  const text = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(dayOfMonth).padStart(2, '0')}`
  return isDay(text) ? text : null
}

export const earlierOf = (a: Day, b: Day): Day => (a < b ? a : b)
export const laterOf = (a: Day, b: Day): Day => (a > b ? a : b)

// Days are pure calendar values, so the machine's own zone serves for counting: no instant is ever derived from these dates.
function toDate(day: Day): Date {
  return parseISO(day)
}
