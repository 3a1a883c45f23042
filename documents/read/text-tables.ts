// Tables in plain text, in three ways of writing them: cells as indented lines (a Word table saved as text), cells parted by tabs (pasted
// from Excel), and the pipes of Markdown.
import { ROWS_MAX } from '@/documents/read/limits'
import { recordsOf, sourceCell, tableOf } from '@/documents/read/read-csv'
import { Refused } from '@/documents/read/refused'
import type { SourceTable } from '@/documents/source-document'

type Line = { line: number; text: string }
type Cell = { line: number; lines: string[] }

const STANDARD_HEADER = ['序号', '目标任务', '任务描述', '具体措施', '责任部门', '完成时限']
const NUMBER_HEADINGS = /^(序号|编号|项号|序|号|no\.?)$/i
const NOTE = /^(注|备注|说明)\s*[:：]/
const PIPES = /^\s*\|.*\|\s*$/
const PIPES_RULE = /^\s*\|?(\s*:?-+:?\s*\|)+\s*:?-*:?\s*$/

/** None where the text holds no table. Row 0 is the header. A row that is not like the others keeps the cells that it has. */
export function textTables(text: string): SourceTable[] {
  const lines = linesOf(text)
  const header = lines.findIndex(({ text }) => /^\s/.test(text) && NUMBER_HEADINGS.test(compact(text)))
  if (header !== -1) return [indentedTable(lines, header)]
  return lines.some(({ text }) => PIPES_RULE.test(text))
    ? runs(withoutHashes(lines), PIPES, pipesTable)
    : runs(lines, /\S\s*\t|\t\s*\S/, tabsTable)
}

/**
 * An indented line begins a cell, lines without indent go on with it, blank lines and page breaks mean nothing. How deep the indent is, the
 * header shows. Headers repeated after a page break are left out. A row begins with a number.
 */
function indentedTable(lines: Line[], header: number): SourceTable {
  const cells = cellsOf(lines.slice(header), lines[header]?.text ?? '')
  const headings = headingsOf(cells)
  const { rows, below } = withoutNotes([headings, ...rowsOf(withoutHeaders(cells.slice(headings.length), headings), headings.length)])
  if (rows.length > ROWS_MAX) throw new Refused('too-many-cells')
  return {
    name: null,
    rows: rows.length,
    columns: headings.length,
    cells: rows.flatMap((row, at) => row.map((cell, column) => ({ ...sourceCell(at, column, cell.lines), line: cell.line }))),
    above: texts(lines.slice(0, header)),
    below,
    widths: headings.map(() => null),
    page: null,
    firstLine: lines[header]?.line ?? 1,
    lineOfRow: rows.map((row) => row[0]?.line ?? 1),
  }
}

function cellsOf(lines: Line[], header: string): Cell[] {
  const indent = /^\s*/.exec(header)?.[0] ?? ''
  const begins = (text: string) => (indent.includes('\t') ? /^[^\S\t]*\t/.test(text) : text.startsWith(indent))
  const cells: Cell[] = []
  for (const { line, text } of lines) {
    if (begins(text)) cells.push({ line, lines: [] })
    if (text.trim() !== '') cells.at(-1)?.lines.push(text.trim())
  }
  return cells
}

/** The standard header where it stands there, else all cells before the first number. */
function headingsOf(cells: Cell[]): Cell[] {
  if (STANDARD_HEADER.every((heading, i) => wordsOf(cells[i]) === heading)) return cells.slice(0, STANDARD_HEADER.length)
  const first = cells.findIndex(isNumber)
  return cells.slice(0, first === -1 ? cells.length : first)
}

function withoutHeaders(cells: Cell[], headings: Cell[]): Cell[] {
  const isHeader = (at: number) => headings.every((heading, i) => wordsOf(cells[at + i]) === wordsOf(heading))
  const kept: Cell[] = []
  for (let i = 0; i < cells.length; ) {
    if (isHeader(i)) i += headings.length
    else kept.push(cells[i++] as Cell)
  }
  return kept
}

