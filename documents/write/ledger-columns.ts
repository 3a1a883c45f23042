import { LIGHT_COLOURS, LIGHT_SHAPES } from '@/documents/write/light-marks'
import type { SheetColumn } from '@/documents/write/sheet'
import type { Day } from '@/domain/calendar'
import type { Deadline } from '@/domain/deadline'
import type { DutyRole, Light, State } from '@/domain/words'

/** A task as exports show it, all figures as of one day. The goal is its cell as issued: "（一）加快区域医疗中心建设". */
export type LedgerRow = {
  /** The plan's number, and the row's in the issued table. `shown` is the number as a list of several plans shows it: 2-17. */
  plan: number
  number: number
  shown?: string
  goal: string
  title: string
  measure: string
  /** The lead first, then the others in their order. */
  departments: { name: string; role: DutyRole }[]
  deadline: Deadline
  /** The deadline in force, where it is not the one issued. */
  deadlineApproved: string | null
  /** How often it was extended, and whether a request awaits a decision. */
  extensions: number
  extensionRequested: boolean
  state: State
  light: Light
  /** Whole per cent; `expected` is null without a deadline. */
  progress: number
  expected: number | null
  /** What a supervisor found on the last visit, in whole per cent. */
  checked: number | null
  /** Days late on the export's basis; 0 if it is not overdue. */
  overdueDays: number
  completedOn: Day | null
  lastReport: string | null
}

export type LedgerLabels = {
  columns: Record<
    | 'number'
    | 'goal'
    | 'title'
    | 'measure'
    | 'departments'
    | 'deadline'
    | 'deadlineApproved'
    | 'extensions'
    | 'extensionRequested'
    | 'light'
    | 'state'
    | 'progress'
    | 'expected'
    | 'checked'
    | 'overdueDays'
    | 'completedOn'
    | 'lastReport',
    string
  >
  lights: Record<Light, string>
  states: Record<State, string>
  /** Where a request awaits a decision. */
  waiting: string
}

/** The issued table's six columns, and to their right the state. */
export function ledgerColumns({ columns: heading, lights, states, waiting }: LedgerLabels): SheetColumn<LedgerRow>[] {
  return [
    { heading: heading.number, width: 5, align: 'center', value: (row) => row.shown ?? row.number },
    { heading: heading.goal, width: 12, value: (row) => row.goal, mergeBy: (row) => `${row.plan} ${row.goal}` },
    { heading: heading.title, width: 13, value: (row) => row.title, mergeBy: (row) => `${row.plan} ${row.goal}\n${row.title}` },
    { heading: heading.measure, width: 42, value: (row) => row.measure },
    { heading: heading.departments, width: 23, value: (row) => row.departments.map(({ name }) => name).join('\n') },
    { heading: heading.deadline, width: 11, align: 'center', value: (row) => row.deadline.issued },
    { heading: heading.deadlineApproved, width: 11, align: 'center', value: (row) => row.deadlineApproved },
    { heading: heading.extensions, width: 6, align: 'center', value: (row) => row.extensions || null },
    { heading: heading.extensionRequested, width: 6, align: 'center', value: (row) => (row.extensionRequested ? waiting : null) },
    {
      heading: heading.light,
      width: 9,
      value: (row) => `${LIGHT_SHAPES[row.light]} ${lights[row.light]}`,
      colour: (row) => LIGHT_COLOURS[row.light],
    },
    { heading: heading.state, width: 11, align: 'center', value: (row) => states[row.state] },
    { heading: heading.progress, width: 7, align: 'center', value: (row) => row.progress },
    { heading: heading.expected, width: 7, align: 'center', value: (row) => row.expected },
    { heading: heading.checked, width: 7, align: 'center', value: (row) => row.checked },
    { heading: heading.overdueDays, width: 7, align: 'center', value: (row) => row.overdueDays || null },
    { heading: heading.completedOn, width: 11, align: 'center', value: (row) => row.completedOn },
    { heading: heading.lastReport, width: 24, value: (row) => row.lastReport },
  ]
}
