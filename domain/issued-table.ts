import type { Deadline } from '@/domain/deadline'
import type { DutyRole } from '@/domain/words'

/** One row of an issued table, with merged cells filled down. `line` is the 1-based line of the source where the row begins. */
export type IssuedRow = {
  number: number
  goal: { number: number; name: string; text: string }
  title: string
  measure: string
  departments: { name: string; role: DutyRole }[]
  deadline: Deadline
  line: number
  /** Columns that the ledger gives no meaning, by their headings. */
  other?: Record<string, string>
}

export type IssuedTable = { title: string; rows: IssuedRow[] }
