import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, firstNotBefore, isState, periodsWithin } from '@/db/queries/as-of'
import { inList } from '@/db/queries/ledger-filter'
import { inPlan } from '@/db/queries/scope'
import { leadWithin } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

/** What a department led on a day: all of it, what was closed and how much of that on time (approved deadline), what was overdue. */
export type DayFigures = { day: Day; total: number; closed: number; onTime: number; overdueApproved: number; overdueIssued: number }

/** The same figures as `situation` has for one lead department, for several ascending days in one query; in the order of the days. */
export async function overTime(
  db: Db,
  viewer: Viewer,
  departmentId: string,
  days: readonly Day[],
  { knownAt = null, plan }: Pick<Scope, 'knownAt' | 'plan'> = {},
): Promise<DayFigures[]> {
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const stretches = await db
    .select({
      from: firstNotBefore(taskStates.validFrom, days),
      to: firstNotBefore(taskStates.validTo, days),
      ledFrom: firstNotBefore(duties.fromDay, days),
      ledTo: firstNotBefore(duties.toDay, days),
      closed: asNumber(isState('closed')),
      onTime: asNumber(inList('on_time', last)),
      lateApproved: firstNotBefore(taskStates.overdueApprovedFrom, days),
      lateIssued: firstNotBefore(taskStates.overdueIssuedFrom, days),
      count: sql<number>`cast(count(*) as integer)`,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadWithin(first, last))
    .where(and(visibleTo(viewer), inPlan(plan), periodsWithin(first, last, knownAt), eq(duties.departmentId, departmentId)))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`, sql`7`, sql`8`)
  return days.map((day, at) => {
    const then = stretches.filter(({ from, to, ledFrom, ledTo }) => Math.max(from, ledFrom) <= at && at < Math.min(to, ledTo))
    const sum = (test: (stretch: (typeof stretches)[number]) => boolean) => then.filter(test).reduce((total, { count }) => total + count, 0)
    return {
      day,
      total: sum(() => true),
      closed: sum(({ closed }) => closed === 1),
      onTime: sum(({ onTime }) => onTime === 1),
      overdueApproved: sum(({ lateApproved }) => lateApproved <= at),
      overdueIssued: sum(({ lateIssued }) => lateIssued <= at),
    }
  })
}
