import { type Day, dayOf, lastDayOfMonth } from '@/domain/calendar'

export type Precision = 'day' | 'month' | 'none'

/** A deadline as issued. `dueOn` is the last day on time, inclusive; null means long-term, never overdue (rules 1 and 12). */
export type Deadline = { issued: string; precision: Precision; dueOn: Day | null }

const LONG_TERM = /^(?:长期|长期坚持|长期推进|持续推进|持续开展|持续坚持|常年坚持)$/
const BY_THE_END = '(?:底|末)?(?:之|以)?前?'
const DASHED = /^(\d{4})([-‐‑–./])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)/
const DAY = /^(\d{4})年(\d{1,2})月(\d{1,2})[日号](?:之|以)?前?$/
const MONTH = new RegExp(`^(\\d{4})年(\\d{1,2})月份?${BY_THE_END}$`)
const YEAR_END = /^(\d{4})年?年(?:底|末)(?:之|以)?前?$/

/**
 * Reads a deadline as an office writes it, in full-width or half-width characters. "前" and "底前" include the named day itself,
 * as the office means them (rule 1: a month falls due on its last day). `issued` keeps the characters of the source without its
 * spaces and line breaks. Null if the text is in no known form or names a day that does not exist: the caller must ask, never guess.
 */
export function readDeadline(text: string): Deadline | null {
  const issued = text.replace(/\s+/g, '')
  const plain = issued.normalize('NFKC').replace(DASHED, (_, year, _dash, month, day) => `${year}年${month}月${day ? `${day}日` : ''}`)
  if (LONG_TERM.test(plain)) return { issued, precision: 'none', dueOn: null }

  const day = DAY.exec(plain)
  if (day) {
    const dueOn = dayOf(Number(day[1]), Number(day[2]), Number(day[3]))
    return dueOn === null ? null : { issued, precision: 'day', dueOn }
  }
  const month = MONTH.exec(plain) ?? YEAR_END.exec(plain)
  const first = month && dayOf(Number(month[1]), Number(month[2] ?? 12), 1)
  return first ? { issued, precision: 'month', dueOn: lastDayOfMonth(first) } : null
}
