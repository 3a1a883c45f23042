// What the editable working-day calendar begins with: the arrangements published each year by the General Office of the State Council
// (国务院办公厅关于部分节假日安排的通知), as collected by the package chinese-days.
import arrangements from 'chinese-days/dist/chinese-days.json'
import type { Day } from '@/domain/calendar'
import type { CalendarDayKind } from '@/domain/working-days'

/** The year in which the first plans begin. The package's lists reach further back; no plan needs them. */
const FIRST_YEAR = 2022

/**
 * The last year that the package has a published arrangement for. Its functions answer for later years too, without saying that they guess
 * (1 October 2027 would be a working day), so its lists are read instead, and this year is raised by hand when a newer package has more.
 */
export const LAST_PUBLISHED_YEAR = 2026

export type SeedDay = { day: Day; kind: CalendarDayKind; name: string }

/**
 * The published years and their days, in order: every day off of a holiday, those on a weekend too, so that the calendar can name them, and
 * the weekend days that are worked in their stead (调休), under the holiday's name.
 */
export function calendarSeed(): { years: number[]; days: SeedDay[] } {
  const years = Array.from({ length: LAST_PUBLISHED_YEAR - FIRST_YEAR + 1 }, (_, index) => FIRST_YEAR + index)
  const days = [...seedDays(arrangements.holidays, 'holiday'), ...seedDays(arrangements.workdays, 'workday')]
  return {
    years,
    days: days.filter(({ day }) => years.includes(Number(day.slice(0, 4)))).sort((a, b) => (a.day < b.day ? -1 : 1)),
  }
}

/** The package describes a day as "English name,Chinese name,days by law". */
function seedDays(described: Record<string, string>, kind: CalendarDayKind): SeedDay[] {
  return Object.entries(described).map(([day, description]) => ({ day, kind, name: description.split(',')[1] ?? description }))
}
