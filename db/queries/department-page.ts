import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { knownOf } from '@/db/queries/known-events'
import { matching } from '@/db/queries/ledger-filter'
import { inPlan } from '@/db/queries/scope'
import { type Duty, type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, taskEvents, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { inForce } from '@/domain/events'
import { canSeeDepartment, type Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

export type DepartmentPage = {
  /** Null for the page of all tasks, which supervisors and leaders have. */
  department: { id: string; name: string } | null
  leading: TaskRow[]
  cooperating: TaskRow[]
}

/** All tasks of one department as of a day, in three queries, for a day before today four; null if it is hidden or does not exist. */
export async function departmentPage(
  db: Db,
  viewer: Viewer,
  departmentId: string,
  scope: Scope,
  today: Day,
): Promise<DepartmentPage | null> {
  if (!canSeeDepartment(viewer, departmentId)) return null
  const [department] = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.id, departmentId))
  if (!department) return null
  const rows = await rowsWithParts(db, viewer, scope, today, departmentId)
  return {
    department,
    leading: rows.filter((row) => row.lead.departmentId === departmentId),
    cooperating: rows.filter((row) => row.lead.departmentId !== departmentId),
  }
}

/** All tasks on one page, for whoever writes down what all departments told; null for those who have only their own. */
export async function allTasksPage(db: Db, viewer: Viewer, scope: Scope, today: Day): Promise<DepartmentPage | null> {
  if (viewer.role !== 'supervisor' && viewer.role !== 'leader') return null
  const rows = await rowsWithParts(db, viewer, scope, today)
  return { department: null, leading: rows, cooperating: rows.filter((row) => row.cooperating.length > 0) }
}

// Duties hold the parts of today; for an earlier day they are folded from the events.
async function rowsWithParts(db: Db, viewer: Viewer, scope: Scope, today: Day, departmentId?: string): Promise<TaskRow[]> {
  const { asOf, knownAt, plan } = scope
  const where = departmentId === undefined ? undefined : matching({ department: departmentId }, asOf)
  const rows = await taskRows(db, viewer, { asOf, knownAt, plan, where })
  if (asOf === today) return rows
  const found = await db
    .select({ number: tasks.number, event: taskEvents })
    .from(tasks)
    .innerJoin(taskEvents, eq(taskEvents.taskId, tasks.id))
    .where(and(visibleTo(viewer), inPlan(plan), where, knownOf(knownAt)))
    .orderBy(taskEvents.seq)
  const events = Map.groupBy(found, ({ number }) => number)
  return rows.map((row) => {
    const { parts } = standingOn(inForce((events.get(row.number) ?? []).map(({ event }) => eventOf(event))), asOf)
    const then = (duty: Duty): Duty => {
      const { part, since, note } = parts[duty.departmentId] ?? { part: 'none', since: row.addedOn, note: '' }
      return { ...duty, part, partSince: since, partNote: note }
    }
    return { ...row, lead: then(row.lead), duties: row.duties.map(then), cooperating: row.cooperating.map(then) }
  })
}
