// Builds a table out of the elements of Word's: rows of cells that span columns, and that go on downwards in cells of their own.
import { CELLS_MAX, COLUMNS_MAX, ROWS_MAX } from '@/documents/read/limits'
import { Refused } from '@/documents/read/refused'
import type { SourceCell, SourceTable } from '@/documents/source-document'

const TWIPS_PER_MM = 1440 / 25.4

type Built = Pick<SourceTable, 'rows' | 'columns' | 'cells' | 'widths'>
type RawCell = { lines: string[]; span: number; goesOnDown: boolean; goesOnRight: boolean }
type RawRow = { before: number; cells: RawCell[]; deleted: boolean }

export type TableBuilder = {
  open: (name: string, attributes: () => Record<string, string>) => void
  /** The table, where its last element closes. A table inside a cell is text of that cell. */
  close: (name: string) => Built | null
  /** Where a paragraph's lines go; null outside of tables. */
  lines: () => string[] | null
  deleteRow: () => void
}

export function tableBuilder(): TableBuilder {
  let depth = 0
  let cellCount = 0
  let table: Built = emptyTable()
  let row: RawRow = emptyRow()
  let above = new Map<number, SourceCell>()

  function open(name: string, attributes: () => Record<string, string>): void {
    if (name === 'w:tbl') {
      depth += 1
      if (depth > 1) return
      table = emptyTable()
      above = new Map()
    }
    if (depth !== 1) return
    const cell = row.cells.at(-1)
    if (name === 'w:tr') row = emptyRow()
    else if (name === 'w:gridCol') table.widths.push(twipsToMm(attributes()['w:w']) || null)
    else if (name === 'w:gridBefore') row.before = spanOf(attributes())
    else if (name === 'w:tc') row.cells.push({ lines: [], span: 1, goesOnDown: false, goesOnRight: false })
    else if (name === 'w:gridSpan' && cell) cell.span = spanOf(attributes())
    else if (name === 'w:vMerge' && cell) cell.goesOnDown = attributes()['w:val'] !== 'restart'
    else if (name === 'w:hMerge' && cell) cell.goesOnRight = attributes()['w:val'] !== 'restart'
  }

  function close(name: string): Built | null {
    if (name === 'w:tr' && depth === 1 && !row.deleted) above = place(table, joined(row), above)
    if (name === 'w:tr' && depth === 1) {
      cellCount += row.cells.length
      if (cellCount > CELLS_MAX || table.rows > ROWS_MAX || table.columns > COLUMNS_MAX) throw new Refused('too-many-cells')
      row = emptyRow()
    }
    if (name !== 'w:tbl') return null
    depth -= 1
    if (depth > 0) return null
    table.columns = Math.max(table.columns, Math.min(table.widths.length, COLUMNS_MAX))
    table.widths = Array.from({ length: table.columns }, (_, i) => table.widths[i] ?? null)
    return table
  }

  return {
    open,
    close,
    lines: () => (depth > 0 ? (row.cells.at(-1)?.lines ?? []) : null),
    deleteRow: () => {
      if (depth === 1) row.deleted = true
    },
  }
}

/** Whole millimetres; null where it is no length. */
export function twipsToMm(twips: string | undefined): number | null {
  const length = Math.abs(Number.parseFloat(twips ?? ''))
  return Number.isFinite(length) ? Math.round(length / TWIPS_PER_MM) : null
}

const emptyTable = (): Built => ({ rows: 0, columns: 0, cells: [], widths: [] })
const emptyRow = (): RawRow => ({ before: 0, cells: [], deleted: false })
const spanOf = (attributes: Record<string, string>): number =>
  Math.min(COLUMNS_MAX + 1, Math.max(1, Math.trunc(Number(attributes['w:val'])) || 1))

/** Cells that go on to the right (the older way of merging) become one. */
function joined(row: RawRow): RawRow {
  const cells: RawCell[] = []
  for (const cell of row.cells) {
    const last = cells.at(-1)
    if (cell.goesOnRight && last) {
      last.span += cell.span
      last.lines.push(...cell.lines)
    } else cells.push(cell)
  }
  return { ...row, cells }
}

/** Puts a row below the others. `above`: the cells that reach down to it, by their first column; answers the same for the next row. */
function place(table: Built, row: RawRow, above: Map<number, SourceCell>): Map<number, SourceCell> {
  const below = new Map<number, SourceCell>()
  let column = row.before
  for (const { lines, span, goesOnDown } of row.cells) {
    const origin = goesOnDown ? above.get(column) : undefined
    if (origin && origin.columnSpan === span) {
      origin.rowSpan += 1
      below.set(column, origin)
    } else {
      const cell = { row: table.rows, column, rowSpan: 1, columnSpan: span, lines }
      table.cells.push(cell)
      below.set(column, cell)
    }
    column += span
  }
  table.rows += 1
  table.columns = Math.max(table.columns, column)
  return below
}
