import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { hasDuty } from '@/db/queries/visible-to'
import { departments } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { canSeeDepartment, type Viewer } from '@/domain/permissions'

export type DepartmentPage = {
  /** Null for the page of all tasks, which supervisors and leaders have. */
  department: { id: string; name: string } | null
  leading: TaskRow[]
  cooperating: TaskRow[]
}

/** All tasks of one department as of a day, in three queries; null if it is hidden or does not exist. */
export async function departmentPage(db: Db, viewer: Viewer, departmentId: string, asOf: Day): Promise<DepartmentPage | null> {
  if (!canSeeDepartment(viewer, departmentId)) return null
  const [department] = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.id, departmentId))
  if (!department) return null
  const rows = await taskRows(db, viewer, { asOf, where: hasDuty(departmentId) })
  return {
    department,
    leading: rows.filter((row) => row.lead.departmentId === departmentId),
    cooperating: rows.filter((row) => row.lead.departmentId !== departmentId),
  }
}

/** All tasks on one page, for whoever writes down what all departments told; null for those who have only their own. */
export async function allTasksPage(db: Db, viewer: Viewer, asOf: Day): Promise<DepartmentPage | null> {
  if (viewer.role !== 'supervisor' && viewer.role !== 'leader') return null
  const rows = await taskRows(db, viewer, { asOf })
  return { department: null, leading: rows, cooperating: rows.filter((row) => row.cooperating.length > 0) }
}
