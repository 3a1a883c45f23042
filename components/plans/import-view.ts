// What the pages of an import show, made by the page from what was read and understood.
import type { Precision } from '@/domain/deadline'
import type { ColumnRole } from '@/domain/plan-layout'
import type { DutyRole } from '@/domain/words'

/** What a column is read as; `ignored` is not taken over. */
export type ReadRole = ColumnRole | 'ignored'

/**
 * A doubt, numbered; cells that say the same are settled by the same answer: `places` are the first rows of `count`. `written` is the spelling or
 * the deadline that is asked about, `cell` the text of the whole cell.
 */
export type DoubtView = {
  id: number
  text: string
  blocking: boolean
  settle: 'department' | 'cell' | 'deadline' | 'columns' | 'numbers' | 'file'
  written: string
  cell: string
  suggestions: string[]
  /** A name that is like that of no department. */
  unlike: boolean
  places: Place[]
  count: number
}
/** `row` counts from 1, in its table or file. */
export type Place = { href: string; row: number; number: number | null }

export type CellView = { column: number; rowSpan: number; columnSpan: number; lines: string[]; continued: boolean; doubts: number[] }

export type Understood = {
  number: number
  goal: string
  title: string
  measure: string
  departments: { name: string; role: DutyRole }[]
  deadline: { issued: string; precision: Precision; dueOn: string | null }
  /** Columns whose value is still to be settled. */
  unsettled: ColumnRole[]
  contacts: { what: 'office' | 'contact' | 'phone' | 'leaderInCharge'; text: string }[]
  /** Columns without a meaning, by their headings. */
  more: { heading: string; text: string }[]
}

export type RowView = {
  /** From 0; what addresses carry. */
  row: number
  line: number
  cells: CellView[]
  is: Understood | null
  /** Why it is no task. */
  other: 'header' | 'repeated-header' | 'goal' | 'blank' | 'note' | 'not-understood' | 'left-out' | null
  /** Doubts by what they concern. */
  doubts: Partial<Record<ColumnRole | 'row', number[]>>
}

export type TableView = {
  index: number
  name: string | null
  leftOut: boolean
  above: string[]
  below: string[]
  /** How many rows from the top the header takes. */
  headerRows: number
  columns: { heading: string; role: ReadRole; sure: boolean; doubts: number[] }[]
  rows: RowView[]
}

export type ProofView = {
  sourceRows: number
  understood: number
  goalRows: number
  notes: number
  repeatedHeaders: number
  notUnderstood: number
  duties: number
  departments: { name: string; known: boolean; leads: number; cooperates: number; written: { as: string; times: number }[] }[]
  deadlines: { written: string; precision: Precision | null; dueOn: string | null; times: number }[]
}

/** An answer that was given, and can be given anew. */
export type AnswerView = { about: 'departments' | 'cells' | 'deadlines'; written: string; means: string }
