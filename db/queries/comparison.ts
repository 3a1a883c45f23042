import { and, eq, gt, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, lightOn, overdueOn } from '@/db/queries/as-of'
import { ledBy } from '@/db/queries/ledger-filter'
import { inPlan, inScope } from '@/db/queries/scope'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import { type ComparedRow, type Comparison, comparison, type Wording } from '@/domain/compare'
import type { Payloads } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

/** The two views of the tasks that are compared: the earlier day first, respectively what was known earlier. Of one plan or of all. */
export type TwoViews = { before: Omit<Scope, 'plan'>; after: Omit<Scope, 'plan'>; plan?: number; lead?: string }
export type TasksCompared = Comparison & { departmentNames: Record<string, string> }

/** What changed from one view to the other, in five queries of few columns. `lead` narrows to what a department led in either. */
export async function tasksCompared(db: Db, viewer: Viewer, { before, after, plan, lead }: TwoViews): Promise<TasksCompared> {
  const led = lead === undefined ? undefined : or(ledBy(lead, before.asOf), ledBy(lead, after.asOf))
  const held = await dutiesOn(db, viewer, [before.asOf, after.asOf], and(inPlan(plan), led))
  const names = await db.select({ id: departments.id, name: departments.name }).from(departments)
  const rowsOf = async (view: Omit<Scope, 'plan'>) => rowsWith(await viewOf(db, viewer, { ...view, plan }, led), held, view.asOf)
  const [then, now] = [await rowsOf(before), await rowsOf(after)]
  const amended = await amendedBetween(db, viewer, before, after, and(inPlan(plan), led))
  return {
    ...comparison(then, now, amended, lead),
    departmentNames: Object.fromEntries(names.map(({ id, name }) => [id, name])),
  }
}

const viewOf = (db: Db, viewer: Viewer, scope: Scope, where: SQL | undefined) =>
  db
    .select({
      number: tasks.number,
      title: tasks.title,
      state: taskStates.state,
      light: lightOn(scope.asOf),
      progress: taskStates.progress,
      approvedDueOn: taskStates.approvedDueOn,
      lateApproved: asNumber(overdueOn('approved', scope.asOf)),
      lateIssued: asNumber(overdueOn('issued', scope.asOf)),
      extensions: taskStates.extensions,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, scope), where))

type Held = Awaited<ReturnType<typeof dutiesOn>>

async function dutiesOn(db: Db, viewer: Viewer, days: readonly Day[], where: SQL | undefined) {
  const on = days.map((day) => and(lte(duties.fromDay, day), gt(duties.toDay, day)))
  const rows = await db
    .select({ number: tasks.number, id: duties.departmentId, role: duties.role, from: duties.fromDay, to: duties.toDay })
    .from(tasks)
    .innerJoin(duties, eq(duties.taskId, tasks.id))
    .where(and(visibleTo(viewer), or(...on), where))
    .orderBy(tasks.number, duties.position)
  return Map.groupBy(rows, ({ number }) => number)
}

function rowsWith(rows: Awaited<ReturnType<typeof viewOf>>, held: Held, asOf: Day): ComparedRow[] {
  return rows.map(({ lateApproved, lateIssued, ...row }) => {
    const own = (held.get(row.number) ?? []).filter(({ from, to }) => from <= asOf && to > asOf)
    return {
      ...row,
      overdue: { approved: lateApproved === 1, issued: lateIssued === 1 },
      leadId: own.find(({ role }) => role === 'lead')?.id ?? '',
      cooperatingIds: own.flatMap(({ id, role }) => (role === 'cooperating' ? [id] : [])),
    }
  })
}

/** What the amendments that hold in the second view and not yet in the first one changed, by the task's number. */
async function amendedBetween(db: Db, viewer: Viewer, before: Scope, after: Scope, where: SQL | undefined) {
  const rows = await db
    .select({ number: tasks.number, payload: taskEvents.payload })
    .from(tasks)
    .innerJoin(taskEvents, eq(taskEvents.taskId, tasks.id))
    .where(and(visibleTo(viewer), eq(taskEvents.kind, 'amended'), holds(after), sql`not (${holds(before)})`, where))
  const byTask = Map.groupBy(rows, ({ number }) => number)
  const fieldsOf = ({ payload }: { payload: string }) => Object.keys((JSON.parse(payload) as Payloads['amended']).changes) as Wording[]
  return new Map([...byTask].map(([number, own]) => [number, [...new Set(own.flatMap(fieldsOf))].filter((field) => field !== 'deadline')]))
}

/** True for events that have taken effect by the day and stand, as far as was known. */
function holds({ asOf, knownAt = null }: Omit<Scope, 'plan'>): SQL {
  const known = (at: SQL) => knownBy(at, knownAt)
  return and(
    lte(taskEvents.effectiveOn, asOf),
    known(sql`${taskEvents.recordedAt}`),
    sql`not exists (select 1 from ${taskEvents} back where back.task_id = ${taskEvents.taskId} and back.retracts = ${taskEvents.seq}
      and ${known(sql`back.recorded_at`)})`,
  ) as SQL
}

const knownBy = (at: SQL, knownAt: Instant | null): SQL => (knownAt === null ? sql`1 = 1` : sql`${at} <= ${knownAt}`)
