import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import { printSetup } from '@/documents/write/print-setup'
import { linesNeeded, rowHeights } from '@/documents/write/row-heights'

// One printed table on A4 landscape: title, subtitle lines, header, rows. Merged and wrapped cells do not grow by themselves
// in a spreadsheet, so each row's height is computed here.

export type SheetValue = string | number | null

export type SheetColumn<T> = {
  heading: string
  /** In characters of the default font; a Han character takes two. */
  width: number
  value: (row: T) => SheetValue
  align?: 'left' | 'center'
  /** Consecutive rows with the same key share one merged cell. */
  mergeBy?: (row: T) => string
  colour?: (row: T) => string | undefined
}

export type SheetHead = {
  /** The tab's name: at most 31 characters, none of [ ] : * ? / \ */
  name: string
  title: string
  /** As-of day, basis, who made it and when: one line each. */
  subtitle: string[]
  /** Printed on each page; &P stands for the page's number, &N for the number of pages. */
  footer: string
}

const FONT = '宋体'
const BODY = { fontSize: 10, alignVertical: 'top', wrap: true, borderStyle: 'thin', borderColor: '#8C949E' } as const
const HEADING = { ...BODY, align: 'center', alignVertical: 'center', fontWeight: 'bold', backgroundColor: '#EEF0F3' } as const

/** The bytes of an .xlsx file. Text stays text, whatever it begins with. */
export async function writeSheet<T>(head: SheetHead, columns: SheetColumn<T>[], rows: T[]): Promise<Buffer> {
  const across = (value: string, style: CellObject): Row => [
    { ...style, value, columnSpan: columns.length },
    ...columns.slice(1).map(() => null),
  ]
  const headingLines = Math.max(...columns.map(({ heading, width }) => linesNeeded(heading, width)))
  const above: Row[] = [
    across(head.title, { fontSize: 16, fontWeight: 'bold', align: 'center', alignVertical: 'center', height: 30 }),
    ...head.subtitle.map((line) => across(line, { fontSize: 10, height: 16 })),
    columns.map(({ heading }) => ({ ...HEADING, value: heading, height: headingLines * 15 + 6 })),
  ]
  const spans = columns.map((column) => spansOf(column, rows))
  const heights = rowHeights(columns, rows, spans)
  const body = rows.map((row, i): Row => columns.map((column, j) => bodyCell(column, row, spans[j]?.[i] ?? 1, heights[i])))
  const file = writeXlsxFile(
    [...above, ...body],
    {
      sheet: head.name,
      columns: columns.map(({ width }) => ({ width })),
      orientation: 'landscape',
      stickyRowsCount: above.length,
      showGridLines: false,
    },
    { fontFamily: FONT, fontSize: 10, features: [printSetup(head.name, above.length, head.footer)] },
  )
  return file.toBuffer()
}

/** For each row, over how many rows its cell reaches; 0 where it is covered by the one above. */
function spansOf<T>({ mergeBy }: SheetColumn<T>, rows: T[]): number[] {
  const spans = rows.map(() => 1)
  if (!mergeBy) return spans
  const keys = rows.map(mergeBy)
  for (let i = rows.length - 2; i >= 0; i--) {
    if (keys[i] !== keys[i + 1]) continue
    spans[i] = (spans[i + 1] ?? 0) + 1
    spans[i + 1] = 0
  }
  return spans
}

function bodyCell<T>(column: SheetColumn<T>, row: T, span: number, height: number | undefined): CellObject | null {
  if (span === 0) return null
  const value = column.value(row)
  const textColor = column.colour?.(row)
  const style: CellObject = { ...BODY, align: column.align ?? 'left', rowSpan: span, height, ...(textColor && { textColor }) }
  if (value === null || value === '') return style
  if (typeof value === 'number') return { ...style, value, type: Number }
  // The text format keeps "=1+1" text even after someone has edited the cell. Not for all cells: old Excel shows long ones as ####.
  return { ...style, value, type: String, ...(/^[=+\-@]/.test(value) && { format: '@' }) }
}
