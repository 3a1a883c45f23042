// A table of the file beside what was understood of it, for the page.
import { grouped } from '@/app/(signed-in)/(documents)/plans/import/[id]/doubt-views'
import type { Recognised } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import type { RowView, TableView, Understood } from '@/components/plans/import-view'
import type { Doubt, RecognisedRow, SourcePosition } from '@/documents/recognition'
import { sourceWindow } from '@/documents/source-window'

export const ROWS_PER_PAGE = 50

/** `only`: the rows to choose from, such as those with doubts; null for all. `page` counts from 1. */
export type Shown = { table: number; only: ReadonlySet<number> | null; page: number }
type Numbered = { id: number; doubt: Doubt }

/** The rows of a table that a doubt concerns. */
export function doubtfulRows(doubts: readonly Doubt[], table: number): Set<number> {
  return new Set(doubts.flatMap((doubt) => positionsOf(doubt).flatMap((at) => (at.table === table ? [at.row] : []))))
}

export const positionsOf = ({ at, also = [] }: Doubt): SourcePosition[] => (at ? [at, ...also] : also)

/** One page of a table, and how many rows there are to page through; null if the file has no such table. */
export function tableView({ document, recognition }: Recognised, shown: Shown): { table: TableView; total: number } | null {
  const source = document.tables[shown.table]
  const read = recognition.tables[shown.table]
  if (!source || !read) return null
  const rows = Array.from({ length: source.rows }, (_, row) => row).filter((row) => shown.only?.has(row) ?? true)
  const onPage = rows.slice((shown.page - 1) * ROWS_PER_PAGE, shown.page * ROWS_PER_PAGE)
  const doubts = grouped(recognition.doubts).flatMap(({ id, doubts: own }) => own.map((doubt) => ({ id, doubt })))
  const byCell = inCells(doubts, shown.table)
  const taskOf = new Map(recognition.rows.flatMap((row) => (row.at.table === shown.table ? [[row.at.row, row] as const] : [])))
  const otherOf = new Map(read.otherRows.map(({ row, why }) => [row, why]))
  const isAbove = (row: number) => read.header !== null && row <= read.header[1]
  const ofRow = byRow(doubts, shown.table, taskOf)
  const table: TableView = {
    index: shown.table,
    name: source.name,
    leftOut: read.leftOut,
    above: source.above,
    below: source.below,
    headerRows: read.header ? read.header[1] + 1 : 0,
    columns: read.columns.map((column, index) => ({
      ...column,
      doubts: doubts.flatMap(({ id, doubt }) => (concernsColumn(doubt, shown.table, index, read.header?.[1] ?? null) ? [id] : [])),
    })),
    rows: sourceWindow(source, onPage).map(({ row, cells }) => {
      const task = taskOf.get(row)
      return {
        row,
        line: source.lineOfRow?.[row] ?? source.firstLine + row,
        cells: cells.map(({ column, rowSpan, columnSpan, lines, continued }) => ({
          ...{ column, rowSpan, columnSpan, lines, continued },
          doubts: byCell.get(`${row} ${column}`) ?? [],
        })),
        is: task ? understood(task) : null,
        other: task ? null : (otherOf.get(row) ?? (read.leftOut ? 'left-out' : isAbove(row) ? 'header' : 'not-understood')),
        doubts: ofRow.get(row) ?? {},
      } satisfies RowView
    }),
  }
  return { table, total: rows.length }
}

const concernsColumn = (doubt: Doubt, table: number, column: number, headerEnd: number | null): boolean =>
  positionsOf(doubt).some((at) => at.table === table && at.column === column && headerEnd !== null && at.row <= headerEnd)

function inCells(doubts: readonly Numbered[], table: number): Map<string, number[]> {
  const cells = new Map<string, number[]>()
  for (const { id, doubt } of doubts)
    for (const { table: of, row, column } of positionsOf(doubt)) {
      if (of === table) cells.set(`${row} ${column}`, [...(cells.get(`${row} ${column}`) ?? []), id])
    }
  return cells
}

// A merged cell's doubt stands at its top; the rows below it have their value from there.
function byRow(doubts: readonly Numbered[], table: number, taskOf: ReadonlyMap<number, RecognisedRow>): Map<number, RowView['doubts']> {
  const marks = new Map<number, RowView['doubts']>()
  const cellsOf = Map.groupBy(
    [...taskOf].flatMap(([row, task]) => Object.values(task.cells).map((at) => ({ key: `${at.row} ${at.column}`, row }))),
    ({ key }) => key,
  )
  for (const { id, doubt } of doubts)
    for (const at of positionsOf(doubt)) {
      if (at.table !== table) continue
      const rows = cellsOf.get(`${at.row} ${at.column}`)?.map(({ row }) => row) ?? [at.row]
      for (const row of new Set(rows)) {
        const own = marks.get(row) ?? {}
        const what = doubt.column && taskOf.has(row) ? doubt.column : 'row'
        marks.set(row, { ...own, [what]: [...new Set([...(own[what] ?? []), id])] })
      }
    }
  return marks
}

function understood({
  number,
  goal,
  title,
  measure,
  departments,
  deadline,
  contacts,
  other = {},
  unsettled = [],
}: RecognisedRow): Understood {
  const { office = '', contact = '', phone = '', leaderInCharge = '' } = contacts ?? {}
  const said = { office, contact, phone, leaderInCharge }
  return {
    number,
    goal: goal.text,
    title,
    measure,
    departments,
    deadline,
    unsettled,
    contacts: Object.entries(said).flatMap(([what, text]) => (text ? [{ what: what as keyof typeof said, text }] : [])),
    more: Object.entries(other).flatMap(([heading, text]) => (text ? [{ heading, text }] : [])),
  }
}
