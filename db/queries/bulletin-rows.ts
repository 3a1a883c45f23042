// The rows of a bulletin from the stored periods, as known now: what it says at the moment of issue. Read in parts between which the server
// answers others; db/queries/bulletin-from-events.ts comes to the same rows without the periods.
import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, inArray, lte, max } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { isState, lightOn, periodOn } from '@/db/queries/as-of'
import type { Plan } from '@/db/queries/current-plan'
import { rulesOf } from '@/db/queries/reporting'
import { leadOn } from '@/db/queries/task-rows'
import { departments, duties, taskEvents, taskStates, tasks } from '@/db/schema'
import { type BulletinContext, type BulletinFigures, bulletinFigures, type PreviousIssue, reportsOn } from '@/domain/bulletin'
import { type BulletinContact, type BulletinReport, type BulletinRow, bulletinReport, bulletinRow } from '@/domain/bulletin-rows'
import type { Day } from '@/domain/calendar'
import { OWES_REPORT } from '@/domain/reporting-periods'
import { TASK_NUMBER_MAX } from '@/domain/task-number'
import type { Basis } from '@/domain/words'

const TASKS_AT_ONCE = 500

/** The figures as they are now. Four queries for each five hundred tasks, and one. */
export async function presentFigures(
  db: Db,
  plan: Plan,
  { asOf, basis }: { asOf: Day; basis: Basis },
  previous: PreviousIssue | null,
): Promise<BulletinFigures> {
  const context = await contextOf(db, plan, { asOf, basis })
  const rows: BulletinRow[] = []
  const reports: BulletinReport[] = []
  for (let after = 0; ; ) {
    const part = await rowsAfter(db, plan.id, after, asOf)
    const last = part.length < TASKS_AT_ONCE ? TASK_NUMBER_MAX : (part.at(-1)?.number ?? TASK_NUMBER_MAX)
    rows.push(...part)
    reports.push(...(await reportsOf(db, plan.id, [after, last], context)))
    if (last === TASK_NUMBER_MAX) break
    after = last
    await setImmediate()
  }
  return bulletinFigures(rows, reports, previous, context)
}

async function contextOf(db: Db, plan: Plan, { asOf, basis }: { asOf: Day; basis: Basis }): Promise<BulletinContext> {
  const known = await db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(departments.position)
  const { behindPoints, dueSoonDays, lateEntryDays } = plan
  return {
    plan: { number: plan.number, title: plan.title, firstDay: plan.firstDay },
    asOf,
    basis,
    thresholds: { behindPoints, dueSoonDays, lateEntryDays },
    aheadDays: dueSoonDays,
    reporting: rulesOf(plan),
    departments: known,
  }
}

/** The next tasks of the plan by number. */
async function rowsAfter(db: Db, planId: string, after: number, asOf: Day): Promise<BulletinRow[]> {
  const found = await db
    .select({ task: tasks, period: taskStates, light: lightOn(asOf) })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(eq(tasks.planId, planId), gt(tasks.number, after), periodOn(asOf)))
    .orderBy(asc(tasks.number))
    .limit(TASKS_AT_ONCE)
  const ids = found.map(({ task }) => task.id)
  const held = Map.groupBy(await dutiesEver(db, ids), ({ taskId }) => taskId)
  const known = new Map((await latestSeqs(db, ids)).map(({ taskId, seq }) => [taskId, seq ?? 0]))
  return found.map(({ task, period, light }) => {
    const ever = held.get(task.id) ?? []
    const then = ever.filter(({ fromDay, toDay }) => fromDay <= asOf && toDay > asOf)
    return bulletinRow({ ...task, knownSeq: known.get(task.id) ?? 0 }, period, light, then, (id) => contactIn(ever, id), asOf)
  })
}

/** All duties of these tasks, those that ended too, in the order of the row; a department's later one after its earlier one. */
const dutiesEver = (db: Db, taskIds: readonly string[]) =>
  db
    .select({
      taskId: duties.taskId,
      departmentId: duties.departmentId,
      role: duties.role,
      fromDay: duties.fromDay,
      toDay: duties.toDay,
      office: duties.office,
      contact: duties.contact,
      phone: duties.phone,
    })
    .from(duties)
    .where(inArray(duties.taskId, [...taskIds]))
    .orderBy(duties.taskId, duties.fromDay, duties.position)

const latestSeqs = (db: Db, taskIds: readonly string[]) =>
  db
    .select({ taskId: taskEvents.taskId, seq: max(taskEvents.seq) })
    .from(taskEvents)
    .where(inArray(taskEvents.taskId, [...taskIds]))
    .groupBy(taskEvents.taskId)

// contacts are those of its latest duty, as everywhere
function contactIn(ever: Awaited<ReturnType<typeof dutiesEver>>, departmentId: string): BulletinContact {
  const { office = '', contact = '', phone = '' } = ever.findLast((duty) => duty.departmentId === departmentId) ?? {}
  return { office, contact, phone }
}

/** Of the tasks after the first number up to the second, inclusive. */
async function reportsOf(db: Db, planId: string, [after, last]: [number, number], context: BulletinContext): Promise<BulletinReport[]> {
  const closed = reportsOn(context)
  if (!closed) return []
  const { period, on } = closed
  const found = await db
    .select({ number: tasks.number, state: taskStates.state, lastReportOn: taskStates.lastReportOn, leadId: duties.departmentId })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(on))
    .where(and(eq(tasks.planId, planId), gt(tasks.number, after), lte(tasks.number, last), periodOn(on), isState(...OWES_REPORT)))
  return found.flatMap(({ leadId, ...row }) => bulletinReport(row.number, row, [{ departmentId: leadId, role: 'lead' }], period.from) ?? [])
}
