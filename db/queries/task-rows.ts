import { and, asc, eq, gt, inArray, lte, type SQL } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { lightOn } from '@/db/queries/as-of'
import { departmentNameOn } from '@/db/queries/department-name'
import { inScope } from '@/db/queries/scope'
import { amendedLater, type Wording, wordings } from '@/db/queries/wording'
import { departments, duties, goals, taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Deadline, Precision } from '@/domain/deadline'
import type { Payloads } from '@/domain/events'
import { expectedProgress } from '@/domain/expected-progress'
import { daysLate, wasOnTime } from '@/domain/light'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import type { Basis, DutyRole, Light, Part, State } from '@/domain/words'

/** A department's part in a task on the day asked for; part, note and contacts are those of today. */
export type Duty = {
  departmentId: string
  department: string
  role: DutyRole
  part: Part
  partSince: Day
  partNote: string
  version: number
  office: string
  contact: string
  phone: string
  leaderInCharge: string
}

/** One row of any list, as of a day: state, duties, names and wording, deadlines. */
export type TaskRow = {
  /** In the whole ledger (domain/task-number.ts). */
  number: number
  version: number
  /** The first day on which the task is in the plan. */
  addedOn: Day
  goal: { number: number; name: string; text: string }
  title: string
  measure: string
  duties: Duty[]
  lead: Duty
  cooperating: Duty[]
  /** `issued` as first issued; `amended` as a document gave it later, null where none did by then. */
  deadline: { issued: string; precision: Precision; amended: Deadline | null; issuedDueOn: Day | null; approvedDueOn: Day | null }
  state: State
  light: Light
  /** Whole percent; expected is null without a deadline. */
  progress: number
  expected: number | null
  /** Whole days, 0 if not late. */
  daysLate: Record<Basis, number>
  /** Null while not closed or without a deadline. */
  onTime: Record<Basis, boolean | null>
  completedOn: Day | null
  closedOn: Day | null
  claimSeq: number | null
  returnSeq: number | null
  /** The last report with a text; `lastReportOn` may be later: "no change" was said since. */
  lastReport: (Payloads['reported'] & { on: Day }) | null
  lastReportOn: Day | null
  /** Approved extensions so far; the request that awaits a decision. */
  extensions: number
  extensionSeq: number | null
  /** What a supervisor found on the last visit, in whole per cent. */
  checked: number | null
  /** Points by which the department had said more than was found. */
  gap: number
  /** Open obstacles and unanswered 批示. */
  obstacles: number
  instructions: number
  /** The stage result that awaits verification; the day from which one is missing. */
  stageSeq: number | null
  stageMissingFrom: Day | null
}

export type RowsWanted = Scope & { where?: SQL; orderBy?: SQL[]; limit?: number; offset?: number }

/**
 * The rows that a viewer may see, in two queries whatever their number, three where documents amended some of them later. The lead is joined from the left, though each task has one, so that
 * SQLite walks the tasks in their order and stops at the limit.
 */
export async function taskRows(db: Db, viewer: Viewer, wanted: RowsWanted): Promise<TaskRow[]> {
  const { asOf, where, orderBy = [asc(tasks.number)], limit, offset = 0 } = wanted
  const query = db
    .select({
      task: tasks,
      goal: goals,
      state: taskStates,
      light: lightOn(asOf),
      amendedLater: amendedLater(wanted),
      report: taskEvents.payload,
      reportedOn: taskEvents.effectiveOn,
    })
    .from(tasks)
    .innerJoin(goals, eq(goals.id, tasks.goalId))
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .leftJoin(duties, leadOn(asOf))
    .leftJoin(departments, eq(departments.id, duties.departmentId))
    .leftJoin(taskEvents, and(eq(taskEvents.taskId, tasks.id), eq(taskEvents.seq, taskStates.lastReportSeq)))
    .where(and(inScope(viewer, wanted), where))
    .orderBy(...orderBy)
  const found = await (limit === undefined ? query : query.limit(limit).offset(offset))
  const byTask = await dutiesOf(
    db,
    found.map(({ task }) => task.id),
    asOf,
  )
  const worded = await wordings(db, found, wanted)
  return found.map((row) => rowOf(row, byTask.get(row.task.id) ?? [], worded.get(row.task.id) as Wording, asOf))
}

