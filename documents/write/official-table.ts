import {
  AlignmentType,
  HeightRule,
  LineRuleType,
  type Paragraph,
  Table,
  TableCell,
  TableLayoutType,
  TableRow,
  VerticalAlignTable,
  WidthType,
} from 'docx'
import {
  CHARACTER,
  CHARACTERS,
  charactersWide,
  HEITI,
  LINE,
  linesOf,
  paragraph,
  run,
  SIZE,
  type Style,
  TYPE_WIDTH,
} from '@/documents/write/official-text'

// Tables of an official document, in 小四 with a line of their own: the body's would burst them.

const TABLE_LINE = 400
const CELL_MARGIN = 80
/** In lines; a longer row, moved whole to the next page, would leave a third of a page empty. */
const LONGEST_WHOLE_ROW = 10

export type OfficialColumn<T> = {
  heading: string
  /** In characters of the body; all columns together make 28. */
  width: number
  align?: 'left' | 'center'
  /** One paragraph per line. */
  text: (row: T) => string
  /** A line in 黑体 above the text. */
  lead?: (row: T) => string
}

/** A table in 小四 over the whole width: its header row repeats on each page; a row is split between pages only if it is long. */
export function officialTable<T>(columns: OfficialColumn<T>[], rows: T[]): Table {
  const header = columns.map(({ heading, width }) => cell([cellLine(heading, { font: HEITI }, 'center')], width))
  return table(
    columns.map(({ width }) => width),
    [
      new TableRow({ tableHeader: true, cantSplit: true, children: header }),
      ...rows.map((row) => {
        const cells = columns.map(({ width, align, text, lead }) => {
          const first = lead ? linesOf(lead(row)).map((line) => cellLine(line, { font: HEITI }, align)) : []
          return cell([...first, ...linesOf(text(row)).map((line) => cellLine(line, {}, align))], width)
        })
        const long = columns.some(({ width, text }) => tableLines(text(row), width) > LONGEST_WHOLE_ROW)
        return new TableRow({ cantSplit: long ? undefined : true, children: cells })
      }),
    ],
  )
}

/** `lines`: at least so high, in lines of the body. */
export type SlipRow = { name: string; value: string; lines?: number }

/** A slip to fill in by hand, which stays on one page. */
export function slip(rows: SlipRow[]): (Table | Paragraph)[] {
  const widths = [6, CHARACTERS - 6] as const
  const grid = table(
    [...widths],
    rows.map(({ name, value, lines = 1.2 }, i) => {
      const keepNext = i < rows.length - 1
      return new TableRow({
        cantSplit: true,
        height: { value: Math.round(lines * LINE), rule: HeightRule.ATLEAST },
        children: [
          cell([cellLine(name, { font: HEITI }, 'center', keepNext)], widths[0]),
          cell([cellLine(value, {}, 'left', keepNext)], widths[1]),
        ],
      })
    }),
  )
  // Word adds a full line after a table that ends a document, perhaps on a page of its own.
  return [grid, paragraph([], { spacing: { line: 20, lineRule: LineRuleType.EXACT } })]
}

function table(widths: number[], rows: TableRow[]): Table {
  return new Table({
    width: { size: TYPE_WIDTH, type: WidthType.DXA },
    layout: TableLayoutType.FIXED,
    alignment: AlignmentType.CENTER,
    columnWidths: widths.map((width) => Math.floor(width * CHARACTER)),
    margins: { top: 40, bottom: 40, left: CELL_MARGIN, right: CELL_MARGIN },
    rows,
  })
}

const cell = (children: Paragraph[], width: number) =>
  new TableCell({
    width: { size: Math.floor(width * CHARACTER), type: WidthType.DXA },
    verticalAlign: VerticalAlignTable.CENTER,
    // Word calls a file with an empty cell corrupt.
    children: children.length > 0 ? children : [cellLine('')],
  })

const cellLine = (text: string, style: Style = {}, align: 'left' | 'center' = 'left', keepNext = false) =>
  paragraph([run(text, { size: SIZE.smallFourth, ...style })], {
    alignment: align === 'center' ? AlignmentType.CENTER : AlignmentType.LEFT,
    spacing: { line: TABLE_LINE, lineRule: LineRuleType.EXACT },
    keepNext: keepNext || undefined,
  })

/** How many lines of a cell the text takes, roughly. */
function tableLines(text: string, width: number): number {
  const perLine = (width * CHARACTER - 2 * CELL_MARGIN) / (SIZE.smallFourth * 10)
  return linesOf(text).reduce((lines, line) => lines + Math.ceil(charactersWide(line) / perLine), 0)
}
