// Who sees which tasks (domain.md, "Who may do what"). Every query of tasks starts here, so that a forgotten check finds nothing.
// domain/permissions.ts says the same in TypeScript; a test holds the two together.
import { type SQL, sql } from 'drizzle-orm'
import { duties, tasks } from '@/db/schema'
import { FOREVER } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** True for the rows of `tasks` that this person may see today. */
export function visibleTo(viewer: Viewer): SQL {
  if (viewer.role === 'supervisor' || viewer.role === 'leader') return sql`1 = 1`
  if (viewer.role !== 'officer' || viewer.departmentId === null) return sql`1 = 0`
  return hasDuty(viewer.departmentId)
}

/** True for tasks in which the department leads or cooperates today. */
export function hasDuty(departmentId: string | SQL): SQL {
  return sql`exists (select 1 from ${duties} where ${duties.taskId} = ${tasks.id} and ${duties.departmentId} = ${departmentId} and ${duties.toDay} = ${FOREVER})`
}
