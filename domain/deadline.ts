import { type Day, dayOf, lastDayOfMonth } from '@/domain/calendar'

export type Precision = 'day' | 'month' | 'none'

/** A deadline as issued. `dueOn` is the last day on time, inclusive; null means long-term, never overdue (rules 1 and 12). */
export type Deadline = { issued: string; precision: Precision; dueOn: Day | null }

const LONG_TERM = /^(?:长期|常年|持续|常态化)(?:坚持|推进|开展|实施|落实|执行|进行|保持)?$|^每年.*$/
const IN_TIME = '(?:之|以)?前?(?:完成)?'
const BY_THE_END = `(?:底|末)?${IN_TIME}`
const DASHED = /^(\d{4})([-‐‑–./])(\d{1,2})(?:\2(\d{1,2}))?(?!\d)/
const DAY = new RegExp(`^(\\d{4})年(\\d{1,2})月(\\d{1,2})[日号]${IN_TIME}$`)
const TEN_DAYS = new RegExp(`^(\\d{4})年(\\d{1,2})月份?([上中下])旬${BY_THE_END}$`)
const MONTH = new RegExp(`^(\\d{4})年(\\d{1,2})月份?${BY_THE_END}$`)
const QUARTER = new RegExp(`^(\\d{4})年第?([1-4一二三四])季度${BY_THE_END}$`)
const HALF = new RegExp(`^(\\d{4})年([上下])半年${BY_THE_END}$`)
const YEAR_END = new RegExp(`^(\\d{4})年?年(?:底|末)${IN_TIME}$`)

/**
 * Reads a deadline as an office writes it, in full-width, half-width or Chinese figures. "前" and "底前" include the named day itself,
 * as the office means them (rule 1: a month falls due on its last day); 上旬 and 中旬 end on the 10th and the 20th, a quarter and half
 * a year with their last month. `issued` keeps the characters of the source without its spaces and line breaks. Null if the text is in
 * no known form, says no year, or names a day that does not exist: the caller must ask, never guess.
 */
export function readDeadline(text: string): Deadline | null {
  const issued = text.replace(/\s+/g, '')
  const plain = inFigures(issued)
  if (LONG_TERM.test(plain)) return { issued, precision: 'none', dueOn: null }

  const day = DAY.exec(plain) ?? TEN_DAYS.exec(plain)
  if (day) {
    const dueOn = dayIn(Number(day[1]), Number(day[2]), day[3] ?? '')
    return dueOn === null ? null : { issued, precision: 'day', dueOn }
  }
  const found = lastMonth(plain)
  const first = found && dayOf(found.year, found.month, 1)
  return first ? { issued, precision: 'month', dueOn: lastDayOfMonth(first) } : null
}

/**
 * What an unreadable deadline may mean, the likeliest first: the readable parts of the text, and a month without a year in each of
 * `years`. For a person to choose from; none of them is ever taken by itself.
 */
export function deadlineGuesses(text: string, years: readonly number[] = []): string[] {
  const plain = inFigures(text.replace(/\s+/g, ''))
  const whole = plain.split(/[，,；;、（）()至~]|\d{4}年?[-–—](?=\d{4}年)/).filter((part) => readDeadline(part))
  const inYears = [...plain.matchAll(/(\d{4})年(?:内|度|全年)?(?![\d底末上下第一二三四])/g)].map((match) => `${match[1]}年底`).reverse()
  const ends = [...plain.matchAll(/(\d{4}年)\d{1,2}月[至到~—–-](\d{1,2}月)/g)].map((match) => `${match[1]}${match[2]}`)
  const within = [...plain.matchAll(/\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?|[底末])/g)].map(([words]) => words).reverse()
  const month = /(?:^|[^\d年])(\d{1,2})月/.exec(plain)
  const hasYear = /\d{4}/.test(plain)
  const withYears = hasYear
    ? []
    : years.flatMap((year) => (month ? [`${year}年${month[1]}月`] : /年(?:底|末)|年内|全年/.test(plain) ? [`${year}年底`] : []))
  const forms = [...ends, ...whole, ...within, ...inYears, ...withYears, ...(/长期|持续|常态/.test(plain) ? ['长期坚持'] : [])]
  return [...new Set(forms)].filter((form) => readDeadline(form) !== null)
}

const DIGITS = '〇一二三四五六七八九'

/** Half-width figures for full-width and Chinese ones, and 年月日 for dashes, points and slashes. */
function inFigures(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[〇○零一二三四五六七八九]{4}(?=年)/g, (year) => [...year].map(digit).join(''))
    .replace(/(?<=年)[一二三四五六七八九十]{1,3}(?=月)|(?<=月)[一二三四五六七八九十]{1,3}(?=[日号])/g, (number) =>
      String(belowHundred(number)),
    )
    .replace(DASHED, (_, year, _dash, month, day) => `${year}年${month}月${day ? `${day}日` : ''}`)
}

const digit = (character: string): number => (character === '○' || character === '零' ? 0 : DIGITS.indexOf(character))

function belowHundred(number: string): number {
  const [tens = '', ones = ''] = number.includes('十') ? number.split('十') : ['0', number]
  return (tens === '' ? 1 : Math.max(0, digit(tens))) * 10 + (ones === '' ? 0 : digit(ones))
}

const TENTHS: Record<string, number> = { 上: 10, 中: 20 }

function dayIn(year: number, month: number, day: string): Day | null {
  if (day !== '下') return dayOf(year, month, TENTHS[day] ?? Number(day))
  const first = dayOf(year, month, 1)
  return first && lastDayOfMonth(first)
}

function lastMonth(plain: string): { year: number; month: number } | null {
  const quarter = QUARTER.exec(plain)
  if (quarter) return { year: Number(quarter[1]), month: 3 * (Number(quarter[2]) || digit(quarter[2] ?? '')) }
  const half = HALF.exec(plain)
  if (half) return { year: Number(half[1]), month: half[2] === '上' ? 6 : 12 }
  const month = MONTH.exec(plain) ?? YEAR_END.exec(plain)
  return month && { year: Number(month[1]), month: Number(month[2] ?? 12) }
}
