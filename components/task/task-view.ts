import type { Day, Instant } from '@/domain/calendar'
import type { PlanRules } from '@/domain/commands'
import type { Standing } from '@/domain/course'
import type { Deadline } from '@/domain/deadline'
import type { Contacts, Payloads, TaskEvent } from '@/domain/events'
import type { Thresholds } from '@/domain/periods'
import type { Responsible, Viewer } from '@/domain/permissions'
import type { Basis, Light, State } from '@/domain/words'

export type DutyView = Contacts & { departmentId: string; department: string; version: number }

/** What the page of one task shows, as of `asOf`; versions and contacts are those of today. */
export type TaskView = {
  viewer: Viewer
  asOf: Day
  /** On whose knowledge the page rests; null for what is known now. */
  knownOn: Day | null
  today: Day
  now: Instant
  number: number
  version: number
  goal: { number: number; text: string }
  title: string
  measure: string
  lead: DutyView
  cooperating: readonly DutyView[]
  deadline: Pick<Deadline, 'issued' | 'precision'> & { issuedDueOn: Day | null; approvedDueOn: Day | null }
  state: State
  light: Light
  progress: number
  expected: number | null
  daysLate: Record<Basis, number>
  lastReport: (Payloads['reported'] & { on: Day }) | null
  plan: PlanRules & Thresholds & { title: string }
  start: Day
  /** As recorded, by seq; `whole` is false if the chain of hashes is broken. */
  events: readonly TaskEvent[]
  whole: boolean
  standing: Standing
  /** Department names by id, for those who once had a part, too. */
  departmentNames: Readonly<Record<string, string>>
  signOff: { name: string; post: string } | null
}

/** Without a deadline, as issued or since a supervisor made it so (rule 12). */
export const isLongTerm = ({ deadline }: Pick<TaskView, 'deadline'>): boolean => deadline.approvedDueOn === null

export const responsible = ({ lead, cooperating }: TaskView): Responsible => ({
  leadDepartmentId: lead.departmentId,
  cooperatingDepartmentIds: cooperating.map(({ departmentId }) => departmentId),
})

/** The cooperating departments that have not confirmed: what a claim needs a reason for. */
export const unconfirmed = ({ cooperating, standing }: TaskView): DutyView[] =>
  cooperating.filter(({ departmentId }) => standing.parts[departmentId]?.part !== 'done')
