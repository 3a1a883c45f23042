import type { SourceCell, SourceTable } from '@/documents/source-document'

/** A table by rows and columns. */
export type Grid = {
  table: SourceTable
  /** The cell that covers this place, which for a merged cell begins further up or left; none where the file has none. */
  at: (row: number, column: number) => SourceCell | undefined
  /** The cells that begin in a row and hold text. */
  own: (row: number) => SourceCell[]
}

export function gridOf(table: SourceTable): Grid {
  const places: (SourceCell | undefined)[][] = Array.from({ length: table.rows }, () => [])
  const own: SourceCell[][] = Array.from({ length: table.rows }, () => [])
  for (const cell of table.cells) {
    if (cell.lines.length > 0) own[cell.row]?.push(cell)
    for (let row = cell.row; row < Math.min(cell.row + cell.rowSpan, table.rows); row++) {
      for (let column = cell.column; column < cell.column + cell.columnSpan; column++) (places[row] ?? [])[column] = cell
    }
  }
  for (const cells of own) cells.sort((a, b) => a.column - b.column)
  return { table, at: (row, column) => places[row]?.[column], own: (row) => own[row] ?? [] }
}

/** The text of a cell, its lines joined: Han text closes up, two Latin words or numbers keep a space between them. */
export const textOf = (lines: readonly string[]): string =>
  lines.reduce((whole, line) => whole + (/\w$/.test(whole) && /^\w/.test(line) ? ' ' : '') + line, '')

/** For comparing: without spaces, in half-width characters. */
export const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
