// A bulletin as it stands on paper, as plain data: page, print and Word are made of it, so that each says the same (rule 11).
import type { ProseName } from '@/domain/bulletin-prose'
import { rowOf } from '@/domain/task-number'

/** Which rows are behind a number: those of a filter of the ledger, one task, or an annex. */
export type RowsBehind = { filter: Record<string, string> } | { task: number } | { annex: string }
/** Text, or text with the way to its rows. */
export type Part = string | { text: string; to: RowsBehind }
export type SheetTable = {
  id: string
  /** `width` in characters of the body, of which a line has 28. */
  columns: { heading: string; width: number; align?: 'center' }[]
  rows: { id: string; cells: Part[][]; isTotal?: boolean }[]
}
export type Block = { parts: Part[] } | { prose: ProseName; text: string } | { table: SheetTable; note?: string }
export type SheetSection = { id: string; heading: string; blocks: Block[] }
export type Annex = { id: string; label: string; title: string; note: string; table: SheetTable }

export type BulletinSheet = {
  /** 第3期; a draft says what it is. */
  label: string
  title: string
  issuer: string
  redHead: boolean
  demo: boolean
  draft: boolean
  addressee: string
  opening: Block[]
  sections: SheetSection[]
  annexes: Annex[]
  signOff: { issuer: string; day: string } | null
  signed: string | null
  /** As-of day and basis, who issued it and when, the checksum; a line each. */
  footer: string[]
}

/** Puts a sentence together; a number stands for itself. */
export function say(texts: TemplateStringsArray, ...values: (Part | Part[] | number)[]): Part[] {
  const parts: Part[] = []
  texts.forEach((text, index) => {
    const value = values[index]
    parts.push(text, ...(value === undefined ? [] : Array.isArray(value) ? value : [typeof value === 'number' ? String(value) : value]))
  })
  return parts.filter((part) => part !== '')
}

/** A count with the way to its rows; none behind 0. */
export const counted = (count: number, to: RowsBehind): Part => (count === 0 ? '0' : { text: String(count), to })
/** By its number in the issued table: a bulletin speaks of one plan, and its readers hold that table. */
export const taskPart = (number: number): Part => ({ text: String(rowOf(number)), to: { task: number } })

/** 第3、5、17项, or the first of many: 第3、5、8项等. */
export function numbersPart(numbers: readonly number[], most = 12): Part[] {
  const shown = numbers.slice(0, most).flatMap((number, index) => (index > 0 ? ['、', taskPart(number)] : [taskPart(number)]))
  return ['第', ...shown, numbers.length > most ? '项等' : '项']
}

export const plainText = (parts: readonly Part[]): string => parts.map((part) => (typeof part === 'string' ? part : part.text)).join('')
