import type { ColumnName } from '@/documents/issued-table'
import { readGoalHeading } from '@/documents/read/goal-heading'
import type { Problem } from '@/documents/read/problem'
import { readDeadline } from '@/domain/deadline'

export type Line = { line: number; text: string }
/** A cell as it lies in the file: its first line, and the lines that hold text, trimmed. */
export type Cell = { line: number; parts: Line[] }
export type CellsOfRow = [number: Cell, goal: Cell, title: Cell, measure: Cell, departments: Cell, deadline: Cell]

type Layout = { title: string; rows: (CellsOfRow | Problem)[] } | { unreadable: Problem }

const HEADER: [ColumnName, string][] = [
  ['number', '序号'],
  ['goal', '目标任务'],
  ['title', '任务描述'],
  ['measure', '具体措施'],
  ['departments', '责任部门'],
  ['deadline', '完成时限'],
]

/**
 * Finds the cells of a table that was saved as text: an indented line begins a cell, lines without indent go on with it, blank lines
 * and page breaks mean nothing. How deep the indent is, the header shows. Headers repeated after a page break are left out.
 */
export function readLayout(text: string): Layout {
  const lines = linesOf(text)
  if (lines.every(({ text }) => text.trim() === '')) return { unreadable: { line: 1, code: 'empty', values: {} } }
  const top = lines.findIndex(({ text }) => /^\s/.test(text) && compact(text) === '序号')
  const header = lines[top]
  if (!header) return { unreadable: { line: 1, code: 'header-missing', values: {} } }

  const cells = cellsOf(lines.slice(top), header.text)
  const odd = HEADER.findIndex(([, words], i) => compact(cellText(cells[i])) !== words)
  if (odd >= 0) {
    const [cell, expected] = HEADER[odd] as [ColumnName, string]
    const line = cells[odd]?.line ?? header.line
    return { unreadable: { line, cell, code: 'header-unknown', values: { expected, found: cellText(cells[odd]) } } }
  }
  const rows = rowsOf(withoutHeaders(cells))
  if (rows.length === 0) return { unreadable: { line: header.line, code: 'no-rows', values: {} } }
  return { title: titleOf(lines.slice(0, top)), rows }
}

/** The text of a cell, its lines joined: Han text closes up, two Latin words or numbers keep a space between them. */
export function cellText(cell: Cell | undefined): string {
  return (cell?.parts ?? []).reduce((whole, { text }) => whole + (/\w$/.test(whole) && /^\w/.test(text) ? ' ' : '') + text, '')
}

/** The number in a cell that holds nothing but a number, in half-width or full-width digits. */
export function rowNumber(cell: Cell): number | null {
  const digits = compact(cellText(cell))
  return /^\d+$/.test(digits) ? Number(digits) : null
}

function linesOf(text: string): Line[] {
  const visible = text.replace(/[\u200B\uFEFF]/g, '')
  return visible.split(/\r\n|[\r\n\u0085\u2028\u2029]/).flatMap((whole, i) => whole.split(/[\f\v]/).map((text) => ({ line: i + 1, text })))
}

function cellsOf(lines: Line[], header: string): Cell[] {
  const indent = /^\s*/.exec(header)?.[0] ?? ''
  const begins = (text: string) => (indent.includes('\t') ? /^[^\S\t]*\t/.test(text) : text.startsWith(indent))
  const cells: Cell[] = []
  for (const { line, text } of lines) {
    if (begins(text)) cells.push({ line, parts: [] })
    if (text.trim() !== '') cells.at(-1)?.parts.push({ line, text: text.trim() })
  }
  return cells
}

function withoutHeaders(cells: Cell[]): Cell[] {
  const isHeader = (at: number) => HEADER.every(([, words], i) => compact(cellText(cells[at + i])) === words)
  const kept: Cell[] = []
  for (let i = 0; i < cells.length; ) {
    if (isHeader(i)) i += HEADER.length
    else kept.push(cells[i++] as Cell)
  }
  return kept
}

/** A row begins with a number and has six cells. Whatever does not fit is a problem; the next number begins anew. */
function rowsOf(cells: Cell[]): (CellsOfRow | Problem)[] {
  const groups: Cell[][] = []
  for (const cell of cells) {
    const group = groups.at(-1)
    if (!group || group.length === HEADER.length || rowNumber(cell) !== null) {
      if (cell.parts.length > 0) groups.push([cell])
    } else group.push(cell)
  }
  return groups.map(rowOf)
}

function rowOf(group: Cell[]): CellsOfRow | Problem {
  const first = group[0] as Cell
  const found = group.length
  const number = rowNumber(first)
  if (found === HEADER.length) return group as CellsOfRow
  if (number === null) return { line: first.line, cell: 'number', code: 'cells-stray', values: { text: cellText(first) } }
  return { line: first.line, cell: missingColumn(group), code: 'cells-missing', values: { number, found } }
}

/** Which cell was left out, where that is certain: the deadline comes last, and a goal is blank or has its number in brackets. */
function missingColumn(group: Cell[]): ColumnName | undefined {
  const [, goal, ...others] = group
  if (!readDeadline(cellText(others.at(-1)))) return 'deadline'
  return cellText(goal) !== '' && !readGoalHeading(cellText(goal)) ? 'goal' : undefined
}

function titleOf(lines: Line[]): string {
  const parts = lines.map(({ line, text }) => ({ line, text: text.trim() })).filter(({ text }) => !/^(附件\s*\d*[：:]?)?$/.test(text))
  return cellText({ line: 1, parts })
}

function compact(text: string): string {
  return text.normalize('NFKC').replace(/\s+/g, '')
}
