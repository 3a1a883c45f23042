import { calendarSeed } from '@/db/calendar-seed'
import type { Db } from '@/db/client'
import { calendarDays, calendarYears } from '@/db/schema-supervision'

/** Fills the working-day calendar with the published years that it does not know yet; what was edited stays. */
export async function seedCalendar(tx: Db): Promise<void> {
  const { years, days } = calendarSeed()
  const known = new Set((await tx.select().from(calendarYears)).map(({ year }) => year))
  const added = years.filter((year) => !known.has(year))
  if (added.length === 0) return
  await tx.insert(calendarYears).values(added.map((year) => ({ year, published: true })))
  const wanted = days.filter(({ day }) => added.includes(Number(day.slice(0, 4))))
  await tx.insert(calendarDays).values(wanted).onConflictDoNothing()
}
