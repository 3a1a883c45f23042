// When messages leave the house, and how often it is tried again.
import { TZDate } from '@date-fns/tz'
import { format } from 'date-fns'
import { dayInShanghai, type Instant, SHANGHAI } from '@/domain/calendar'
import { isWorkingDay, type WorkCalendar } from '@/domain/working-days'

/** The day's digest is made from this time on, in Shanghai. */
const DIGEST_FROM = '08:30'

/** Minutes from one failed attempt to the next. After the last of them, some three days, it is given up. */
const WAITS = [1, 5, 15, 60, 240, 720, 720, 720, 720, 720, 720]
const MS_PER_MINUTE = 60_000

/** Longer than any channel takes to answer or to give up. */
const CLAIM_MINUTES = 5

/** On working days from 08:30 on. */
export function isDigestTime(calendar: WorkCalendar, now: Instant): boolean {
  const time = format(new TZDate(Date.parse(now), SHANGHAI), 'HH:mm')
  return isWorkingDay(calendar, dayInShanghai(now)) && time >= DIGEST_FROM
}

/** The earliest instant of the next attempt after `attempts` failed ones, the last of them `now`; null: given up. */
export function nextAttempt(attempts: number, now: Instant): Instant | null {
  const minutes = WAITS[attempts - 1]
  return minutes === undefined ? null : new Date(Date.parse(now) + minutes * MS_PER_MINUTE).toISOString()
}

/** Until when what is being sent belongs to its sender, exclusive. */
export const claimedUntil = (now: Instant): Instant => new Date(Date.parse(now) + CLAIM_MINUTES * MS_PER_MINUTE).toISOString()
