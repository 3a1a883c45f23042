// The sole reader of the current time. LEDGER_TODAY moves the ledger's day; sessions always live in real time.
import { type Day, dayInShanghai, type Instant, isDay, startOfDayInShanghai } from '@/domain/calendar'
import { env } from '@/env'

const MS_PER_DAY = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** Today in Asia/Shanghai, or LEDGER_TODAY. */
export function today(): Day {
  if (!env.LEDGER_TODAY) return dayInShanghai(new Date())
  if (!isDay(env.LEDGER_TODAY)) throw new Error(`LEDGER_TODAY is not a day: ${env.LEDGER_TODAY}`)
  return env.LEDGER_TODAY
}

/** The instant that is recorded with an event: now, or the present time of day on LEDGER_TODAY. */
export function now(): Instant {
  if (!env.LEDGER_TODAY) return realNow()
  const timeOfDay = (Date.now() + SHANGHAI_OFFSET_MS) % MS_PER_DAY
  return new Date(Date.parse(startOfDayInShanghai(today())) + timeOfDay).toISOString()
}

export const isFrozen = (): boolean => env.LEDGER_TODAY !== undefined

/** The true instant, for sessions and locks only. */
export const realNow = (): Instant => new Date().toISOString()
