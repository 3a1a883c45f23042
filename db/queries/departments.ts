import { and, eq, exists, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, goals, tasks } from '@/db/schema'
import { FOREVER } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

export type NamedDepartment = { id: string; name: string; leads: boolean }

/** The departments that have a part in what the viewer sees, in official order. */
export async function departmentsInSight(db: Db, viewer: Viewer): Promise<NamedDepartment[]> {
  const rows = await db
    .select({ id: departments.id, name: departments.name, leads: sql<number>`max(case when ${duties.role} = 'lead' then 1 else 0 end)` })
    .from(departments)
    .innerJoin(duties, and(eq(duties.departmentId, departments.id), eq(duties.toDay, FOREVER)))
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .where(visibleTo(viewer))
    .groupBy(departments.id, departments.name, departments.position)
    .orderBy(departments.position)
  return rows.map((row) => ({ ...row, leads: Number(row.leads) === 1 }))
}

/** The goals that hold a task the viewer sees. */
export async function goalsInSight(db: Db, viewer: Viewer): Promise<{ number: number; name: string; text: string }[]> {
  return db
    .select({ number: goals.number, name: goals.name, text: goals.issuedText })
    .from(goals)
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(tasks)
          .where(and(eq(tasks.goalId, goals.id), visibleTo(viewer))),
      ),
    )
    .orderBy(goals.number)
}

/** The years of the deadlines that the viewer sees, ascending; `longTerm` if there are tasks without one. */
export async function deadlineYears(db: Db, viewer: Viewer): Promise<{ years: string[]; longTerm: boolean }> {
  const rows = await db
    .selectDistinct({ year: sql<string | null>`substr(${tasks.issuedDueOn}, 1, 4)` })
    .from(tasks)
    .where(visibleTo(viewer))
  return { years: rows.flatMap(({ year }) => year ?? []).sort(), longTerm: rows.some(({ year }) => year === null) }
}
