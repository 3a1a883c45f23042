import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, duties, goals, plans, tasks } from '@/db/schema'
import type { IssuedTable } from '@/domain/issued-table'

/** The plan as it was imported; null while there is none. For the system only: no viewer is asked. */
export async function storedTable(tx: Db): Promise<IssuedTable | null> {
  const [plan] = await tx.select().from(plans)
  if (!plan) return null
  const rows = await tx
    .select({ task: tasks, goal: goals })
    .from(tasks)
    .innerJoin(goals, eq(goals.id, tasks.goalId))
    .where(eq(tasks.planId, plan.id))
    .orderBy(tasks.number)
  const parts = await tx
    .select({ taskId: duties.taskId, name: departments.name, role: duties.role })
    .from(duties)
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(eq(duties.fromDay, plan.firstDay))
    .orderBy(duties.position)
  const byTask = Map.groupBy(parts, (part) => part.taskId)
  return {
    title: plan.title,
    rows: rows.map(({ task, goal }) => ({
      number: task.number,
      goal: { number: goal.number, name: goal.name, text: goal.issuedText },
      title: task.title,
      measure: task.measure,
      departments: (byTask.get(task.id) ?? []).map(({ name, role }) => ({ name, role })),
      deadline: { issued: task.deadlineIssued, precision: task.deadlinePrecision, dueOn: task.issuedDueOn },
      line: task.sourceLine,
    })),
  }
}
