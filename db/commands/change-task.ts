// The one way in which a task changes: load what the viewer may see, check the version, ask the domain, append the events, fold again.
// One transaction; a form that comes twice counts once. The intentions themselves are the commands of domain/commands.ts.
import { and, eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { refold, refoldDuties } from '@/db/commands/refold'
import { inWritableLedger } from '@/db/commands/writable'
import { type EventRow, eventOf, eventRows, recorded } from '@/db/event-log'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, plans, submissions, taskEvents, tasks } from '@/db/schema'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { Command, Refusal, Situation } from '@/domain/commands'
import { type EventKind, type TaskEvent, versionOf } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import { actorOf, decide } from '@/domain/workflow'

export type Change = {
  number: number
  /**
   * What the form had seen: the task's version, for a confirmation and for contacts the duty's. Null only where the command
   * names its event; `latest` is for callers that read nothing before, such as the demo's history.
   */
  version: number | null | 'latest'
  /** A form's own id, new for each form that is shown. */
  formId: string
  command: Command
}

/** `seq` is the event to undo. `hidden` is also the answer for a number that does not exist. */
export type Outcome = { done: { number: number; seq: number; kind: EventKind } } | Refusal | 'hidden'

export function changeTask(database: Database, viewer: Viewer, change: Change, time: { today: Day; now: Instant }): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, async (tx) => {
    const task = await loadTask(tx, viewer, change.number)
    if (!task) return 'hidden'
    const earlier = await submitted(tx, viewer, change)
    if (earlier) return earlier
    if (isStale(change, task)) return { refused: 'stale', seq: task.events.at(-1)?.seq }
    const decision = decide(change.command, situationOf(task, viewer, time))
    if ('refused' in decision) return decision
    const added = recorded(decision.events, task.events, time.now, actorOf(viewer))
    await append(tx, task, added)
    const last = added.at(-1)
    if (!last) throw new Error(`${change.command.do} led to no event`)
    const done = { number: change.number, seq: last.seq, kind: last.kind }
    await tx.insert(submissions).values({ id: change.formId, userId: viewer.userId, outcome: JSON.stringify(done), createdAt: time.now })
    return { done }
  })
}

async function submitted(tx: Db, viewer: Viewer, { formId, number }: Change): Promise<Outcome | null> {
  const [row] = await tx
    .select()
    .from(submissions)
    .where(and(eq(submissions.userId, viewer.userId), eq(submissions.id, formId)))
  if (!row) return null
  const done = JSON.parse(row.outcome) as { number: number; seq: number; kind: EventKind }
  return done.number === number ? { done } : { refused: 'stale' }
}

type LoadedTask = {
  task: typeof tasks.$inferSelect
  plan: typeof plans.$inferSelect
  duties: (typeof duties.$inferSelect)[]
  rows: EventRow[]
  events: TaskEvent[]
}

async function loadTask(tx: Db, viewer: Viewer, number: number): Promise<LoadedTask | null> {
  const [found] = await tx
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(and(eq(tasks.number, number), visibleTo(viewer)))
  if (!found) return null
  const own = await tx
    .select()
    .from(duties)
    .where(and(eq(duties.taskId, found.task.id), eq(duties.toDay, FOREVER)))
    .orderBy(duties.position)
  const rows = await tx.select().from(taskEvents).where(eq(taskEvents.taskId, found.task.id)).orderBy(taskEvents.seq)
  return { ...found, duties: own, rows, events: rows.map(eventOf) }
}

function situationOf({ task, plan, duties: own, events }: LoadedTask, viewer: Viewer, time: { today: Day; now: Instant }): Situation {
  const lead = own.find((duty) => duty.role === 'lead')
  if (!lead) throw new Error(`task ${task.number} has no lead department`)
  return {
    viewer,
    responsible: {
      leadDepartmentId: lead.departmentId,
      cooperatingDepartmentIds: own.filter((duty) => duty.role === 'cooperating').map((duty) => duty.departmentId),
    },
    plan,
    facts: { start: task.addedOn, issuedDueOn: task.issuedDueOn, thresholds: plan },
    events,
    ...time,
  }
}

function isStale({ version, command }: Change, { task, duties: own }: LoadedTask): boolean {
  if (version === 'latest' || command.do === 'undo' || command.do === 'correct' || command.do === 'mark_seen') return false
  if (command.do !== 'confirm' && command.do !== 'edit_contacts') return version !== task.version
  return version !== (own.find((duty) => duty.departmentId === command.departmentId)?.version ?? version)
}

async function append(tx: Db, loaded: LoadedTask, added: readonly TaskEvent[]): Promise<void> {
  const { task, plan } = loaded
  const events = [...loaded.events, ...added]
  const newest = added.at(-1)
  if (!newest) return
  await tx.insert(taskEvents).values(eventRows(task.id, loaded.rows.at(-1) ?? null, added))
  await refold(tx, task.id, { start: task.addedOn, issuedDueOn: task.issuedDueOn, thresholds: plan }, events, newest.recordedAt)
  await refoldDuties(tx, loaded.duties, events, task.addedOn)
  const version = versionOf(events)
  if (version !== task.version) await tx.update(tasks).set({ version }).where(eq(tasks.id, task.id))
}
