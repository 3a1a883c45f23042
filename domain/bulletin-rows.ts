// The rows that a bulletin rests on: one per task of the plan, as it stood on the as-of day. They are kept with the bulletin, so that it
// reprints whatever happens later (rule 9). Where they come from, the stored periods or the fold of the events, is not known here.
import type { Day } from '@/domain/calendar'
import type { Precision } from '@/domain/deadline'
import { expectedProgress } from '@/domain/expected-progress'
import { daysLate, wasOnTime } from '@/domain/light'
import type { Period } from '@/domain/periods'
import { OWES_REPORT } from '@/domain/reporting-periods'
import type { Basis, DutyRole, Light, State } from '@/domain/words'

/** Whom to call in the lead department, as known at issue. */
export type BulletinContact = { office: string; contact: string; phone: string }

export type BulletinRow = {
  /** In the whole ledger (domain/task-number.ts). */
  number: number
  title: string
  leadId: string
  /** Sorted: their order may be changed later. */
  cooperatingIds: string[]
  contact: BulletinContact
  /** The deadline as issued, in its own words. */
  deadline: { issued: string; precision: Precision }
  state: State
  light: Light
  /** Whole per cent; expected is null without a deadline. */
  progress: number
  expected: number | null
  issuedDueOn: Day | null
  approvedDueOn: Day | null
  /** Whole days, 0 if not late. */
  daysLate: Record<Basis, number>
  /** Null while not closed or without a deadline. */
  onTime: Record<Basis, boolean | null>
  /** Its completion rests on a claim that was entered late. */
  lateEntered: boolean
  completedOn: Day | null
  closedOn: Day | null
  lastReportOn: Day | null
  extensions: number
  extensionRequested: boolean
  obstacles: number
  stageMissing: boolean
  /** How many events of the task were known at issue: what was recorded later has no part in it. */
  knownSeq: number
}

/** A task that owed a report at the end of the last closed reporting period, and whether it had given one in it. */
export type BulletinReport = { number: number; leadId: string; reported: boolean }

export type BulletinDuty = { departmentId: string; role: DutyRole }

type Standing = Pick<
  Period,
  | 'state'
  | 'progress'
  | 'issuedDueOn'
  | 'approvedDueOn'
  | 'completedOn'
  | 'closedOn'
  | 'lateEntered'
  | 'lastReportOn'
  | 'extensions'
  | 'extensionSeq'
  | 'obstacles'
  | 'stageMissingFrom'
>

export type BulletinTask = {
  number: number
  title: string
  addedOn: Day
  deadlineIssued: string
  deadlinePrecision: Precision
  knownSeq: number
}

/** A task's row from the period that holds on `asOf`. `duties` stand as issued, the lead among them. */
export function bulletinRow(
  task: BulletinTask,
  period: Standing,
  light: Light,
  duties: readonly BulletinDuty[],
  contactOf: (departmentId: string) => BulletinContact,
  asOf: Day,
): BulletinRow {
  const leadId = leadOf(duties)
  return {
    number: task.number,
    title: task.title,
    leadId,
    cooperatingIds: duties.flatMap(({ departmentId, role }) => (role === 'cooperating' ? [departmentId] : [])).sort(),
    contact: contactOf(leadId),
    deadline: { issued: task.deadlineIssued, precision: task.deadlinePrecision },
    state: period.state,
    light,
    progress: period.progress,
    expected: expectedProgress(task.addedOn, period.approvedDueOn, asOf),
    issuedDueOn: period.issuedDueOn,
    approvedDueOn: period.approvedDueOn,
    daysLate: { approved: daysLate(period, 'approved', asOf), issued: daysLate(period, 'issued', asOf) },
    onTime: { approved: wasOnTime(period, 'approved'), issued: wasOnTime(period, 'issued') },
    lateEntered: period.lateEntered,
    completedOn: period.completedOn,
    closedOn: period.closedOn,
    lastReportOn: period.lastReportOn,
    extensions: period.extensions,
    extensionRequested: period.extensionSeq !== null,
    obstacles: period.obstacles,
    stageMissing: period.stageMissingFrom !== null && period.stageMissingFrom <= asOf,
    knownSeq: task.knownSeq,
  }
}

/** Null where nothing is owed. `since` is the first day of the reporting period. */
export function bulletinReport(
  number: number,
  period: Pick<Period, 'state' | 'lastReportOn'>,
  duties: readonly BulletinDuty[],
  since: Day,
): BulletinReport | null {
  if (!OWES_REPORT.includes(period.state)) return null
  return { number, leadId: leadOf(duties), reported: period.lastReportOn !== null && period.lastReportOn >= since }
}

function leadOf(duties: readonly BulletinDuty[]): string {
  const lead = duties.find(({ role }) => role === 'lead')
  if (!lead) throw new Error('a task without a lead department')
  return lead.departmentId
}
