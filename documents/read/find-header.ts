import { type Heading, roleOf } from '@/documents/read/column-roles'
import { compact, type Grid, textOf } from '@/documents/read/source-grid'
import type { SourceCell } from '@/documents/source-document'

/** First and last row, both inclusive. */
export type Header = [first: number, last: number]

const ROWS_SEARCHED = 20

/** The rows that head a table: the first of the first rows that names at least three columns, or else two, and what belongs to it below. */
export function findHeader(grid: Grid): Header | null {
  const rows = Array.from({ length: Math.min(grid.table.rows, ROWS_SEARCHED) }, (_, row) => row)
  const named = rows.map(
    (row) =>
      new Set(
        grid
          .own(row)
          .map(knownRole)
          .filter((role) => role !== null),
      ).size,
  )
  const found = [3, 2].map((least) => named.findIndex((count) => count >= least)).find((row) => row >= 0)
  if (found === undefined) return null
  const first = firstRow(grid, found)
  return [first, lastRow(grid, first)]
}

/** Where most columns stand below a heading over several, the row above names few; those merged downwards show that it belongs. */
function firstRow(grid: Grid, found: number): number {
  const rows = Array.from({ length: grid.table.columns }, (_, column) => {
    const cell = grid.at(found, column)
    return cell && knownRole(cell) !== null ? cell.row : found
  })
  return Math.min(found, ...rows)
}

/** What stands above each column, the lowest heading first of all; where it has a heading above it over several columns, that too. */
export function headingsOf(grid: Grid, [first, last]: Header): Heading[] {
  return Array.from({ length: grid.table.columns }, (_, column) => {
    const above: SourceCell[] = []
    for (let row = first; row <= last; row++) {
      const cell = grid.at(row, column)
      if (cell && cell.lines.length > 0 && !above.includes(cell)) above.push(cell)
    }
    const heading = textOf(above.at(-1)?.lines ?? [])
    const group = above.length > 1 ? textOf(above[0]?.lines ?? []) : ''
    return group === '' ? { heading } : { heading, group }
  })
}

/** Whether a row says the same as a row of the header, cell by cell, or as a header of several rows drawn together into one. */
export function repeatsHeader(grid: Grid, header: Grid, [first, last]: Header, row: number): boolean {
  const words = (of: Grid, at: number) => of.own(at).map((cell) => `${cell.column} ${compact(textOf(cell.lines))}`)
  const own = words(grid, row).join('\n')
  for (let at = first; at <= last; at++) if (own !== '' && own === words(header, at).join('\n')) return true
  return last > first && drawsTogether(grid, header, [first, last], row)
}

/** Three cells at least, each saying what the header says above its column, or the same in other words: 牵头单位 for 责任单位, 牵头. */
function drawsTogether(grid: Grid, header: Grid, [first, last]: Header, row: number): boolean {
  const own = grid.own(row)
  if (own.length < 3) return false
  const headings = headingsOf(header, [first, last])
  return own.every((cell) => {
    const text = textOf(cell.lines)
    for (let at = first; at <= last; at++) if (compact(textOf(header.at(at, cell.column)?.lines ?? [])) === compact(text)) return true
    const above = headings[cell.column]
    const role = knownRole(cell)
    return role !== null && above !== undefined && role === roleOf(above.heading, above.group)?.role
  })
}

/** A heading merged downwards reaches into the next row; so does one over several columns, whose parts are named below it. */
function lastRow(grid: Grid, first: number): number {
  let last = first
  while (last + 1 < grid.table.rows && (reachesInto(grid, first, last + 1) || namesParts(grid, first, last + 1))) last++
  return last
}

function reachesInto(grid: Grid, first: number, row: number): boolean {
  for (let column = 0; column < grid.table.columns; column++) {
    const cell = grid.at(row, column)
    if (cell && cell.row >= first && cell.row < row && cell.lines.length > 0) return true
  }
  return false
}

function namesParts(grid: Grid, first: number, row: number): boolean {
  const own = grid.own(row)
  const above = grid.own(first).map(({ lines }) => compact(textOf(lines)))
  return own.length > 0 && own.every((cell) => knownRole(cell) !== null && !above.includes(compact(textOf(cell.lines))))
}

function knownRole({ lines }: SourceCell): string | null {
  const found = roleOf(textOf(lines))
  return found?.sure ? found.role : null
}
