import { and, eq, sql } from 'drizzle-orm'
import { unionAll } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { asNumber, periodOn } from '@/db/queries/as-of'
import { inList } from '@/db/queries/ledger-filter'
import { leadOn } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** What a department led on a day: all of it, what was closed and how much of that on time (approved deadline), what was overdue. */
export type DayFigures = { day: Day; total: number; closed: number; onTime: number; overdueApproved: number; overdueIssued: number }

/** The same figures as `situation` has for one lead department, for several days in one query; in the order of the days. */
export async function overTime(db: Db, viewer: Viewer, departmentId: string, days: readonly Day[]): Promise<DayFigures[]> {
  const [first, second, ...others] = days.map((day) => onDay(db, viewer, departmentId, day))
  if (!first) return []
  const rows = await (second ? unionAll(first, second, ...others) : first)
  const byDay = new Map(rows.map((row) => [row.day, row]))
  return days.flatMap((day) => byDay.get(day) ?? [])
}

function onDay(db: Db, viewer: Viewer, departmentId: string, day: Day) {
  const sum = (test: Parameters<typeof asNumber>[0]) => sql<number>`cast(coalesce(sum(${asNumber(test)}), 0) as integer)`
  return db
    .select({
      day: sql<Day>`cast(${day} as text)`.as('day'),
      total: sql<number>`cast(count(*) as integer)`.as('total'),
      closed: sum(sql`${taskStates.state} = 'closed'`).as('closed'),
      onTime: sum(inList('on_time', day)).as('on_time'),
      overdueApproved: sum(inList('overdue_approved', day)).as('overdue_approved'),
      overdueIssued: sum(inList('overdue_issued', day)).as('overdue_issued'),
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(day))
    .where(and(visibleTo(viewer), periodOn(day), eq(duties.departmentId, departmentId)))
}