/** Joins each task to the duty of its lead department on that day. */
export const leadOn = (asOf: Day): SQL =>
  and(eq(duties.taskId, tasks.id), eq(duties.role, 'lead'), lte(duties.fromDay, asOf), gt(duties.toDay, asOf)) as SQL

/** The same for all lead duties of any of the days between the two, both included. */
export const leadWithin = (first: Day, last: Day): SQL =>
  and(eq(duties.taskId, tasks.id), eq(duties.role, 'lead'), lte(duties.fromDay, last), gt(duties.toDay, first)) as SQL

/** Narrows the joined duties to one department's; not at all without one. */
export const ofDepartment = (departmentId: string | undefined): SQL | undefined =>
  departmentId === undefined ? undefined : eq(duties.departmentId, departmentId)

const IDS_AT_ONCE = 10_000

async function dutiesOf(db: Db, taskIds: readonly string[], asOf: Day): Promise<Map<string, Duty[]>> {
  const rows: (Duty & { taskId: string })[] = []
  for (let at = 0; at < taskIds.length; at += IDS_AT_ONCE) {
    rows.push(
      ...(await db
        .select(dutyColumns(asOf))
        .from(duties)
        .innerJoin(departments, eq(departments.id, duties.departmentId))
        .where(and(inArray(duties.taskId, taskIds.slice(at, at + IDS_AT_ONCE)), lte(duties.fromDay, asOf), gt(duties.toDay, asOf)))
        .orderBy(duties.taskId, duties.position)),
    )
  }
  return Map.groupBy(rows, (row) => row.taskId)
}

const dutyColumns = (asOf: Day) => ({
  taskId: duties.taskId,
  departmentId: duties.departmentId,
  department: departmentNameOn(asOf),
  role: duties.role,
  part: duties.part,
  partSince: duties.partSince,
  partNote: duties.partNote,
  version: duties.version,
  office: duties.office,
  contact: duties.contact,
  phone: duties.phone,
  leaderInCharge: duties.leaderInCharge,
})

type Found = {
  task: typeof tasks.$inferSelect
  goal: typeof goals.$inferSelect
  amendedLater: boolean | number
  state: typeof taskStates.$inferSelect
  light: Light
  report: string | null
  reportedOn: string | null
}

function rowOf({ task, state, light, report, reportedOn }: Found, own: Duty[], wording: Wording, asOf: Day): TaskRow {
  const lead = own.find((duty) => duty.role === 'lead')
  if (!lead) throw new Error(`task ${task.number} has no lead department on ${asOf}`)
  return {
    number: task.number,
    version: task.version,
    addedOn: task.addedOn,
    goal: wording.goal,
    title: wording.title,
    measure: wording.measure,
    duties: own,
    lead,
    cooperating: own.filter((duty) => duty.role === 'cooperating'),
    deadline: {
      issued: task.deadlineIssued,
      precision: task.deadlinePrecision,
      amended: wording.amended,
      issuedDueOn: state.issuedDueOn,
      approvedDueOn: state.approvedDueOn,
    },
    state: state.state,
    light,
    progress: state.progress,
    expected: expectedProgress(task.addedOn, state.approvedDueOn, asOf),
    daysLate: { approved: daysLate(state, 'approved', asOf), issued: daysLate(state, 'issued', asOf) },
    onTime: { approved: wasOnTime(state, 'approved'), issued: wasOnTime(state, 'issued') },
    completedOn: state.completedOn,
    closedOn: state.closedOn,
    claimSeq: state.claimSeq,
    returnSeq: state.returnSeq,
    lastReport: report === null || reportedOn === null ? null : { ...JSON.parse(report), on: reportedOn },
    lastReportOn: state.lastReportOn,
    extensions: state.extensions,
    extensionSeq: state.extensionSeq,
    checked: state.checkedProgress,
    gap: state.gap,
    obstacles: state.obstacles,
    instructions: state.instructions,
    stageSeq: state.stageSeq,
    stageMissingFrom: state.stageMissingFrom,
  }
}
