import { recognise } from '@/documents/read/recognise'
import type { Choices, KnownNames, Recognition } from '@/documents/recognition'
import type { SourceCell, SourceDocument, SourceTable } from '@/documents/source-document'

// For tests: tables as they are drawn.

/** `^` is merged with the cell above, `<` with the one to the left; line breaks part lines. */
export function drawn(rows: string[][], rest: Partial<SourceTable> = {}): SourceTable {
  const columns = Math.max(...rows.map((row) => row.length))
  const covered = (row: number, column: number) => ['^', '<'].includes(rows[row]?.[column] ?? '')
  const cells: SourceCell[] = []
  rows.forEach((texts, row) =>
    texts.forEach((text, column) => {
      if (covered(row, column)) return
      let rowSpan = 1
      let columnSpan = 1
      while (rows[row + rowSpan]?.[column] === '^') rowSpan++
      while (rows[row]?.[column + columnSpan] === '<') columnSpan++
      const lines = text
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '')
      cells.push({ row, column, rowSpan, columnSpan, lines })
    }),
  )
  const widths = Array<null>(columns).fill(null)
  return { name: null, rows: rows.length, columns, cells, above: ['任务清单'], below: [], widths, page: null, firstLine: 1, ...rest }
}

export const wordOf = (...tables: SourceTable[]): SourceDocument => ({ kind: 'docx', tables })

/** One drawn table in Word, read. */
export const readDrawn = (rows: string[][], choices?: Choices, known?: KnownNames): Recognition =>
  recognise(wordOf(drawn(rows)), choices, known)

/** Rows in short: number, goal, title, measure, departments with the lead first, deadline. */
export const inShort = ({ rows }: Recognition): (string | number)[][] =>
  rows.map(({ number, goal, title, measure, departments, deadline }) => [
    number,
    goal.text,
    title,
    measure,
    departments.map(({ name }) => name).join('+'),
    deadline.issued,
  ])

/** Codes of what blocks, and in brackets of what does not. */
export const codes = ({ doubts }: Recognition): string[] => doubts.map(({ code, blocking }) => (blocking ? code : `(${code})`))
