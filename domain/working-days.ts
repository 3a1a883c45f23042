// Working days (工作日): Monday to Friday, but for the exceptions that the yearly arrangement names (国务院办公厅节假日安排: holidays, and
// weekend days worked in their stead, 调休). Deadlines do not move by them (rule 1); they measure waiting and reply times.
import { addDays, type Day } from '@/domain/calendar'

export const CALENDAR_DAY_KINDS = ['holiday', 'workday'] as const
export type CalendarDayKind = (typeof CALENDAR_DAY_KINDS)[number]

/** Exceptions to Monday–Friday by day (one that changes nothing does no harm), and the years whose arrangement was published: only theirs count. */
export type WorkCalendar = { exceptions: ReadonlyMap<Day, CalendarDayKind>; publishedYears: ReadonlySet<number> }

/** An exception of a published year decides; without one, Monday to Friday are worked. */
export function isWorkingDay(calendar: WorkCalendar, day: Day): boolean {
  const exception = isPublished(calendar, day) ? calendar.exceptions.get(day) : undefined
  return exception === undefined ? isWeekday(day) : exception === 'workday'
}

const isPublished = ({ publishedYears }: WorkCalendar, day: Day): boolean => publishedYears.has(Number(day.slice(0, 4)))

/** Working days after `from` up to and including `to`; 0 if `to` is not after `from`. */
export function workingDaysBetween(calendar: WorkCalendar, from: Day, to: Day): number {
  if (to <= from) return 0
  let count = weekdaysThrough(to) - weekdaysThrough(from)
  for (const [day, kind] of calendar.exceptions) {
    if (day > from && day <= to && isPublished(calendar, day)) count += Number(kind === 'workday') - Number(isWeekday(day))
  }
  return count
}

/** The `count`-th working day before `day`, itself not counted; `day` for 0. */
export function workingDayBefore(calendar: WorkCalendar, day: Day, count: number): Day {
  return step(calendar, day, count, -1)
}

/** The `count`-th working day after `day`, itself not counted; `day` for 0. */
export function workingDayAfter(calendar: WorkCalendar, day: Day, count: number): Day {
  return step(calendar, day, count, 1)
}

/**
 * The years touched by `from` to `to`, both inclusive, whose arrangement was not published, in order: Monday to Friday is assumed for
 * them, and the interface says so. None if `to` is before `from`.
 */
export function unpublishedYears(calendar: WorkCalendar, from: Day, to: Day): number[] {
  const years: number[] = []
  for (let year = yearOf(from); from <= to && year <= yearOf(to); year++) {
    if (!calendar.publishedYears.has(year)) years.push(year)
  }
  return years
}

function step(calendar: WorkCalendar, from: Day, count: number, direction: 1 | -1): Day {
  let day = from
  for (let left = count; left > 0; ) {
    day = addDays(day, direction)
    if (isWorkingDay(calendar, day)) left--
  }
  return day
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const isWeekday = (day: Day): boolean => daysSinceFirstMonday(day) % 7 < 5

/** How many days from the first Monday to `day`, both inclusive, fall on Monday to Friday. */
function weekdaysThrough(day: Day): number {
  const days = daysSinceFirstMonday(day) + 1
  return Math.floor(days / 7) * 5 + Math.min(days % 7, 5)
}

const DAY_MS = 86_400_000
/** The first day that can be written down (`isDay`) is a Monday. */
const FIRST_MONDAY = Date.parse('1900-01-01')

// A day's text alone is read as midnight UTC, so this is a whole number in every zone. A list asks for it once per row and exception.
const daysSinceFirstMonday = (day: Day): number => (Date.parse(day) - FIRST_MONDAY) / DAY_MS
