import { readFileSync } from 'node:fs'
import { doubtText } from '@/documents/read/doubt-text'
import { recogniseText } from '@/documents/read/issued-text'
import { type Choices, type Doubt, issuedTableOf } from '@/documents/recognition'

// For tests: the issued table, and ways to change and read it.

export const MANCHENG = readFileSync(new URL('../issued/mancheng.txt', import.meta.url), 'utf8')
export const HEADER = '\t序号\n\t目标任务\n\t任务描述\n\t具  体  措  施\n\t责任部门\n\t完成时限\n'

export type TableOf = NonNullable<ReturnType<typeof issuedTableOf>>

export function tableOf(text: string, known: string[] = [], choices: Choices = {}): TableOf {
  const read = recogniseText(text, { departments: known, aliases: {} }, choices)
  const table = issuedTableOf(read)
  if (!table) throw new Error(read.doubts.map((doubt) => doubtText(doubt, 'en')).join('\n'))
  return table
}

/** What must be settled before the text can be imported. */
export const problemsOf = (text: string): Doubt[] => recogniseText(text).doubts.filter(({ blocking }) => blocking)

export const where = (doubts: Doubt[]) =>
  doubts.map(({ place, column, code }) => [place && 'line' in place ? place.line : null, column, code])

/** The table without its places, for comparing two texts that mean the same. */
export const meaning = ({ title, rows }: TableOf) => ({
  title,
  rows: rows.map(({ number, goal, title, measure, departments, deadline }) => ({ number, goal, title, measure, departments, deadline })),
})

/** Replaces a text that must occur exactly once. */
export function changed(from: string, to: string, text = MANCHENG): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the table: ${from}`)
  return text.replace(from, () => to)
}
