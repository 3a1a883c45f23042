// What nudges (催办) leave for others to see: which tasks they were about, which of them were not answered, and what was sent today.
import { and, desc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { answersTo } from '@/db/queries/nudge-log'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, tasks } from '@/db/schema'
import { nudges, nudgeTasks } from '@/db/schema-supervision'
import { addDays, type Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** So many days a nudge is shown beside its task, the day itself included. */
export const NUDGE_SHOWN_DAYS = 14

/** `department` is the lead that nudged; null when a supervisor did. */
export type Nudge = { day: Day; department: string | null }

/** The numbers of the tasks, ascending, by the nudge; those that the viewer may not see are left out. One query. */
export async function numbersNudged(db: Db, viewer: Viewer, nudgeIds: readonly string[]): Promise<Map<string, number[]>> {
  if (nudgeIds.length === 0) return new Map()
  const rows = await db
    .select({ nudgeId: nudgeTasks.nudgeId, number: tasks.number })
    .from(nudgeTasks)
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .where(and(visibleTo(viewer), inArray(nudgeTasks.nudgeId, [...nudgeIds])))
    .orderBy(tasks.number)
  return new Map([...Map.groupBy(rows, ({ nudgeId }) => nudgeId)].map(([id, own]) => [id, own.map(({ number }) => number)]))
}

/** The latest nudge of the last 14 days to the viewer's department about each task that it has not answered since. Two queries. */
export async function unansweredNudges(db: Db, viewer: Viewer, today: Day): Promise<Map<number, Nudge>> {
  if (viewer.departmentId === null) return new Map()
  const rows = await db
    .select({ id: nudges.id, taskId: tasks.id, number: tasks.number, day: nudges.day, department: departments.name })
    .from(nudges)
    .innerJoin(nudgeTasks, eq(nudgeTasks.nudgeId, nudges.id))
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .leftJoin(departments, eq(departments.id, nudges.byDepartmentId))
    .where(and(visibleTo(viewer), eq(nudges.departmentId, viewer.departmentId), gt(nudges.day, addDays(today, -NUDGE_SHOWN_DAYS))))
    .orderBy(desc(nudges.createdAt))
  if (rows.length === 0) return new Map()
  const answers = await answersTo(db, viewer, [...new Set(rows.map(({ id }) => id))])
  const found = new Map<number, Nudge>()
  for (const { id, taskId, number, day, department } of rows) {
    if (!found.has(number) && !answers.has(`${id} ${taskId}`)) found.set(number, { day, department })
  }
  return found
}

/** Which departments were nudged on that day about these tasks, as `number department-id`. One query. */
export async function nudgedOn(db: Db, viewer: Viewer, about: readonly { number: number }[], day: Day): Promise<Set<string>> {
  if (about.length === 0) return new Set()
  const numbers = [...new Set(about.map(({ number }) => number))]
  const found = await db
    .select({ number: tasks.number, departmentId: nudgeTasks.departmentId })
    .from(nudgeTasks)
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .where(and(visibleTo(viewer), eq(nudgeTasks.day, day), inArray(tasks.number, numbers)))
  return new Set(found.map(({ number, departmentId }) => `${number} ${departmentId}`))
}
