import { CELLS_MAX, COLUMNS_MAX, ROWS_MAX } from '@/documents/read/limits'
import { Refused } from '@/documents/read/refused'
import { shownIsoDay } from '@/documents/read/xlsx-format'
import type { XmlHandler } from '@/documents/read/xml'
import type { SourceCell, SourceTable } from '@/documents/source-document'

type Shown = { string: (index: number) => string; number: (text: string, style: number) => string }
type Box = { top: number; left: number; bottom: number; right: number }
type Cell = { row: number; column: number; type: string; style: number; value: string; inline: string }
type Value = { row: number; column: number; lines: string[] }

const MM_PER_INCH = 25.4
const PIXELS_PER_INCH = 96
/** The width of a digit in the font that Excel measures columns by, in pixels. */
const DIGIT_PIXELS = 7
/** By Excel's number of a paper size: width and height upright, in millimetres. Without a size it is A4. */
const PAPER: Record<string, readonly [number, number]> = {
  1: [216, 279],
  5: [216, 356],
  8: [297, 420],
  9: [210, 297],
  11: [148, 210],
  12: [250, 354],
  13: [176, 250],
}
const A4 = [210, 297] as const

/** Reads one sheet. `room` counts the cells of the whole workbook. `table` is null where nothing stands in it. */
export function sheetReader(shown: Shown, room: { cells: number }): { handler: XmlHandler; table: () => Omit<SourceTable, 'name'> | null } {
  const values: Value[] = []
  const merges: Box[] = []
  const widths = new Map<number, number>()
  let defaultWidth: number | null = null
  let setup: Record<string, string> | null = null
  let margins: Record<string, string> | null = null
  let at = { row: -1, column: -1 }
  let cell: Cell | null = null
  let into: 'value' | 'inline' | null = null
  let phonetic = false

  function open(name: string, attributes: () => Record<string, string>): void {
    if (name === 'x:row') at = { row: Number(attributes().r ?? at.row + 2) - 1, column: -1 }
    else if (name === 'x:c') {
      const { r, t: type = 'n', s = '0' } = attributes()
      at = (r && position(r)) || { ...at, column: at.column + 1 }
      cell = { ...at, type, style: Number(s), value: '', inline: '' }
    } else if (name === 'x:v') into = 'value'
    else if (name === 'x:rPh') phonetic = true
    else if (name === 'x:t') into = phonetic ? null : 'inline'
    else if (name === 'x:mergeCell') merges.push(...boxOf(attributes().ref ?? ''))
    else if (name === 'x:sheetFormatPr') defaultWidth = toMm(attributes().defaultColWidth)
    else if (name === 'x:col') widen(attributes())
    else if (name === 'x:pageSetup') setup = attributes()
    else if (name === 'x:pageMargins') margins = attributes()
    if (merges.length > CELLS_MAX) throw new Refused('too-many-cells')
  }

  function close(name: string): void {
    if (name === 'x:v' || name === 'x:t') into = null
    else if (name === 'x:rPh') phonetic = false
    else if (name === 'x:c' && cell) {
      const lines = linesOf(textOf(cell, shown))
      if (lines.length === 0) return
      values.push({ row: cell.row, column: cell.column, lines })
      room.cells += 1
      if (room.cells > CELLS_MAX) throw new Refused('too-many-cells')
    }
  }

  function widen({ min, max, width }: Record<string, string>): void {
    const mm = toMm(width)
    if (mm) for (let i = Number(min) - 1; i < Math.min(Number(max), COLUMNS_MAX); i++) widths.set(i, mm)
  }

  function table(): Omit<SourceTable, 'name'> | null {
    const box = usedBox(values)
    if (!box) return null
    const rows = box.bottom - box.top + 1
    const columns = box.right - box.left + 1
    room.cells += rows * columns - values.length
    if (rows > ROWS_MAX || columns > COLUMNS_MAX || room.cells > CELLS_MAX) throw new Refused('too-many-cells')
    return {
      rows,
      columns,
      cells: cellsIn(box, values, merges),
      above: [],
      below: [],
      widths: Array.from({ length: columns }, (_, i) => widths.get(box.left + i) ?? defaultWidth),
      page: pageOf(setup, margins),
      firstLine: box.top + 1,
    }
  }

  const text = (more: string) => {
    if (cell && into) cell[into] += more
  }
  return { handler: { open, close, text }, table }
}

