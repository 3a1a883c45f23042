import type { IssuedRow } from '@/documents/issued-table'

const DIGITS = '零一二三四五六七八九'
const NUMBERS = new Map(Array.from({ length: 99 }, (_, i) => [numeral(i + 1), i + 1]))

/** Reads "（十一）完善内部控制制度", with full-width or half-width brackets and a number from 1 to 99; null if the text does not begin so. */
export function readGoalHeading(text: string): IssuedRow['goal'] | null {
  const match = /^[（(]\s*([一二三四五六七八九十]+)\s*[)）]\s*(\S.*)$/.exec(text)
  const number = match && NUMBERS.get(match[1] ?? '')
  return number ? { number, name: match[2] ?? '', text } : null
}

function numeral(number: number): string {
  const tens = Math.floor(number / 10)
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`
  return ten + (number % 10 === 0 ? '' : DIGITS[number % 10])
}
