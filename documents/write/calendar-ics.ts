import ical, { escape as escapeText, ICalCalendarMethod, ICalEventTransparency } from 'ical-generator'
import { addDays, type Day, type Instant } from '@/domain/calendar'

const SIX_HOURS = 6 * 60 * 60

/** One whole day in the calendar. `uid` is the same in every edition of the feed; `url` is absolute. */
export type CalendarEntry = { uid: string; day: Day; summary: string; description: string; url: string; categories?: string[] }

/**
 * A calendar to subscribe to (RFC 5545): each entry takes its whole day, in no time zone, and leaves its reader free. Clients are asked
 * to come again after six hours. `madeAt` stamps every entry.
 */
export function calendarIcs(name: string, entries: readonly CalendarEntry[], madeAt: Instant): string {
  const calendar = ical({
    name: escapeText(text(name), false), // the library escapes texts of entries, not the calendar's name
    method: ICalCalendarMethod.PUBLISH,
    prodId: '//reform-ledger//deadlines//ZH',
    ttl: SIX_HOURS,
    events: entries.map(({ uid, day, summary, description, url, categories = [] }) => ({
      id: oneLine(uid),
      stamp: madeAt,
      allDay: true,
      start: day, // a bare day is midnight in UTC, and is written as that day, whatever the machine's zone
      end: addDays(day, 1),
      summary: text(summary),
      description: text(description),
      url: plainUrl(url),
      categories: categories.map((category) => ({ name: text(category) })),
      transparency: ICalEventTransparency.TRANSPARENT,
    })),
  })
  return `${calendar.toString()}\r\n`
}

/** Without the control characters that RFC 5545 forbids in texts; tabs and line breaks stay. */
const text = (value: string): string => value.toWellFormed().replace(/[^\P{Cc}\t\r\n]/gu, '')
const oneLine = (value: string): string => text(value).replace(/[\t\r\n]/g, '')
/** The library escapes an address as if it were a text: what it would put a \ before is written as a percent code. */
const plainUrl = (url: string): string =>
  oneLine(url).replace(/[,;\\]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`)
