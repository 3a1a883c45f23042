import { LIGHT_COLOURS, LIGHT_SHAPES } from '@/documents/write/light-marks'
import { type SheetColumn, type SheetHead, writeSheet } from '@/documents/write/sheet'
import type { Day } from '@/domain/calendar'
import type { Light } from '@/domain/words'

export type OverdueRow = {
  /** In the issued table; `shown` is the number as a list of several plans shows it. */
  number: number
  shown?: string
  light: Light
  title: string
  measure: string
  lead: string
  cooperating: string[]
  deadlineIssued: string
  /** Days late on each basis; 0 if not late on it. */
  daysLateIssued: number
  /** The deadline in force; null where it is the one issued. */
  deadlineApproved: string | null
  daysLateApproved: number
  extensions: number
  /** A request awaits a decision; the days run on. */
  extensionRequested: boolean
  /** Whole per cent, as the department reports it and as a supervisor last found it. */
  progress: number
  checked: number | null
  contact: { name: string; phone: string } | null
  lastReport: { on: Day; text: string } | null
}

export type OverdueLabels = {
  columns: Record<
    | 'number'
    | 'light'
    | 'title'
    | 'measure'
    | 'lead'
    | 'cooperating'
    | 'deadlineIssued'
    | 'daysLateIssued'
    | 'deadlineApproved'
    | 'daysLateApproved'
    | 'extensions'
    | 'extensionRequested'
    | 'progress'
    | 'checked'
    | 'contact'
    | 'lastReport',
    string
  >
  lights: Record<Light, string>
  /** Where the deadline in force is the one issued, and where nothing was ever reported. */
  unchanged: string
  never: string
  /** Where a request awaits a decision. */
  waiting: string
}

export type OverdueSheet = SheetHead & { labels: OverdueLabels; rows: OverdueRow[] }

/** The overdue list, in the order of the rows given: neighbours with the same lead department share its cell. */
export function writeOverdueXlsx({ labels, rows, ...head }: OverdueSheet): Promise<Buffer> {
  return writeSheet(head, overdueColumns(labels), rows)
}

export function overdueColumns({ columns: heading, lights, unchanged, never, waiting }: OverdueLabels): SheetColumn<OverdueRow>[] {
  return [
    { heading: heading.lead, width: 16, value: (row) => row.lead, mergeBy: (row) => row.lead },
    { heading: heading.number, width: 5, align: 'center', value: (row) => row.shown ?? row.number },
    {
      heading: heading.light,
      width: 9,
      value: (row) => `${LIGHT_SHAPES[row.light]} ${lights[row.light]}`,
      colour: (row) => LIGHT_COLOURS[row.light],
    },
    { heading: heading.title, width: 18, value: (row) => row.title },
    { heading: heading.measure, width: 42, value: (row) => row.measure },
    { heading: heading.cooperating, width: 23, value: (row) => row.cooperating.join('\n') },
    { heading: heading.deadlineIssued, width: 11, align: 'center', value: (row) => row.deadlineIssued },
    { heading: heading.daysLateIssued, width: 8, align: 'center', value: (row) => row.daysLateIssued || null },
    { heading: heading.deadlineApproved, width: 11, align: 'center', value: (row) => row.deadlineApproved ?? unchanged },
    { heading: heading.daysLateApproved, width: 8, align: 'center', value: (row) => row.daysLateApproved || null },
    { heading: heading.extensions, width: 6, align: 'center', value: (row) => row.extensions || null },
    { heading: heading.extensionRequested, width: 6, align: 'center', value: (row) => (row.extensionRequested ? waiting : null) },
    { heading: heading.progress, width: 7, align: 'center', value: (row) => row.progress },
    { heading: heading.checked, width: 7, align: 'center', value: (row) => row.checked },
    { heading: heading.contact, width: 14, value: ({ contact }) => contact && `${contact.name}\n${contact.phone}`.trim() },
    { heading: heading.lastReport, width: 26, value: ({ lastReport }) => (lastReport ? `${lastReport.on}\n${lastReport.text}` : never) },
  ]
}
