import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { calendarDays, calendarYears } from '@/db/schema-supervision'
import type { WorkCalendar } from '@/domain/working-days'

/** The working-day calendar, in two queries. It is the same for everyone and holds no secret. */
export async function workCalendar(db: Db): Promise<WorkCalendar> {
  const days = await db.select({ day: calendarDays.day, kind: calendarDays.kind }).from(calendarDays)
  const years = await db.select({ year: calendarYears.year }).from(calendarYears).where(eq(calendarYears.published, true))
  return { exceptions: new Map(days.map(({ day, kind }) => [day, kind])), publishedYears: new Set(years.map(({ year }) => year)) }
}
