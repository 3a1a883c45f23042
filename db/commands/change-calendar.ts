// The working-day calendar is kept by hand: each year's arrangement is published late in the year before (国务院办公厅节假日安排的通知).
import { eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { calendarDays, calendarYears } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetSystem, type Viewer } from '@/domain/permissions'
import { type CalendarDayKind, isWorkingDay } from '@/domain/working-days'

export type CalendarOutcome =
  | { changed: true }
  | Refusal
  | { refused: 'unchanged' | 'text-required' | 'calendar-weekday'; field?: string }
  | 'hidden'

/**
 * Adds a day that differs from Monday to Friday, or changes it. A holiday needs its name; only Saturdays and Sundays are worked in
 * another day's stead. Hidden from all but administrators, like the rest of this file.
 */
export function setCalendarDay(
  database: Database,
  viewer: Viewer,
  set: { day: Day; kind: CalendarDayKind; name: string },
  now: Instant,
): Promise<CalendarOutcome> {
  return inCalendar(database, viewer, async (tx) => {
    if (set.kind === 'holiday' && !set.name) return { refused: 'text-required', field: 'name' }
    if (set.kind === 'workday' && isWeekday(set.day)) return { refused: 'calendar-weekday', field: 'day' }
    const before = await calendarDay(tx, set.day)
    if (before?.kind === set.kind && before.name === set.name) return { refused: 'unchanged' }
    await tx
      .insert(calendarDays)
      .values(set)
      .onConflictDoUpdate({ target: calendarDays.day, set: { kind: set.kind, name: set.name } })
    await record(tx, viewer, now, yearOf(set.day), 'day_set', { ...set, from: before ? { kind: before.kind, name: before.name } : null })
    return { changed: true }
  })
}

/** The day is again what its weekday says. */
export function removeCalendarDay(database: Database, viewer: Viewer, day: Day, now: Instant): Promise<CalendarOutcome> {
  return inCalendar(database, viewer, async (tx) => {
    const before = await calendarDay(tx, day)
    if (!before) return { refused: 'unchanged' }
    await tx.delete(calendarDays).where(eq(calendarDays.day, day))
    await record(tx, viewer, now, yearOf(day), 'day_removed', { day, from: { kind: before.kind, name: before.name } })
    return { changed: true }
  })
}

/** Says whether the year's arrangement was published and is in the calendar. */
export function setYearPublished(
  database: Database,
  viewer: Viewer,
  { year, published }: { year: number; published: boolean },
  now: Instant,
): Promise<CalendarOutcome> {
  return inCalendar(database, viewer, async (tx) => {
    const [before] = await tx.select().from(calendarYears).where(eq(calendarYears.year, year))
    if ((before?.published ?? false) === published) return { refused: 'unchanged' }
    await tx.insert(calendarYears).values({ year, published }).onConflictDoUpdate({ target: calendarYears.year, set: { published } })
    await record(tx, viewer, now, year, published ? 'year_published' : 'year_unpublished', { year })
    return { changed: true }
  })
}

function inCalendar(database: Database, viewer: Viewer, body: (tx: Db) => Promise<CalendarOutcome>): Promise<CalendarOutcome> {
  return canSetSystem(viewer) ? inWritableLedger<CalendarOutcome>(database, body) : Promise.resolve('hidden')
}

async function calendarDay(tx: Db, day: Day): Promise<typeof calendarDays.$inferSelect | undefined> {
  const [row] = await tx.select().from(calendarDays).where(eq(calendarDays.day, day))
  return row
}

async function record(tx: Db, viewer: Viewer, now: Instant, year: number, kind: string, payload: Record<string, unknown>): Promise<void> {
  await recordOfficeEvent(tx, { subject: 'calendar', subjectId: String(year), kind, payload }, viewer, now)
}

const yearOf = (day: Day): number => Number(day.slice(0, 4))

const WITHOUT_EXCEPTIONS = { exceptions: new Map(), publishedYears: new Set<number>() }
const isWeekday = (day: Day): boolean => isWorkingDay(WITHOUT_EXCEPTIONS, day)
