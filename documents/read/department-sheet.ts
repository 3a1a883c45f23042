// A department's sheet that came back: its rows found again by their keys, wherever they were moved. Nothing else in the file is believed.
import { HEADINGS, KEY_HEADING, readKey, type SheetKey } from '@/documents/department-sheet'
import type { SourceDocument, SourceTable } from '@/documents/source-document'
import type { Day } from '@/domain/calendar'
import { SHEET_FIELDS, type SheetCells } from '@/domain/sheet-line'

export type SheetLine = SheetKey & { cells: SheetCells }
export type SheetRefusal = 'sheet-foreign' | 'sheet-other-department' | 'sheet-columns' | 'sheet-twice'

/** The rows as filled in, by number; `day` is that on which the sheet was made. */
export function readDepartmentSheet(
  source: SourceDocument,
  departmentId: string,
): { day: Day; lines: SheetLine[] } | { refused: SheetRefusal } {
  const found = source.tables.map(headerOf).find((header) => header !== null)
  if (!found) return { refused: 'sheet-foreign' }
  const { table, row: headerRow, columns } = found
  if (SHEET_FIELDS.some((field) => columns[field] === undefined)) return { refused: 'sheet-columns' }
  const texts = new Map(table.cells.map((cell) => [`${cell.row} ${cell.column}`, cell.lines.join('\n')]))
  const at = (row: number, column: number | undefined) => texts.get(`${row} ${column}`) ?? ''
  const lines: SheetLine[] = []
  for (let row = headerRow + 1; row < table.rows; row++) {
    const key = readKey(departmentId, at(row, columns.key))
    if (!key) continue
    if (!key.ours) return { refused: 'sheet-other-department' }
    const cells = Object.fromEntries(SHEET_FIELDS.map((field) => [field, at(row, columns[field])])) as SheetCells
    lines.push({ number: key.number, version: key.version, day: key.day, cells })
  }
  const [first] = lines
  if (!first) return { refused: 'sheet-foreign' }
  if (new Set(lines.map(({ number }) => number)).size < lines.length) return { refused: 'sheet-twice' }
  return { day: first.day, lines: lines.sort((a, b) => a.number - b.number) }
}

type Header = { table: SourceTable; row: number; columns: Partial<Record<keyof SheetCells | 'key', number>> }

function headerOf(table: SourceTable): Header | null {
  const named = (text: string) => table.cells.filter((cell) => cell.lines.join('').trim() === text)
  const [key] = named(KEY_HEADING)
  if (!key) return null
  const columns: Header['columns'] = { key: key.column }
  for (const field of SHEET_FIELDS) columns[field] = named(HEADINGS[field]).find(({ row }) => row === key.row)?.column
  return { table, row: key.row, columns }
}
