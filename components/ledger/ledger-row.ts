import type { Day } from '@/domain/calendar'
import type { Precision } from '@/domain/deadline'
import type { Basis, Light, State } from '@/domain/words'

/** What a row of the ledger shows of a task, as of a day. */
export type LedgerRow = {
  number: number
  goal: { number: number; text: string }
  title: string
  measure: string
  lead: { departmentId: string; department: string }
  cooperating: readonly { departmentId: string; department: string }[]
  deadline: { issued: string; precision: Precision; issuedDueOn: Day | null; approvedDueOn: Day | null }
  state: State
  light: Light
  progress: number
  expected: number | null
  daysLate: Record<Basis, number>
  completedOn: Day | null
  closedOn: Day | null
  returnSeq: number | null
  lastReport: { done: string; on: Day } | null
  lastReportOn: Day | null
  extensions: number
  extensionSeq: number | null
  checked: number | null
  gap: number
  obstacles: number
  instructions: number
  stageMissingFrom: Day | null
}

export const dueOnOf = ({ deadline }: Pick<LedgerRow, 'deadline'>, basis: Basis): Day | null =>
  basis === 'issued' ? deadline.issuedDueOn : deadline.approvedDueOn
