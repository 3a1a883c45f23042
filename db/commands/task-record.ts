// A task with all that a decision rests on, and the step that all commands share: append events, fold again, tell those concerned.
import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { followDocuments } from '@/db/commands/follow-documents'
import { linkFiles } from '@/db/commands/link-files'
import { tellOfEvents } from '@/db/commands/post-messages'
import { refold, refoldDuties } from '@/db/commands/refold'
import { type EventRow, eventOf, eventRows, recorded } from '@/db/event-log'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, plans, taskEvents, tasks } from '@/db/schema'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { Situation } from '@/domain/commands'
import { type NewEvent, type TaskEvent, versionOf } from '@/domain/events'
import type { TaskFacts } from '@/domain/periods'
import type { Responsible, Viewer } from '@/domain/permissions'
import { actorOf } from '@/domain/workflow'

export type LoadedTask = {
  task: typeof tasks.$inferSelect
  plan: typeof plans.$inferSelect
  duties: (typeof duties.$inferSelect)[]
  rows: EventRow[]
  events: TaskEvent[]
}

/** The task if the viewer may see it; null also for a number that does not exist. */
export async function loadTask(tx: Db, viewer: Viewer, number: number): Promise<LoadedTask | null> {
  const [found] = await tx
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.number, number), visibleTo(viewer)))
  return found ? withRecord(tx, found) : null
}

/** The same for the house itself: no viewer, no question. */
export async function withRecord(tx: Db, found: Pick<LoadedTask, 'task' | 'plan'>): Promise<LoadedTask> {
  const own = await tx
    .select()
    .from(duties)
    .where(and(eq(duties.taskId, found.task.id), eq(duties.toDay, FOREVER)))
    .orderBy(duties.position)
  const rows = await tx.select().from(taskEvents).where(eq(taskEvents.taskId, found.task.id)).orderBy(taskEvents.seq)
  return { ...found, duties: own, rows, events: rows.map(eventOf) }
}

export function responsibleFor({ task, duties: own }: Pick<LoadedTask, 'task' | 'duties'>): Responsible {
  const lead = own.find((duty) => duty.role === 'lead')
  if (!lead) throw new Error(`task ${task.number} has no lead department`)
  const cooperating = own.filter((duty) => duty.role === 'cooperating')
  return { leadDepartmentId: lead.departmentId, cooperatingDepartmentIds: cooperating.map((duty) => duty.departmentId) }
}

export const factsOf = ({ task, plan }: Pick<LoadedTask, 'task' | 'plan'>): TaskFacts => ({
  start: task.addedOn,
  issuedDueOn: task.issuedDueOn,
  thresholds: plan,
})

export function situationOf(loaded: LoadedTask, viewer: Viewer, time: { today: Day; now: Instant }): Situation {
  return {
    viewer,
    responsible: responsibleFor(loaded),
    plan: loaded.plan,
    facts: factsOf(loaded),
    events: loaded.events,
    ...time,
  }
}

/** Appends what the domain decided, in the viewer's name; answers the events as recorded. */
export async function append(tx: Db, loaded: LoadedTask, decided: readonly NewEvent[], viewer: Viewer, now: Instant): Promise<TaskEvent[]> {
  const { task } = loaded
  const added = recorded(decided, loaded.events, now, actorOf(viewer))
  const newest = added.at(-1)
  if (!newest) return added
  const events = [...loaded.events, ...added]
  await tx.insert(taskEvents).values(eventRows(task.id, loaded.rows.at(-1) ?? null, added))
  const present = await followDocuments(tx, loaded, events, added)
  await refold(tx, task.id, factsOf(loaded), events, newest.recordedAt)
  await refoldDuties(tx, present, events, task.addedOn)
  const version = versionOf(events)
  if (version !== task.version) await tx.update(tasks).set({ version }).where(eq(tasks.id, task.id))
  await linkFiles(tx, task.id, added)
  await tellOfEvents(tx, task, responsibleFor(loaded), added)
  return added
}
