import { and, desc, eq, gte, lte } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { calendarDays, calendarYears, officeEvents } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import { canSetSystem, type Viewer } from '@/domain/permissions'
import type { CalendarDayKind } from '@/domain/working-days'

export type CalendarDay = { day: Day; kind: CalendarDayKind; name: string }
type DayBefore = { kind: CalendarDayKind; name: string } | null
export type CalendarChange = { seq: number; at: Instant; by: string } & (
  | { kind: 'day_set'; day: Day; to: { kind: CalendarDayKind; name: string }; from: DayBefore }
  | { kind: 'day_removed'; day: Day; from: DayBefore }
  | { kind: 'year_published' | 'year_unpublished' }
)
export type CalendarYear = { year: number; published: boolean; days: CalendarDay[]; changes: CalendarChange[] }

/** The days of one calendar year that differ from Monday to Friday, and who changed what, the newest first; null for who may not set them. Three queries. */
export async function calendarYear(db: Db, viewer: Viewer, year: number): Promise<CalendarYear | null> {
  if (!canSetSystem(viewer)) return null
  const [known] = await db.select().from(calendarYears).where(eq(calendarYears.year, year))
  const days = await db
    .select()
    .from(calendarDays)
    .where(and(gte(calendarDays.day, `${year}-01-01`), lte(calendarDays.day, `${year}-12-31`)))
    .orderBy(calendarDays.day)
  const events = await db
    .select()
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'calendar'), eq(officeEvents.subjectId, String(year))))
    .orderBy(desc(officeEvents.seq))
    .limit(20)
  return { year, published: known?.published ?? false, days, changes: events.map(changeOf) }
}

function changeOf({ seq, recordedAt, actorName, kind, payload }: typeof officeEvents.$inferSelect): CalendarChange {
  const { day, from, ...to } = JSON.parse(payload)
  return { seq, at: recordedAt, by: actorName, kind, day, from: from ?? null, to } as CalendarChange
}
