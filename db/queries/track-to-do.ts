// What supervision leaves for the lead to do (domain/left-to-do.ts), for all tasks of a department.
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { inList, ledBy } from '@/db/queries/ledger-filter'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { taskEvents, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { type LeftToDo, leftToDo } from '@/domain/left-to-do'
import type { Viewer } from '@/domain/permissions'

export type TrackToDo = LeftToDo & { row: TaskRow }

/** The department's own lead tasks, in two queries, by number. Empty for those without a department. */
export async function trackToDo(db: Db, viewer: Viewer, today: Day): Promise<TrackToDo[]> {
  const own = viewer.departmentId
  if (own === null) return []
  const rows = await taskRows(db, viewer, {
    asOf: today,
    where: and(ledBy(own, today), inList('open', today), or(inList('stage_missing', today), wasAnswered)),
  })
  const events = await eventsOf(db, viewer, rows)
  return rows.flatMap((row) => {
    const task = { addedOn: row.addedOn, issuedDueOn: row.deadline.issuedDueOn }
    const thing = { row, ...leftToDo(task, events.get(row.number) ?? [], today) }
    return thing.refused || thing.returned.length + thing.missing.length > 0 ? [thing] : []
  })
}

const wasAnswered = sql`exists (select 1 from ${taskEvents} answer where answer.task_id = ${tasks.id}
  and answer.kind in ('extension_refused', 'stage_returned'))`

async function eventsOf(db: Db, viewer: Viewer, rows: readonly TaskRow[]): Promise<Map<number, TaskEvent[]>> {
  if (rows.length === 0) return new Map()
  const numbers = rows.map(({ number }) => number)
  const found = await db
    .select({ number: tasks.number, event: taskEvents })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .where(and(visibleTo(viewer), inArray(tasks.number, numbers)))
    .orderBy(asc(taskEvents.seq))
  const byTask = Map.groupBy(found, ({ number }) => number)
  return new Map([...byTask].map(([number, own]) => [number, own.map(({ event }) => eventOf(event))]))
}
