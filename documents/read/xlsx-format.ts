// How Excel shows a number: as a day, a month, a percentage, or plainly.

export type CellFormat = 'day' | 'month' | 'year' | 'percent' | 'general'

const MS_PER_DAY = 86_400_000
/** Days that mean dates: the years 1900 to 2199. */
const SERIAL_MAX = 109_573
const SINCE_1904 = 1462
/** Formats that Excel knows by number alone; 27 to 58 as in a Chinese Excel. */
const BUILT_IN: Record<number, CellFormat> = {
  ...Object.fromEntries([9, 10].map((id) => [id, 'percent'])),
  ...Object.fromEntries([14, 15, 16, 22, 28, 29, 30, 31, 51, 53, 54, 58].map((id) => [id, 'day'])),
  ...Object.fromEntries([17, 27, 36, 50, 52, 57].map((id) => [id, 'month'])),
}

/** By the format's number and, where the file defines it, its code. */
export function cellFormat(id: number, code: string | undefined): CellFormat {
  if (code === undefined) return BUILT_IN[id] ?? 'general'
  const bare = code
    .split(';')[0]
    ?.replace(/"[^"]*"|\\.|_.|\[[^\]]*\]/g, '')
    .toLowerCase()
  if (!bare || bare === 'general') return 'general'
  if (bare.includes('%')) return 'percent'
  if (bare.includes('d') && /[my]/.test(bare)) return 'day'
  if (bare.includes('y')) return bare.includes('m') ? 'month' : 'year'
  return 'general'
}

/** 2025年12月31日, 2025年12月, 85%, 15: without the noise of binary fractions. */
export function shownNumber(text: string, format: CellFormat, since1904: boolean): string {
  const number = Number(text)
  if (text === '' || !Number.isFinite(number)) return text
  if (format === 'percent') return `${plain(number * 100)}%`
  if (format === 'general') return plain(number)
  const serial = number + (since1904 ? SINCE_1904 : 0)
  if (serial < 1 || serial >= SERIAL_MAX) return plain(number)
  // Excel believes in 29 February 1900: the days before it are one further from the beginning.
  const day = new Date(Date.UTC(1899, 11, 30 + (serial < 60 ? 1 : 0)) + Math.floor(serial) * MS_PER_DAY)
  return chineseDay(day, format)
}

/** A day that stands in the file as text (ISO 8601). */
export function shownIsoDay(text: string): string {
  const [, year, month, day] = /^(\d{4})-(\d\d)-(\d\d)/.exec(text) ?? []
  return year ? `${year}年${Number(month)}月${Number(day)}日` : text
}

function chineseDay(day: Date, format: CellFormat): string {
  const year = `${day.getUTCFullYear()}年`
  if (format === 'year') return year
  const month = `${year}${day.getUTCMonth() + 1}月`
  return format === 'month' ? month : `${month}${day.getUTCDate()}日`
}

const plain = (number: number): string => String(Number(number.toPrecision(15)))
