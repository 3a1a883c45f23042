// What an issued table says, as far as it could be understood: the reading of a source document, with what a person still has to settle.
import type { IssuedRow } from '@/domain/issued-table'
import type { ColumnRole, PlanLayout } from '@/domain/plan-layout'

/** A cell of the source: table, row and column from 0. */
export type SourcePosition = { table: number; row: number; column: number }

/** What a person settled. Keys are what the source says, so that one answer serves every cell that says the same. */
export type Choices = {
  /** The plan's title, where the one read is not it. */
  title?: string
  /** Tables that hold no tasks, by index. */
  leaveOut?: number[]
  /** The last row of the header, by table. */
  headerEnd?: Record<number, number>
  /** What the columns hold, by table, in the order of the columns. */
  columns?: Record<number, ColumnRole[]>
  /** Another name → the department's own name; a name equal to itself is a new department. */
  departments?: Record<string, string>
  /** The text of a whole cell of departments → its departments, the lead first. */
  cells?: Record<string, string[]>
  /** The text of a deadline → the same in a form that is known (domain/deadline.ts). */
  deadlines?: Record<string, string>
}

/** What the ledger knows already: departments by their own names, and the aliases that were confirmed. */
export type KnownNames = { departments: readonly string[]; aliases: Readonly<Record<string, string>> }

export type RecognisedColumn = { heading: string; role: ColumnRole /** False where a person should look. */; sure: boolean }

export type RecognisedTable = {
  index: number
  leftOut: boolean
  /** First and last row of the header, inclusive. */
  header: [first: number, last: number] | null
  columns: RecognisedColumn[]
  /** Rows that are no tasks, and why. */
  otherRows: { row: number; why: 'header' | 'repeated-header' | 'goal' | 'blank' | 'note' }[]
}

export type RecognisedRow = IssuedRow & { at: SourcePosition; cells: Partial<Record<ColumnRole, SourcePosition>>; contacts?: RowContacts }
export type RowContacts = { office: string; contact: string; phone: string; leaderInCharge: string }

/** Something that a person must settle before the table can be imported (`blocking`), or should look at. */
export type Doubt = {
  at: SourcePosition | null
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
  | 'title-empty'
  | 'measure-empty'
  | 'departments-empty'
  | 'department-alias'
  | 'department-new'
  | 'department-ambiguous'
  | 'department-incomplete'
  | 'department-unreadable'
  | 'department-twice'
  | 'lead-twice'
  | 'deadline-empty'
  | 'deadline-unknown'
  | 'row-not-understood'

/** That nothing was lost: every row, department and deadline of the source, and what became of it. */
export type Proof = {
  /** Rows below the headers that hold anything, and what they became; the three sum to it. */
  sourceRows: number
  understood: number
  goalRows: number
  notUnderstood: number
  duties: number
  departments: { name: string; leads: number; cooperates: number; written: { as: string; times: number }[] }[]
  deadlines: { written: string; means: string; dueOn: string | null; times: number }[]
}

export type Recognition = {
  title: string
  tables: RecognisedTable[]
  rows: RecognisedRow[]
  doubts: Doubt[]
  proof: Proof
  layout: PlanLayout
}
