import { and, eq, exists, gt, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { inPlan } from '@/db/queries/scope'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, goals, plans, tasks } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

const planNameColumn = sql<string>`coalesce(${plans.shortName}, ${plans.title})`

/** A document can word a goal anew: those of one number stand in the order of their first tasks. */
export const firstTask = sql`(select min(${tasks.number}) from ${tasks} where ${tasks.goalId} = ${goals.id})`

type Within = Pick<Scope, 'asOf' | 'plan'>

export type NamedDepartment = { id: string; name: string; leads: boolean }

/** The departments that have a part on that day in what the viewer sees, in official order. */
export async function departmentsInSight(db: Db, viewer: Viewer, { asOf, plan }: Within): Promise<NamedDepartment[]> {
  const rows = await db
    .select({ id: departments.id, name: departments.name, leads: sql<number>`max(case when ${duties.role} = 'lead' then 1 else 0 end)` })
    .from(departments)
    .innerJoin(duties, and(eq(duties.departmentId, departments.id), lte(duties.fromDay, asOf), gt(duties.toDay, asOf)))
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .where(and(visibleTo(viewer), inPlan(plan)))
    .groupBy(departments.id, departments.name, departments.position)
    .orderBy(departments.position)
  return rows.map((row) => ({ ...row, leads: Number(row.leads) === 1 }))
}

/** The goals that hold a task the viewer sees on that day, by their numbers in their plans; those of one number in the order of their tasks. */
export async function goalsInSight(
  db: Db,
  viewer: Viewer,
  { asOf, plan }: Within,
): Promise<{ plan: number; planTitle: string; number: number; name: string; text: string }[]> {
  return db
    .select({ plan: plans.number, planTitle: planNameColumn, number: goals.number, name: goals.name, text: goals.issuedText })
    .from(goals)
    .innerJoin(plans, eq(plans.id, goals.planId))
    .where(
      exists(
        db
          .select({ one: sql`1` })
          .from(tasks)
          .where(and(eq(tasks.goalId, goals.id), lte(tasks.addedOn, asOf), visibleTo(viewer), inPlan(plan))),
      ),
    )
    .orderBy(plans.number, goals.number, firstTask)
}

/** The years of the issued deadlines that the viewer sees on that day, ascending; `longTerm` if there are tasks without one. */
export async function deadlineYears(db: Db, viewer: Viewer, { asOf, plan }: Within): Promise<{ years: string[]; longTerm: boolean }> {
  const rows = await db
    .selectDistinct({ year: sql<string | null>`substr(${tasks.issuedDueOn}, 1, 4)` })
    .from(tasks)
    .where(and(visibleTo(viewer), inPlan(plan), lte(tasks.addedOn, asOf)))
  return { years: rows.flatMap(({ year }) => year ?? []).sort(), longTerm: rows.some(({ year }) => year === null) }
}
