// What each row below a header is: a task, a goal over the whole width, a remark, the header again, or nothing. A number alone is nothing.
import { repeatsHeader } from '@/documents/read/find-header'
import { isNote, isSum } from '@/documents/read/find-title'
import { readGoalHeading, readNumeral } from '@/documents/read/goal-heading'
import { readNumber } from '@/documents/read/number-rows'
import { type Grid, textOf } from '@/documents/read/source-grid'
import type { UnderstoodTable } from '@/documents/read/understand-tables'
import type { SourceCell, SourceDocument } from '@/documents/source-document'
import type { ColumnRole } from '@/domain/plan-layout'

export type SortedRow =
  | { kind: 'task' | 'blank' | 'repeated-header'; row: number }
  | { kind: 'goal' | 'note'; row: number; column: number; text: string }
  | { kind: 'not-understood'; row: number; number: number | null; found: number; expected: number }

export function sortRows(table: UnderstoodTable, kind: SourceDocument['kind']): SortedRow[] {
  const rows: SortedRow[] = []
  for (let row = table.firstRow; row < table.grid.table.rows; row++) rows.push(sortRow(table, kind, row))
  // what stands alone below the last task is a remark, unless it is numbered like a goal
  const lastTask = rows.findLastIndex((sorted) => sorted.kind === 'task' || sorted.kind === 'not-understood')
  return rows.map((sorted, i) =>
    sorted.kind === 'goal' && i > lastTask && !readGoalHeading(sorted.text) ? { ...sorted, kind: 'note' } : sorted,
  )
}

function sortRow({ grid, headed, roles }: UnderstoodTable, kind: SourceDocument['kind'], row: number): SortedRow {
  const own = grid.own(row)
  const [first] = own
  if (!first) return { kind: 'blank', row }
  if (headed && repeatsHeader(grid, headed.grid, headed.header, row)) return { kind: 'repeated-header', row }
  const text = textOf(first.lines)
  const expected = grid.table.columns
  const found = cellsIn(grid, row)
  const columnOf = (role: ColumnRole) => roles.findIndex((column) => column.role === role)
  const texts = (role: ColumnRole) => {
    const cell = grid.at(row, columnOf(role))
    return cell && cell.row >= (headed?.grid === grid ? headed.header[1] + 1 : 0) ? textOf(cell.lines) : ''
  }
  const isTask = ['departments', 'lead', 'deadline'].some((role) => texts(role as ColumnRole) !== '')
  if (isSum(text) && !isTask) return { kind: 'note', row, column: first.column, text: own.map(({ lines }) => textOf(lines)).join('　') }
  const isEmpty = own.length === 1 && first.column === columnOf('number') && readNumber(text) !== null
  const isCut = kind === 'text' && found < expected
  if (isEmpty && !isCut && !isTask && texts('title') === '' && texts('measure') === '') return { kind: 'blank', row }
  const isSurelyGoal = readGoalHeading(text) !== null || (columnOf('goal') < 0 && kind !== 'text')
  if (own.length === 1 && (isWide(first, expected) || (first.column === 0 && expected > 2 && (isNote(text) || isSurelyGoal))))
    return { kind: isNote(text) ? 'note' : 'goal', row, column: first.column, text }

  const goal = numberedGoal(texts('number'), texts('title') || texts('measure'), own.length)
  if (goal) return { kind: 'goal', row, column: first.column, text: goal }
  const says = isTask || texts('number') !== ''
  const hasNone = columnOf('number') < 0 && own.length > 1
  return isCut || (!says && !hasNone)
    ? { kind: 'not-understood', row, number: readNumber(texts('number')), found, expected }
    : { kind: 'task', row }
}

/** Over all columns, or all but one. Where cells cannot be merged, what stands alone in the first column is meant to be so. */
const isWide = ({ columnSpan }: SourceCell, columns: number): boolean => columnSpan >= Math.max(2, columns - 1)

/** 一 | 推进产业转型 | | |: the goal's number in the column of numbers, its name beside it, and nothing else. */
function numberedGoal(number: string, name: string, cells: number): string | null {
  const numeral = /^[（(]?([一二三四五六七八九十]+)[)）]?[、.．]?$/.exec(number)
  if (cells !== 2 || name === '' || !readNumeral(numeral?.[1] ?? '')) return null
  return /[（(、.．]/.test(number) ? `${number}${name}` : `${number}、${name}`
}

function cellsIn(grid: Grid, row: number): number {
  let found = 0
  for (let column = 0; column < grid.table.columns; column++) if (grid.at(row, column)) found++
  return found
}
