import type { SourceCell, SourceTable } from '@/documents/source-document'

/** A cell as it stands among the rows that are shown; `continued`: it begins further up, where nothing is shown. */
export type WindowCell = SourceCell & { continued: boolean }
export type WindowRow = { row: number; cells: WindowCell[] }

/**
 * Some rows of a table, merged cells merged still: `rows` ascending, from 0. A cell spans as many of the shown rows as it covers, and stands
 * in the first of them.
 */
export function sourceWindow(table: Pick<SourceTable, 'cells'>, rows: readonly number[]): WindowRow[] {
  const first = rows[0]
  const last = rows.at(-1)
  if (first === undefined || last === undefined) return []
  const shown = new Map(rows.map((row) => [row, [] as WindowCell[]]))
  for (const cell of table.cells) {
    const end = Math.min(cell.row + cell.rowSpan - 1, last)
    if (cell.row > last || end < first) continue
    const covered = coveredBy(cell.row, end, shown)
    const at = covered[0]
    if (at !== undefined) shown.get(at)?.push({ ...cell, row: at, rowSpan: covered.length, continued: at > cell.row })
  }
  return rows.map((row) => ({ row, cells: (shown.get(row) ?? []).sort((a, b) => a.column - b.column) }))
}

function coveredBy(from: number, to: number, shown: ReadonlyMap<number, unknown>): number[] {
  const rows: number[] = []
  for (let row = from; row <= to; row++) if (shown.has(row)) rows.push(row)
  return rows
}