function textOf({ type, style, value, inline }: Cell, shown: Shown): string {
  if (type === 's') return shown.string(Number(value))
  if (type === 'inlineStr') return inline
  if (type === 'b') return value === '1' ? 'TRUE' : 'FALSE'
  if (type === 'd') return shownIsoDay(value)
  return type === 'n' ? shown.number(value, style) : value
}

/** Excel writes characters that XML forbids, and the carriage returns of other programs, as _x000D_. */
function linesOf(text: string): string[] {
  const decoded = text.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
  return decoded
    .split(/[\r\n\v]+/)
    .map((line) => line.trim())
    .filter((line) => line !== '')
}

/** Every place of the box has a cell, blank or not, except where a merged one covers it. Merges that overlap count as the first. */
function cellsIn(box: Box, values: Value[], merges: Box[]): SourceCell[] {
  const columns = box.right - box.left + 1
  const at = (row: number, column: number) => (row - box.top) * columns + column - box.left
  const lines = new Map(values.map((value) => [at(value.row, value.column), value.lines]))
  const covered = new Uint8Array((box.bottom - box.top + 1) * columns)
  const spans = new Map<number, { rowSpan: number; columnSpan: number }>()
  for (const merge of merges) {
    if (merge.top < box.top || merge.left < box.left || merge.top > box.bottom || merge.left > box.right) continue
    const bottom = Math.min(merge.bottom, box.bottom)
    const right = Math.min(merge.right, box.right)
    if (covered[at(merge.top, merge.left)]) continue
    for (let row = merge.top; row <= bottom; row++) covered.fill(1, at(row, merge.left), at(row, right) + 1)
    spans.set(at(merge.top, merge.left), { rowSpan: bottom - merge.top + 1, columnSpan: right - merge.left + 1 })
  }
  const cells: SourceCell[] = []
  for (let i = 0; i < covered.length; i++) {
    const span = spans.get(i)
    if (covered[i] && !span) continue
    const place = { row: Math.floor(i / columns), column: i % columns }
    cells.push({ ...place, ...(span ?? { rowSpan: 1, columnSpan: 1 }), lines: lines.get(i) ?? [] })
  }
  return cells
}

function usedBox(values: Value[]): Box | null {
  const [first] = values
  if (!first) return null
  const box = { top: first.row, left: first.column, bottom: first.row, right: first.column }
  for (const { row, column } of values) {
    box.top = Math.min(box.top, row)
    box.bottom = Math.max(box.bottom, row)
    box.left = Math.min(box.left, column)
    box.right = Math.max(box.right, column)
  }
  return box
}

function position(reference: string): { row: number; column: number } | null {
  const [, letters, digits] = /^\$?([A-Z]{1,3})\$?(\d{1,7})$/.exec(reference) ?? []
  if (!letters || !digits) return null
  const column = [...letters].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0) - 1
  return { row: Number(digits) - 1, column }
}

function boxOf(range: string): Box[] {
  const [from, to] = range.split(':').map(position)
  return from && to ? [{ top: from.row, left: from.column, bottom: to.row, right: to.column }] : []
}

/** From characters to millimetres; null for none. */
function toMm(characters: string | undefined): number | null {
  const width = Number(characters)
  return width > 0 ? Math.round((Math.trunc(width * DIGIT_PIXELS) / PIXELS_PER_INCH) * MM_PER_INCH) : null
}

function pageOf(setup: Record<string, string> | null, margins: Record<string, string> | null): SourceTable['page'] {
  if (!setup && !margins) return null
  const [short, long] = PAPER[setup?.paperSize ?? ''] ?? A4
  const landscape = setup?.orientation === 'landscape'
  const margin = (side: string) => Math.round((Number(margins?.[side]) || 0.75) * MM_PER_INCH)
  return {
    width: landscape ? long : short,
    height: landscape ? short : long,
    margins: { top: margin('top'), right: margin('right'), bottom: margin('bottom'), left: margin('left') },
  }
}