/** A number begins a row anywhere; after a full row any cell does that holds something. */
function rowsOf(cells: Cell[], width: number): Cell[][] {
  const rows: Cell[][] = []
  for (const cell of cells) {
    const row = rows.at(-1)
    if (!row || row.length === width || isNumber(cell)) {
      if (cell.lines.length > 0) rows.push([cell])
    } else row.push(cell)
  }
  return rows
}

/** Notes under the table follow its last cell without indent. */
function withoutNotes(rows: Cell[][]): { rows: Cell[][]; below: string[] } {
  const last = rows.at(-1)?.at(-1)
  const note = rows.length > 1 ? (last?.lines.findIndex((line) => NOTE.test(line)) ?? -1) : -1
  return { rows, below: last && note > 0 ? last.lines.splice(note) : [] }
}

/** Neighbouring lines of one form are a table; what stands between belongs above the next, and after the last below it. */
function runs(lines: Line[], form: RegExp, read: (run: Line[]) => SourceTable | null): SourceTable[] {
  const tables: SourceTable[] = []
  let around: Line[] = []
  for (let i = 0; i < lines.length; ) {
    const length = runLength(lines, i, form)
    const table = length > 1 ? read(lines.slice(i, i + length)) : null
    if (table) {
      tables.push({ ...table, above: texts(around) })
      around = []
    } else around.push(...lines.slice(i, i + Math.max(1, length)))
    i += Math.max(1, length)
  }
  tables.at(-1)?.below.push(...texts(around))
  return tables
}

/** A cell in quotation marks, as Excel copies it, may run over lines that are not of the form. */
function runLength(lines: Line[], from: number, form: RegExp): number {
  let length = 0
  let isQuoted = false
  for (const { text } of lines.slice(from, from + ROWS_MAX)) {
    if (!isQuoted && !form.test(text)) break
    if (isQuoted ? /^[^"]*"(?!")/.test(text) : /(^|\t)"[^"]*$/.test(text)) isQuoted = !isQuoted
    length += 1
  }
  return isQuoted ? 1 : length
}

/** Markdown's headings: "# ", "## " and so on. */
const withoutHashes = (lines: Line[]): Line[] => lines.map(({ line, text }) => ({ line, text: text.replace(/^\s{0,3}#{1,6}\s+/, '') }))

function pipesTable(run: Line[]): SourceTable | null {
  if (!run.some(({ text }) => PIPES_RULE.test(text))) return null
  const records = run.flatMap(({ line, text }) => {
    if (PIPES_RULE.test(text)) return []
    const cells = text
      .trim()
      .slice(1, -1)
      .split(/(?<!\\)\|/)
    return [
      {
        line,
        cells: cells.map((cell) =>
          cell
            .replace(/<br\s*\/?>/gi, '\n')
            .replaceAll('\\|', '|')
            .replaceAll('**', ''),
        ),
      },
    ]
  })
  return tableOf(records)
}

function tabsTable(run: Line[]): SourceTable | null {
  return tableOf(recordsOf(run.map(({ text }) => text).join('\n'), '\t', run[0]?.line))
}

function linesOf(text: string): Line[] {
  return text.split(/\r\n|[\r\n\u0085\u2028\u2029]/).flatMap((whole, i) => whole.split(/[\f\v]/).map((text) => ({ line: i + 1, text })))
}

const texts = (lines: Line[]): string[] => lines.map(({ text }) => text.trim()).filter((text) => text !== '')
const wordsOf = (cell: Cell | undefined): string => compact((cell?.lines ?? []).join(''))
const isNumber = (cell: Cell): boolean => /^\d+$/.test(wordsOf(cell))
const compact = (text: string): string => text.normalize('NFKC').replace(/\s+/g, '')
