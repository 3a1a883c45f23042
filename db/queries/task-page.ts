import { and, desc, eq, gt, lt, type SQL } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { brokenLink, eventOf } from '@/db/event-log'
import type { Plan } from '@/db/queries/current-plan'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, plans, taskEvents, tasks } from '@/db/schema'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import { type Standing, standingOn } from '@/domain/course'
import { inForce, type TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'

export type TaskPage = {
  id: string
  row: TaskRow
  plan: Plan
  sourceLine: number
  start: Day
  /** The events that are known, by seq; `whole` is false if the chain of hashes is broken. */
  events: TaskEvent[]
  whole: boolean
  standing: Standing
  /** Neighbours that the viewer may see too. */
  previous: number | null
  next: number | null
  departmentNames: Record<string, string>
}

/**
 * A task as of a day, in seven queries; null if it is hidden, does not exist, or did not exist on that day. With `knownAt` only what had been
 * recorded by then.
 */
export async function taskPage(
  db: Db,
  viewer: Viewer,
  number: number,
  asOf: Day,
  knownAt: Instant | null = null,
): Promise<TaskPage | null> {
  const [row] = await taskRows(db, viewer, { asOf, knownAt, where: eq(tasks.number, number) })
  if (!row) return null
  const [found] = await db
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(tasks.number, number))
  if (!found) return null
  const stored = await db.select().from(taskEvents).where(eq(taskEvents.taskId, found.task.id)).orderBy(taskEvents.seq)
  const events = stored.map(eventOf).filter(({ recordedAt }) => knownAt === null || recordedAt <= knownAt)
  const names = await db.select({ id: departments.id, name: departments.name }).from(departments)
  return {
    id: found.task.id,
    row,
    plan: found.plan,
    sourceLine: found.task.sourceLine,
    start: found.task.addedOn,
    events,
    whole: brokenLink(stored) === null,
    standing: standingOn(inForce(events), asOf),
    previous: await neighbour(db, viewer, lt(tasks.number, number), true),
    next: await neighbour(db, viewer, gt(tasks.number, number), false),
    departmentNames: Object.fromEntries(names.map(({ id, name }) => [id, name])),
  }
}

async function neighbour(db: Db, viewer: Viewer, where: SQL, before: boolean): Promise<number | null> {
  const [row] = await db
    .select({ number: tasks.number })
    .from(tasks)
    .where(and(visibleTo(viewer), where))
    .orderBy(before ? desc(tasks.number) : tasks.number)
    .limit(1)
  return row?.number ?? null
}

/** The last sign-off that a department gave, to start the next claim with; null if there was none. */
export async function lastSignOff(db: Db, viewer: Viewer, departmentId: string): Promise<{ name: string; post: string } | null> {
  const [row] = await db
    .select({ payload: taskEvents.payload })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .innerJoin(
      duties,
      and(eq(duties.taskId, tasks.id), eq(duties.role, 'lead'), eq(duties.departmentId, departmentId), eq(duties.toDay, FOREVER)),
    )
    .where(and(visibleTo(viewer), eq(taskEvents.kind, 'claimed')))
    .orderBy(desc(taskEvents.recordedAt))
    .limit(1)
  return row ? (JSON.parse(row.payload) as { signOff: { name: string; post: string } | null }).signOff : null
}
