import { chineseNumeral } from '@/domain/chinese-numeral'
import type { IssuedRow } from '@/domain/issued-table'

const NUMBERS = new Map(Array.from({ length: 99 }, (_, i) => [chineseNumeral(i + 1), i + 1]))

const FORMS = [
  /^[（(]\s*([一二三四五六七八九十]+|\d{1,2})\s*[)）]\s*(\S.*)$/,
  /^([一二三四五六七八九十]+)\s*[、.．]\s*(\S.*)$/,
  /^第([一二三四五六七八九十]+|\d{1,2})(?:部分|章|篇|类|项)[、：:\s]*(\S.*)$/,
  /^(\d{1,2})\s*[、.．)）](?!\d)\s*(\S.*)$/,
]

/** Reads "（十一）完善内部控制制度", "一、…", "第一部分 …" or "1.…", with a number from 1 to 99; null if the text does not begin so. */
export function readGoalHeading(text: string): IssuedRow['goal'] | null {
  for (const form of FORMS) {
    const match = form.exec(text)
    const number = match && readNumeral(match[1] ?? '')
    if (number) return { number, name: match[2] ?? '', text }
  }
  return null
}

/** Which form of numeral a heading begins with, by its place among the forms; -1 for none. */
export const headingForm = (text: string): number => FORMS.findIndex((form) => form.test(text))

/** The number that "十一" or "11" means, from 1 to 99; undefined for anything else. */
export const readNumeral = (text: string): number | undefined => NUMBERS.get(text) ?? (/^[1-9]\d?$/.test(text) ? Number(text) : undefined)
