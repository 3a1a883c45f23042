// What the clockwork may have to remind of today, for all departments at once: one query for each kind of thing, whatever the number of
// tasks. Whether it does is decided in domain/reminders.ts.
import { and, eq, inArray, isNotNull, lte, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { isState, periodOn } from '@/db/queries/as-of'
import { matching } from '@/db/queries/ledger-filter'
import { inPlan } from '@/db/queries/scope'
import { leadOn } from '@/db/queries/task-rows'
import { departments, duties, taskStates, tasks } from '@/db/schema'
import { notices } from '@/db/schema-supervision'
import { addDays, type Day, earlierOf, FOREVER } from '@/domain/calendar'
import { AWAITING_REPLY } from '@/domain/notices'
import type { DutyToRemind } from '@/domain/reminders'
import type { ReportingPeriod } from '@/domain/reporting-periods'

/** A duty of today in a task that is due within so many days, is overdue, or lacks a stage result. */
export type DutyDue = DutyToRemind & { taskId: string; number: number; title: string; departmentId: string }

/** `days` ahead, inclusive. Claimed tasks are left out of what is due: they wait for the supervisor. */
export function dutiesDue(db: Db, today: Day, days: number): Promise<DutyDue[]> {
  const due = and(isState('not_started', 'in_progress'), lte(taskStates.approvedDueOn, addDays(today, days)))
  const stageMissing = and(isNotNull(taskStates.stageMissingFrom), lte(taskStates.stageMissingFrom, today))
  return db
    .select({
      taskId: tasks.id,
      number: tasks.number,
      title: tasks.title,
      state: taskStates.state,
      dueOn: taskStates.approvedDueOn,
      stageMissingFrom: taskStates.stageMissingFrom,
      departmentId: duties.departmentId,
      role: duties.role,
      part: duties.part,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.toDay, FOREVER)))
    .where(and(periodOn(today), or(due, stageMissing)))
    .orderBy(tasks.number, duties.position)
}

export type Unreported = { departmentId: string; department: string; count: number }

/**
 * For each lead department, how many of its open tasks in a plan have no report since the period began, today or, when the period is over, at
 * its end, as the page of reports counts; those without any are left out.
 */
export function unreported(db: Db, today: Day, plan: number, period: ReportingPeriod): Promise<Unreported[]> {
  const day = earlierOf(period.to, today)
  return db
    .select({ departmentId: departments.id, department: departments.name, count: sql<number>`cast(count(*) as integer)` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(today))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(and(periodOn(day), inPlan(plan), matching({ silentSince: period.from }, day)))
    .groupBy(departments.id, departments.name, departments.position)
    .orderBy(departments.position)
}

/** The notices that wait for a reply which is due by `until`, inclusive. */
export function repliesDue(db: Db, until: Day) {
  return db
    .select({
      id: notices.id,
      mark: notices.mark,
      year: notices.year,
      number: notices.number,
      replyBy: notices.replyBy,
      departmentId: notices.departmentId,
      department: departments.name,
    })
    .from(notices)
    .innerJoin(departments, eq(departments.id, notices.departmentId))
    .where(and(inArray(notices.state, [...AWAITING_REPLY]), lte(notices.replyBy, until)))
    .orderBy(notices.year, notices.number)
}
