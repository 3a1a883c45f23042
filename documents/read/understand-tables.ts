// Which tables of a document hold tasks, where their headers are, and what their columns hold.
import { columnRoles, type Heading, otherNames, type RoleOfColumn } from '@/documents/read/column-roles'
import type { DoubtBook } from '@/documents/read/doubt-book'
import { findHeader, type Header, headingsOf } from '@/documents/read/find-header'
import { type Grid, gridOf, textOf } from '@/documents/read/source-grid'
import type { Choices, ReadRole } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import { stateColumns } from '@/documents/state-columns'

export type UnderstoodTable = {
  index: number
  grid: Grid
  header: Header | null
  /** The table whose header it goes on with: itself, or one above it. */
  headed: { grid: Grid; header: Header } | null
  headings: Heading[]
  roles: RoleOfColumn[]
  /** The headings, with which a column of no meaning is kept. */
  names: string[]
  leftOut: boolean
  /** Rows above the header, from top to bottom: a title, units. */
  rowsAbove: string[]
  firstRow: number
}

/** A table without a header goes on with the columns of the one above it, where it has as many. What holds no tasks is left out, and said. */
export function understandTables(document: SourceDocument, choices: Choices, doubts: DoubtBook): UnderstoodTable[] {
  const tables: UnderstoodTable[] = []
  for (const [index] of document.tables.entries()) tables.push(understandTable(document, index, choices, tables, doubts))
  if (tables.every(({ leftOut }) => leftOut)) doubts.say({ at: null, code: 'no-header' })
  return tables
}

function understandTable(
  document: SourceDocument,
  index: number,
  choices: Choices,
  before: readonly UnderstoodTable[],
  doubts: DoubtBook,
): UnderstoodTable {
  const grid = gridOf(document.tables[index] as SourceDocument['tables'][number])
  const header = headerOf(grid, choices.headerEnd?.[index])
  const chosen = choices.columns?.[index]
  const above = before.findLast((table) => !table.leftOut)
  const goesOn = header === null && !chosen && above?.headings.length === grid.table.columns ? above : null
  const headings = header ? headingsOf(grid, header) : (goesOn?.headings ?? Array(grid.table.columns).fill({ heading: '' }))
  const roles = chosen ? chosenRoles(chosen, headings.length) : (goesOn?.roles ?? rolesOf(grid, headings, header))
  const unreadable = !header && !goesOn && !chosen
  const leftOut = (choices.leaveOut?.includes(index) ?? false) || unreadable
  if (unreadable && !choices.leaveOut?.includes(index)) {
    const isSmall = grid.table.rows < 2 || grid.table.columns < 3
    doubts.say({ at: { table: index, row: 0, column: 0 }, code: 'no-header', blocking: !isSmall })
  }
  const understood: UnderstoodTable = {
    index,
    grid,
    header,
    headed: header ? { grid, header } : (goesOn?.headed ?? null),
    headings,
    roles,
    names: otherNames(headings, roles),
    leftOut,
    rowsAbove: header ? textAbove(grid, header[0]) : [],
    firstRow: header ? header[1] + 1 : 0,
  }
  if (!leftOut && !goesOn) sayColumns(understood, choices, doubts)
  return understood
}

function headerOf(grid: Grid, end: number | undefined): Header | null {
  const found = findHeader(grid)
  if (end === undefined) return found
  if (end < 0) return null
  return [found ? Math.min(found[0], end) : end, end]
}

const chosenRoles = (chosen: readonly ReadRole[], count: number): RoleOfColumn[] =>
  Array.from({ length: count }, (_, i) => ({ role: chosen[i] ?? 'other', sure: true }))

/** Our own state columns are passed over, and columns that hold nothing at all. */
function rolesOf(grid: Grid, headings: readonly Heading[], header: Header | null): RoleOfColumn[] {
  const ours = stateColumns(headings.map(({ heading }) => heading))
  const filled = new Set(
    grid.table.cells.filter(({ lines, row }) => lines.length > 0 && row > (header?.[1] ?? -1)).map(({ column }) => column),
  )
  return columnRoles(
    headings,
    headings.map(({ heading }, i) => ours[i] === true || (heading === '' && !filled.has(i))),
  )
}

function textAbove(grid: Grid, first: number): string[] {
  return Array.from({ length: first }, (_, row) => {
    const own = grid.own(row)
    // the lines of a title's own cell stay apart, cells side by side are one line
    return own.length === 1 ? (own[0]?.lines ?? []) : [own.map(({ lines }) => textOf(lines)).join('　')]
  })
    .flat()
    .filter((line) => line !== '')
}

function sayColumns({ index, header, headings, roles }: UnderstoodTable, choices: Choices, doubts: DoubtBook): void {
  const row = header?.[1] ?? 0
  roles.forEach(({ role, sure, twice }, column) => {
    const heading = headings[column]?.heading ?? ''
    const at = { table: index, row, column }
    if (twice) doubts.say({ at, column: twice, code: 'column-twice', values: { heading } })
    else if (!sure)
      doubts.say({ at, column: role === 'ignored' ? null : role, code: 'column-unsure', blocking: false, values: { heading } })
  })
  const has = (...wanted: ReadRole[]) => roles.some(({ role }) => wanted.includes(role))
  const at = { table: index, row, column: 0 }
  if (!has('title')) doubts.say({ at, column: 'title', code: 'column-missing' })
  // an answer for blank cells answers for a column that is not there
  if (!has('departments', 'lead') && !choices.cells?.['']) doubts.say({ at, column: 'departments', code: 'column-missing' })
  if (!has('deadline') && !choices.deadlines?.['']) doubts.say({ at, column: 'deadline', code: 'column-missing' })
}
