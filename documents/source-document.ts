// A file of the outside world as it was read, before anybody knows what it means: tables of cells, and the paragraphs around them.
import type { PlanLayout } from '@/domain/plan-layout'

/** Rows and columns count from 0. A merged cell stands once, at its top left corner; what it covers has no cell of its own. */
export type SourceCell = {
  row: number
  column: number
  rowSpan: number
  columnSpan: number
  /** Its paragraphs or lines, trimmed, blank ones left out. */
  lines: string[]
  /** The line of the file where its text begins, from 1, where cells of one row stand on lines of their own (text). */
  line?: number
}

export type SourceTable = {
  /** The sheet's name; null where the format has none. */
  name: string | null
  rows: number
  columns: number
  cells: SourceCell[]
  /** Paragraphs between the table before (or the beginning) and this one, and after the last one; blank ones left out. */
  above: string[]
  below: string[]
  /** Per column, in whole millimetres; null where the file does not say. */
  widths: (number | null)[]
  page: PlanLayout['page'] | null
  /** Where row 0 stands in the file, from 1: a line of text, a row of a sheet. 1 for Word. */
  firstLine: number
  /** Per row the line of the file where it begins, where that is not firstLine + row: text, whose cells run over lines. */
  lineOfRow?: number[]
}

export type SourceDocument = { kind: 'docx' | 'xlsx' | 'csv' | 'text'; tables: SourceTable[] }

/** Why a file was not read; its words come from `refusalText`. */
export type FileRefusal = { refused: FileRefusalCode; values?: Record<string, string | number> }
export type FileRefusalCode =
  | 'unknown-kind'
  | 'empty'
  | 'too-large'
  | 'too-large-inside'
  | 'too-many-entries'
  | 'nested-archive'
  | 'damaged'
  | 'encrypted'
  | 'macros'
  | 'external-links'
  | 'old-format'
  | 'no-table'
  | 'too-many-cells'
  | 'too-slow'
  | 'out-of-memory'
  | 'busy'
