// A department's sheet as somebody fills it in: read, written anew by another program's hand, with the same keys.
import writeXlsxFile from 'write-excel-file/node'
import { HEADINGS, KEY_HEADING } from '@/documents/department-sheet'
import { readSource } from '@/documents/read/read-source'
import type { SheetField } from '@/domain/sheet-line'

export type Filling = Partial<Record<SheetField, string>>
/** The sheet's rows: the number as shown, and whether the department leads. */
export type OpenSheet = { rows: { shown: string; leads: boolean }[]; fill: (fillings: Record<string, Filling>) => Promise<Buffer> }

export async function openSheet(bytes: Buffer): Promise<OpenSheet> {
  const source = await readSource(bytes, 'sheet.xlsx')
  if ('refused' in source) throw new Error(source.refused)
  const [table] = source.tables
  if (!table) throw new Error('no sheet')
  const grid = Array.from({ length: table.rows }, () => Array.from({ length: table.columns }, () => ''))
  for (const { row, column, lines } of table.cells) (grid[row] as string[])[column] = lines.join('\n')
  const header = grid.findIndex((row) => row.includes(KEY_HEADING))
  const columnOf = (heading: string) => (grid[header] as string[]).indexOf(heading)
  const body = grid.slice(header + 1)
  return {
    rows: body.map((row) => ({ shown: row[columnOf('序号')] ?? '', leads: row[columnOf('承担')] === '牵头' })),
    fill: (fillings) => {
      for (const row of body)
        for (const [field, text] of Object.entries(fillings[row[columnOf('序号')] ?? ''] ?? {}))
          row[columnOf(HEADINGS[field as SheetField])] = text
      return writeXlsxFile(
        grid.map((row) => row.map((value) => (value === '' ? null : { value, type: String }))),
        { sheet: '填报' },
      ).toBuffer()
    },
  }
}
