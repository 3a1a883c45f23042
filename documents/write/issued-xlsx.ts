// The issued table as a workbook: a sheet for each plan, the same grid as in Word.
import writeXlsxFile, { type CellObject, type Row } from 'write-excel-file/node'
import { headLines, type IssuedPlan } from '@/documents/write/issued-docx'
import {
  fittedWidths,
  type GridCell,
  type GridColumn,
  type GridRow,
  type HeaderRow,
  headerRows,
  inOneTable,
  issuedGrid,
} from '@/documents/write/issued-layout'
import { printSetups } from '@/documents/write/print-setup'
import { linesNeeded, rowHeights } from '@/documents/write/row-heights'

const FONT = '宋体'
const LINE = { fontSize: 10, height: 16, wrap: true, alignVertical: 'center' } as const
const BODY = { fontSize: 10, alignVertical: 'center', wrap: true, borderStyle: 'thin', borderColor: '#8C949E' } as const
const HEADING = { ...BODY, align: 'center', fontWeight: 'bold', backgroundColor: '#EEF0F3' } as const
const GOAL = { ...BODY, align: 'left', fontWeight: 'bold', height: 20 } as const

/** The bytes of an .xlsx file. `footer` as in SheetHead; `names` are the tabs', one for each plan. */
export async function issuedXlsx(plans: readonly IssuedPlan[], names: readonly string[], footer: string): Promise<Buffer> {
  const sheets = plans.map((plan, i) => sheetOf(plan, names[i] ?? String(i + 1)))
  const file = writeXlsxFile(
    sheets.map(({ data, options }) => ({ data, ...options })),
    {
      fontFamily: FONT,
      fontSize: 10,
      features: [
        printSetups(
          sheets.map(({ options, headRows }) => ({ name: options.sheet, rows: headRows })),
          footer,
        ),
      ],
    },
  )
  return file.toBuffer()
}

/** All columns together, in characters: what A4 on its side shows at a size that can be read. */
const CHARACTERS_ACROSS = 210
const ROOM = 1

function sheetOf({ title, layout, said, rows, labels }: IssuedPlan, name: string) {
  const { columns, tables } = issuedGrid(rows, inOneTable(layout), labels)
  const widths = fittedWidths(columns, CHARACTERS_ACROSS, 1, ROOM)
  const across = (text: string, style: Partial<CellObject> = {}): Row => line(text, columns.length, { ...LINE, ...style })
  const wide = (text: string) => ({ height: linesNeeded(text, CHARACTERS_ACROSS) * 14 + 2 })
  const above: Row[] = [
    ...headLines(title, layout.above).map(({ text, isTitle }) =>
      isTitle ? across(text, { fontSize: 16, fontWeight: 'bold', align: 'center', height: 30 }) : across(text, wide(text)),
    ),
    ...said.map((text) => across(text)),
    ...headingRows(headerRows(columns), widths),
  ]
  const body = tables.flatMap((table) => bodyRows(columns, table.rows, widths))
  return {
    data: [...above, ...body, ...layout.below.map((text) => across(text, wide(text)))],
    headRows: above.length,
    options: {
      sheet: name,
      columns: widths.map((width) => ({ width })),
      orientation: 'landscape' as const,
      stickyRowsCount: above.length,
      showGridLines: false,
    },
  }
}

const line = (value: string, columns: number, style: Partial<CellObject>): Row => [
  { ...style, value, columnSpan: columns } as CellObject,
  ...Array.from({ length: columns - 1 }, () => null),
]

/** A heading that reaches down both rows needs its height of both together; the lower one takes what the upper one leaves. */
function headingRows(header: readonly HeaderRow[], widths: readonly number[]): Row[] {
  const needed = (row: HeaderRow, rows: number) =>
    Math.max(0, ...row.map((cell, i) => (cell?.rows === rows ? headingHeight(cell, widths.slice(i, i + cell.columns)) : 0)))
  const own = header.map((row) => needed(row, 1))
  const [upper = 0, lower] = own
  const both = header[0] ? needed(header[0], 2) : 0
  const heights = lower === undefined ? own : [upper, Math.max(lower, both - upper)]
  return header.map((row, i) =>
    row.map(
      (cell): CellObject | null =>
        cell && { ...HEADING, value: String(cell.value), height: heights[i], rowSpan: cell.rows, columnSpan: cell.columns },
    ),
  )
}

const headingHeight = ({ value }: GridCell, widths: readonly number[]): number =>
  linesNeeded(
    String(value),
    widths.reduce((sum, width) => sum + width, 0),
  ) *
    15 +
  6

function bodyRows(columns: readonly GridColumn[], rows: readonly GridRow[], widths: readonly number[]): Row[] {
  const measured = columns.map((_, i) => ({
    width: widths[i] ?? 0,
    value: ({ kind, cells }: GridRow) => (kind === 'goal' ? null : (cells[i]?.value ?? null)),
  }))
  const spans = columns.map((_, i) => rows.map(({ cells }) => cells[i]?.rows ?? 0))
  const heights = rowHeights(measured, [...rows], spans)
  return rows.map(({ kind, struck, cells }, i): Row => {
    const [first] = cells
    if (kind === 'goal') return line(String(first?.value ?? ''), columns.length, GOAL)
    return cells.map((cell, j) => cell && cellOf(cell, columns[j]?.align ?? 'left', heights[i], struck && !columns[j]?.state))
  })
}

function cellOf({ value, rows, colour }: GridCell, align: 'left' | 'center', height: number | undefined, struck: boolean): CellObject {
  const style: CellObject = {
    ...BODY,
    align,
    height,
    rowSpan: rows,
    ...(colour && { textColor: colour }),
    ...(struck && { textDecoration: { strikethrough: true } }),
  }
  if (value === null || value === '') return style
  if (typeof value === 'number') return { ...style, value, type: Number }
  // the text format keeps "=1+1" text even after someone has edited the cell
  return { ...style, value, type: String, ...(/^[=+\-@]/.test(value) && { format: '@' }) }
}
