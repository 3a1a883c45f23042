import { parse } from 'csv-parse/sync'
import { CELLS_MAX, COLUMNS_MAX, ROWS_MAX } from '@/documents/read/limits'
import { Refused } from '@/documents/read/refused'
import type { SourceCell, SourceTable } from '@/documents/source-document'

type Delimiter = ',' | ';' | '\t'
export type Record = { line: number; cells: string[] }

/** Lines from which the delimiter is guessed. */
const SAMPLE = 50

/** One table out of text whose cells are parted by commas, semicolons or tabs; null where no line has two cells. Throws Refused 'damaged'. */
export function readCsv(text: string): SourceTable | null {
  const delimiter = delimiterOf(text)
  return delimiter ? tableOf(recordsOf(text, delimiter)) : null
}

/** The records with the lines (from 1) where they begin. A line break inside quotes belongs to the cell. */
export function recordsOf(text: string, delimiter: Delimiter, firstLine = 1): Record[] {
  const options = { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: false, info: true as const }
  let parsed: { record: string[]; info: { lines: number } }[]
  try {
    parsed = parse(text, options) as unknown as typeof parsed
  } catch {
    try {
      parsed = parse(text, { ...options, quote: null }) as unknown as typeof parsed
    } catch {
      throw new Refused('damaged')
    }
  }
  let line = firstLine
  return parsed.map(({ record }) => {
    const begun = line
    line += 1 + record.reduce((sum, cell) => sum + (cell.match(/\r\n|\n|\r/g)?.length ?? 0), 0)
    return { line: begun, cells: record }
  })
}

/** Blank rows around it and blank columns to its right are left out; a row with fewer cells than the others keeps what it has. */
export function tableOf(records: Record[]): SourceTable | null {
  const isBlank = ({ cells }: Record) => cells.every((cell) => cell.trim() === '')
  const first = records.findIndex((record) => !isBlank(record))
  if (first === -1) return null
  const rows = records.slice(first, records.findLastIndex((record) => !isBlank(record)) + 1)
  const columns = Math.max(...rows.map(({ cells }) => cells.findLastIndex((cell) => cell.trim() !== '') + 1))
  if (rows.length > ROWS_MAX || columns > COLUMNS_MAX || rows.length * columns > CELLS_MAX) throw new Refused('too-many-cells')
  return {
    name: null,
    rows: rows.length,
    columns,
    cells: rows.flatMap(({ cells }, row) => cells.slice(0, columns).map((cell, column) => sourceCell(row, column, cell.split(/[\r\n]+/)))),
    above: [],
    below: [],
    widths: Array.from({ length: columns }, () => null),
    page: null,
    firstLine: rows[0]?.line ?? 1,
    lineOfRow: rows.map(({ line }) => line),
  }
}

export const sourceCell = (row: number, column: number, lines: string[]): SourceCell => ({
  row,
  column,
  rowSpan: 1,
  columnSpan: 1,
  lines: lines.map((line) => line.trim()).filter((line) => line !== ''),
})

/** The one that stands most often outside of quotes. */
function delimiterOf(text: string): Delimiter | null {
  const sample = text
    .split(/\r\n|[\r\n]/, SAMPLE)
    .join('\n')
    .replace(/"[^"]*"/g, '')
  const counts = ([',', ';', '\t'] as const).map((delimiter) => ({ delimiter, count: sample.split(delimiter).length - 1 }))
  const best = counts.reduce((most, one) => (one.count > most.count ? one : most))
  return best.count > 0 ? best.delimiter : null
}
