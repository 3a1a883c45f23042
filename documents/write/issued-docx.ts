// The issued table in Word, on its own page and as an annex by GB/T 9704-2012: title in 小标宋, table in 仿宋 with headings in 黑体.
import { AlignmentType, LineRuleType, type Paragraph } from 'docx'
import {
  fittedWidths,
  type GridCell,
  type GridColumn,
  type GridRow,
  headerRows,
  type IssuedLayoutRow,
  issuedGrid,
} from '@/documents/write/issued-layout'
import type { LedgerLabels } from '@/documents/write/ledger-columns'
import { documentOf, type Page, type Section, tableHere } from '@/documents/write/official-document'
import { charactersWide, HEITI, linesOf, millimetres, paragraph, run, SIZE, XIAOBIAOSONG } from '@/documents/write/official-text'
import { type TableType, type WordCell, type WordRow, wordTable } from '@/documents/write/word-table'
import type { PlanLayout } from '@/domain/plan-layout'

/** One plan. `said`: as-of day, basis, maker. */
export type IssuedPlan = {
  title: string
  issuer: string
  layout: PlanLayout
  said: string[]
  rows: IssuedLayoutRow[]
  labels: LedgerLabels
}

/** The bytes of a .docx file with a section for each plan; `onEveryPage` stands in the page header. */
export function issuedDocx(plans: readonly IssuedPlan[], onEveryPage: string[]): Promise<Uint8Array> {
  const [first] = plans
  const drawn = new Map<string, string>()
  const sections = plans.map((plan) => sectionOf(plan, drawn))
  return documentOf({ title: first?.title ?? '', issuer: first?.issuer ?? '', onEveryPage }, sections, drawn)
}

function sectionOf({ title, layout, said, rows, labels }: IssuedPlan, drawn: Map<string, string>): Section {
  const { columns, tables } = issuedGrid(rows, layout, labels)
  const type = typeFor(columns.length)
  const page = pageFor(layout.page, columns, type)
  const widths = fittedWidths(columns, page.width - page.margin.left - page.margin.right, type.size * 5, 2 * type.padding)
  const draw = (own: readonly GridRow[]) => {
    const id = crypto.randomUUID()
    drawn.set(id, tableOf(columns, own, widths, type))
    return tableHere(id)
  }
  return {
    page,
    children: [
      ...headLines(title, layout.above).map(({ text, isTitle }) => (isTitle ? titleLine(text) : smallLine(text))),
      ...said.map((line) => smallLine(line)),
      ...tables.flatMap(({ caption, rows: own }) => [
        ...(caption === null ? [] : [smallLine(caption, { font: HEITI, keepNext: true })]),
        draw(own),
      ]),
      ...(layout.below.length > 0 ? layout.below.map((line) => smallLine(line)) : [closingLine()]),
    ],
  }
}

/** The paragraphs above the table, and which one is the title; a table that was issued without any gets the plan's. */
export function headLines(title: string, above: readonly string[]): { text: string; isTitle: boolean }[] {
  const plain = (text: string) => text.replace(/\s+/g, '')
  const lines = above.some((line) => plain(line) === plain(title)) ? above : above.length > 0 ? above : [title]
  const at = Math.max(
    0,
    lines.findIndex((line) => plain(line) === plain(title)),
  )
  return lines.map((text, i) => ({ text, isTitle: i === at }))
}

/** From 小四 for a narrow table by 五号 and 小五 to 六号 for one of many columns. */
export function typeFor(columns: number): TableType {
  if (columns <= 6) return { size: SIZE.smallFourth, line: 400, padding: 80 }
  if (columns <= 8) return { size: 21, line: 340, padding: 80 }
  return columns <= 11 ? { size: 18, line: 280, padding: 57 } : { size: 15, line: 230, padding: 57 }
}

/** The share of the line that the state may take before an upright page is turned on its side. */
const STATE_SHARE = 0.35

