// What an issued table says, as far as it could be understood: the reading of a source document, with what a person still has to settle.
import type { SourceDocument } from '@/documents/source-document'
import type { IssuedRow, IssuedTable } from '@/domain/issued-table'
import { COLUMN_ROLES, type ColumnRole, type PlanLayout } from '@/domain/plan-layout'

/** The six columns of an issued table, in their order. */
export const COLUMNS = ['number', 'goal', 'title', 'measure', 'departments', 'deadline'] as const
export type ColumnName = (typeof COLUMNS)[number]

/** A cell of the source: table, row and column from 0. */
export type SourcePosition = { table: number; row: number; column: number }

/** The same as the file's own program counts it, all from 1: a cell of a Word table or of a sheet, or a line of text. */
export type Place =
  | { kind: 'docx'; table: number; row: number; column: number }
  | { kind: 'xlsx'; sheet: string; cell: string }
  | { kind: 'csv' | 'text'; line: number }

/** What a column is read as: state columns of our own exports, and columns that a person left out, are `ignored`. */
export const READ_ROLES = [...COLUMN_ROLES, 'ignored'] as const
export type ReadRole = (typeof READ_ROLES)[number]

/** What a person settled. Keys are what the source says, so that one answer serves every cell that says the same. */
export type Choices = {
  /** The plan's title, where the one read is not it. */
  title?: string
  /** Tables that hold no tasks, by index. */
  leaveOut?: number[]
  /** The last row of the header, by table. */
  headerEnd?: Record<number, number>
  /** What the columns hold, by table, in the order of the columns. */
  columns?: Record<number, ReadRole[]>
  /** Another name → the department's own name; a name equal to itself is a new department. */
  departments?: Record<string, string>
  /** The text of a whole cell of departments → its departments, the lead first. */
  cells?: Record<string, string[]>
  /** The text of a deadline → the same in a form that is known (domain/deadline.ts). */
  deadlines?: Record<string, string>
  /** Numbers that the list leaves out are left out on purpose. */
  acceptGaps?: boolean
  /** Rows and goals are numbered in their order, whatever the list says. */
  renumber?: boolean
}

/** The answer that a person gave for these words of the source, whatever they are: "constructor" has none unless somebody gave one. */
export const answerTo = <T>(answers: Readonly<Record<string, T>> | undefined, words: string): T | undefined =>
  answers && Object.hasOwn(answers, words) ? answers[words] : undefined

/** What the ledger knows already: departments by their own names, and the aliases that were confirmed. */
export type KnownNames = { departments: readonly string[]; aliases: Readonly<Record<string, string>> }

export type RecognisedColumn = { heading: string; role: ReadRole /** False where a person should look. */; sure: boolean }

export type RecognisedTable = {
  index: number
  leftOut: boolean
  /** First and last row of the header, inclusive. */
  header: [first: number, last: number] | null
  columns: RecognisedColumn[]
  /** Rows that are no tasks, and why. */
  otherRows: { row: number; why: 'header' | 'repeated-header' | 'goal' | 'blank' | 'note' }[]
}

export type RecognisedRow = IssuedRow & {
  at: SourcePosition
  /** The line of the file where each value stands, from 1; that of a merged cell is in a row above. */
  cellLines: Record<ColumnName, number>
  /** Where each value stands. */
  cells: Partial<Record<ColumnRole, SourcePosition>>
  contacts?: RowContacts
  /** Columns whose value is still to be settled: what stands there is no more than the words of the source. Absent if there are none. */
  unsettled?: ColumnRole[]
}
export type RowContacts = { office: string; contact: string; phone: string; leaderInCharge: string }

/** Something that a person must settle before the table can be imported (`blocking`), or should look at. */
export type Doubt = {
  at: SourcePosition | null
  place: Place | null
  /** Other cells that say the same, and are settled by the same answer. */
  also?: SourcePosition[]
  column: ColumnRole | null
  /** The row's number in the table, where it is known. */
  number: number | null
  code: DoubtCode
  blocking: boolean
  values: Record<string, string | number>
  /** What it may mean, the likeliest first: names of departments, deadlines. */
  suggestions: string[]
}

export type DoubtCode =
  | 'no-header'
  | 'no-rows'
  | 'column-unsure'
  | 'column-missing'
  | 'column-twice'
  | 'title-missing'
  | 'number-missing'
  | 'number-unreadable'
  | 'number-twice'
  | 'number-order'
  | 'number-gap'
  | 'goal-missing'
  | 'goal-unnumbered'
  | 'goal-order'
  | 'title-empty'
  | 'measure-empty'
  | 'departments-empty'
  | 'department-alias'
  | 'department-new'
  | 'department-collective'
  | 'department-ambiguous'
  | 'department-incomplete'
  | 'department-unreadable'
  | 'department-twice'
  | 'lead-twice'
  | 'deadline-empty'
  | 'deadline-unknown'
  | 'row-not-understood'
  | 'cell-error'

/** That nothing was lost: every row, department and deadline of the source, and what became of it. */
export type Proof = {
  /** Rows below the headers that hold anything, and what they became; the five sum to it. */
  sourceRows: number
  understood: number
  goalRows: number
  notes: number
  repeatedHeaders: number
  notUnderstood: number
  duties: number
  departments: { name: string; leads: number; cooperates: number; written: { as: string; times: number }[] }[]
  deadlines: { written: string; means: string; dueOn: string | null; times: number }[]
}

export type Recognition = {
  kind: SourceDocument['kind']
  title: string
  tables: RecognisedTable[]
  rows: RecognisedRow[]
  doubts: Doubt[]
  proof: Proof
  layout: PlanLayout
}

/** The table to import; null while anything blocks. */
export function issuedTableOf({ title, rows, doubts }: Recognition): (IssuedTable & { rows: RecognisedRow[] }) | null {
  return doubts.some(({ blocking }) => blocking) ? null : { title, rows }
}
