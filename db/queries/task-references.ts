import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { visibleTo } from '@/db/queries/visible-to'
import { plans, tasks } from '@/db/schema'
import { taskReferences } from '@/db/schema-documents'
import type { Viewer } from '@/domain/permissions'

/** `seq` is the event that referred, on the task that refers; `number` and `title` are the other task's, as of today. */
export type TaskReference = { seq: number; number: number; title: string; planTitle: string; note: string }
export type TaskReferences = { to: TaskReference[]; from: TaskReference[] }

/** What a task refers to and what refers to it, in the order of the numbers, in two queries: of the other tasks those that the viewer may see. */
export async function referencesOf(db: Db, viewer: Viewer, taskId: string): Promise<TaskReferences> {
  const columns = {
    seq: taskReferences.seq,
    number: tasks.number,
    title: tasks.title,
    planTitle: plans.title,
    planShortName: plans.shortName,
    note: taskReferences.note,
  }
  const across = (own: 'taskId' | 'toTaskId', other: 'taskId' | 'toTaskId') =>
    db
      .select(columns)
      .from(taskReferences)
      .innerJoin(tasks, eq(tasks.id, taskReferences[other]))
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(eq(taskReferences[own], taskId), visibleTo(viewer)))
      .orderBy(asc(tasks.number))
  const named = ({ planShortName, planTitle, ...row }: Awaited<ReturnType<typeof across>>[number]) => ({
    ...row,
    planTitle: planShortName ?? planTitle,
  })
  return { to: (await across('taskId', 'toTaskId')).map(named), from: (await across('toTaskId', 'taskId')).map(named) }
}