/** The page as issued. Turned on its side, its upper edge stays at the binding, and the margins turn with it. */
function pageFor({ width, height, margins }: PlanLayout['page'], columns: readonly GridColumn[], { size, padding }: TableType): Page {
  const page = (across: number, down: number, margin: PlanLayout['page']['margins']): Page => ({
    width: millimetres(across),
    height: millimetres(down),
    margin: {
      top: millimetres(margin.top),
      right: millimetres(margin.right),
      bottom: millimetres(margin.bottom),
      left: millimetres(margin.left),
    },
  })
  const state = columns.reduce((sum, column) => sum + (column.state ? column.characters * size * 5 + 2 * padding : 0), 0)
  const upright = page(width, height, margins)
  const fits = state <= STATE_SHARE * (upright.width - upright.margin.left - upright.margin.right)
  if (width >= height || fits) return upright
  return page(height, width, { top: margins.left, right: margins.top, bottom: margins.right, left: margins.bottom })
}

function tableOf(columns: readonly GridColumn[], rows: readonly GridRow[], widths: readonly number[], type: TableType): string {
  const left = columns.map(() => 0)
  return wordTable(widths, [...headerOf(columns), ...rows.map((row) => bodyRow(row, columns, widths, type, left))], type)
}

/** In Word a cell goes on in each row that it reaches down to, and stands for all the columns that it reaches over. */
const headerOf = (columns: readonly GridColumn[]): WordRow[] =>
  headerRows(columns).map((row) => ({
    header: true,
    whole: true,
    cells: row.flatMap((cell, i): WordCell[] => {
      if (cell) return [{ lines: textOf(cell), bold: true, align: 'center', across: cell.columns, merge: mergeOf(cell, false) }]
      return columns[i]?.group === '' ? [{ lines: [], merge: 'goes-on' }] : []
    }),
  }))

/** `left`: how many rows the merged cell above still reaches down, by column. */
function bodyRow(
  { kind, struck, cells }: GridRow,
  columns: readonly GridColumn[],
  widths: readonly number[],
  type: TableType,
  left: number[],
): WordRow {
  if (kind === 'goal') return { whole: true, cells: [{ lines: textOf(cells[0] ?? null), bold: true, across: columns.length }] }
  const drawn = columns.map((column, i): WordCell => {
    const cell = cells[i] ?? null
    const covered = !cell && (left[i] ?? 0) > 0
    left[i] = cell ? cell.rows - 1 : (left[i] ?? 0) - 1
    return {
      lines: textOf(cell),
      align: column.align,
      colour: cell?.colour,
      struck: struck && !column.state,
      merge: mergeOf(cell, covered),
    }
  })
  const lines = drawn.map((cell, i) => (cell.merge ? 1 : linesTaken(cell.lines, widths[i] ?? 0, type)))
  return { whole: Math.max(...lines) <= LONGEST_WHOLE_ROW, cells: drawn }
}

/** In lines; a longer row, moved whole to the next page, would leave too much of this one empty. */
const LONGEST_WHOLE_ROW = 12

const textOf = (cell: GridCell | null): string[] => linesOf(String(cell?.value ?? ''))

function mergeOf(cell: GridCell | null, covered: boolean): WordCell['merge'] {
  if (covered) return 'goes-on'
  return cell && cell.rows > 1 ? 'begins' : undefined
}

function linesTaken(lines: readonly string[], width: number, { size, padding }: TableType): number {
  const perLine = Math.max(1, (width - 2 * padding) / (size * 10))
  return lines.reduce((sum, line) => sum + Math.max(1, Math.ceil(charactersWide(line) / perLine)), 0)
}

const TITLE_LINE = 640
const SMALL_LINE = 400
const exactly = (line: number, before = 0, after = 0) => ({ before, after, line, lineRule: LineRuleType.EXACT })

const titleLine = (text: string): Paragraph =>
  paragraph([run(text, { font: XIAOBIAOSONG, size: SIZE.second })], {
    alignment: AlignmentType.CENTER,
    spacing: exactly(TITLE_LINE, 0, 120),
  })

const smallLine = (text: string, { font, keepNext }: { font?: string; keepNext?: boolean } = {}): Paragraph =>
  paragraph([run(text, { font, size: SIZE.smallFourth })], { spacing: exactly(SMALL_LINE), keepNext })

/** Word adds a full line after a table that ends a section, perhaps on a page of its own. */
const closingLine = (): Paragraph => paragraph([], { spacing: exactly(20) })
