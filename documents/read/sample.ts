import { readFileSync } from 'node:fs'
import type { IssuedTable } from '@/documents/issued-table'
import { readIssuedTable } from '@/documents/read/issued-text-table'
import { type Problem, problemText } from '@/documents/read/problem'

// For tests: the issued table, and ways to change and read it.

export const MANCHENG = readFileSync(new URL('../issued/mancheng.txt', import.meta.url), 'utf8')
export const HEADER = '\t序号\n\t目标任务\n\t任务描述\n\t具  体  措  施\n\t责任部门\n\t完成时限\n'

export function tableOf(text: string, known?: string[]): IssuedTable {
  const read = readIssuedTable(text, known)
  if ('unreadable' in read) throw new Error(problemText(read.unreadable, 'en'))
  if (read.problems.length > 0) throw new Error(read.problems.map((problem) => problemText(problem, 'en')).join('\n'))
  return read.table
}

export function problemsOf(text: string, known?: string[]): Problem[] {
  const read = readIssuedTable(text, known)
  return 'unreadable' in read ? [read.unreadable] : read.problems
}

export const where = (problems: Problem[]) => problems.map(({ line, cell, code }) => [line, cell, code])

/** The table without its lines, for comparing two texts that mean the same. */
export const meaning = (table: IssuedTable) => ({ ...table, rows: table.rows.map(({ line, cellLines, ...row }) => row) })

/** Replaces a text that must occur exactly once. */
export function changed(from: string, to: string, text = MANCHENG): string {
  if (text.split(from).length !== 2) throw new Error(`not exactly once in the table: ${from}`)
  return text.replace(from, () => to)
}
