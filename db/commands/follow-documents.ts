// What documents changed of a task, and what it refers to, as the tables show it: brought in line with the events in the transaction that
// appended them (domain.md, rule 18). Amendments hold in the order in which they were recorded (domain/duty-changes.ts).
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { goalIdsOf, goalKey } from '@/db/commands/insert-rows'
import { newId } from '@/db/ids'
import { departments, duties, goals, tasks } from '@/db/schema'
import { taskReferences } from '@/db/schema-documents'
import { searchText } from '@/db/search-text'
import { FOREVER } from '@/domain/calendar'
import { referencesIn } from '@/domain/duty-changes'
import type { Amendments, TaskEvent } from '@/domain/events'
import { goalName } from '@/domain/goal-name'

type Task = typeof tasks.$inferSelect
type Duty = typeof duties.$inferSelect
type Change = Partial<typeof tasks.$inferInsert>

/** Answers the task's present duties. */
export async function followDocuments(
  tx: Db,
  { task, duties: own }: { task: Task; duties: Duty[] },
  events: readonly TaskEvent[],
  added: readonly TaskEvent[],
): Promise<Duty[]> {
  let present = own
  let changes: Change = {}
  for (const event of added) {
    if (event.kind === 'reassigned') present = await handOver(tx, task.id, present, event)
    if (event.kind === 'amended') changes = { ...changes, ...(await amend(tx, task.planId, event.payload.changes)) }
  }
  if (added.some(({ kind }) => kind === 'reassigned' || kind === 'amended'))
    await tx
      .update(tasks)
      .set({ ...changes, searchText: await searchTextOf(tx, { ...task, ...changes } as Task, present) })
      .where(eq(tasks.id, task.id))
  if (added.some(({ kind }) => REFERS.has(kind))) await refer(tx, task.id, events)
  return present
}

const REFERS: ReadonlySet<TaskEvent['kind']> = new Set(['referred', 'reference_removed', 'retracted'])

async function amend(tx: Db, planId: string, { goal, title, measure, deadline, other }: Amendments): Promise<Change> {
  const change: Change = {}
  if (goal) {
    const { number, text } = goal.to
    const ids = await goalIdsOf(tx, planId, [{ number, name: goalName(text), text }])
    change.goalId = ids.get(goalKey({ number, text }))
  }
  if (title) change.title = title.to
  if (measure) change.measure = measure.to
  if (deadline) {
    change.amendedDeadline = deadline.to.issued
    change.amendedPrecision = deadline.to.precision
    change.amendedDueOn = deadline.to.dueOn
  }
  if (other) change.other = Object.keys(other.to).length > 0 ? JSON.stringify(other.to) : null
  return change
}

/**
 * A duty that goes on keeps its row; what ends, ends on the day; what begins, begins then. A second change of that day edits what the first
 * one began: a duty of no day never was.
 */
async function handOver(tx: Db, taskId: string, own: readonly Duty[], event: Extract<TaskEvent, { kind: 'reassigned' }>): Promise<Duty[]> {
  const { effectiveOn: day, payload } = event
  const wanted = payload.departments.map((one, position) => ({ ...one, position }))
  const kept: Duty[] = []
  for (const row of own) {
    const goesOn = wanted.find(({ departmentId, role }) => departmentId === row.departmentId && role === row.role)
    if (goesOn) {
      if (goesOn.position !== row.position) await tx.update(duties).set({ position: goesOn.position }).where(eq(duties.id, row.id))
      kept.push({ ...row, position: goesOn.position })
    } else if (row.fromDay < day) await tx.update(duties).set({ toDay: day }).where(eq(duties.id, row.id))
    else await tx.delete(duties).where(eq(duties.id, row.id))
  }
  const begun = wanted.filter(({ departmentId }) => !kept.some((row) => row.departmentId === departmentId))
  if (begun.length === 0) return inOrder(kept)
  const rows = begun.map(({ departmentId, role, position }) => ({
    id: newId(),
    taskId,
    departmentId,
    role,
    position,
    fromDay: day,
    partSince: day,
    version: 0,
  }))
  return inOrder([...kept, ...(await tx.insert(duties).values(rows).returning())])
}

const inOrder = (rows: Duty[]): Duty[] => rows.sort((a, b) => a.position - b.position)

async function searchTextOf(tx: Db, task: Task, own: readonly Duty[]): Promise<string> {
  const [goal] = await tx.select({ name: goals.name }).from(goals).where(eq(goals.id, task.goalId))
  const ids = own.map(({ departmentId }) => departmentId)
  const named = await tx.select({ id: departments.id, name: departments.name }).from(departments).where(inArray(departments.id, ids))
  const names = new Map(named.map(({ id, name }) => [id, name]))
  return searchText([task.title, goal?.name ?? '', ...ids.map((id) => names.get(id) ?? '')], [task.measure])
}

/** Writes anew the text by which tasks are found, after a department was given another name. */
export async function renewSearchText(tx: Db, some: readonly Task[]): Promise<void> {
  const ids = some.map(({ id }) => id)
  const own = await tx
    .select()
    .from(duties)
    .where(and(inArray(duties.taskId, ids), eq(duties.toDay, FOREVER)))
    .orderBy(duties.position)
  const byTask = Map.groupBy(own, ({ taskId }) => taskId)
  for (const task of some)
    await tx
      .update(tasks)
      .set({ searchText: await searchTextOf(tx, task, byTask.get(task.id) ?? []) })
      .where(eq(tasks.id, task.id))
}

async function refer(tx: Db, taskId: string, events: readonly TaskEvent[]): Promise<void> {
  const rows = referencesIn(events).map(({ seq, payload }) => ({
    taskId,
    seq,
    toTaskId: payload.taskId,
    note: payload.note,
  }))
  await tx.delete(taskReferences).where(eq(taskReferences.taskId, taskId))
  if (rows.length > 0) await tx.insert(taskReferences).values(rows)
}
