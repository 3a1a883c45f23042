// Rows of an issued table become tasks: with their goals and duties, the event that they were imported, and the periods that follow from it.
import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { stateRow } from '@/db/commands/refold'
import { eventRows, recorded } from '@/db/event-log'
import { newId } from '@/db/ids'
import { duties, goals, taskEvents, taskStates, tasks } from '@/db/schema'
import { searchText } from '@/db/search-text'
import type { Day, Instant } from '@/domain/calendar'
import type { DocumentRef } from '@/domain/document-ref'
import type { Actor, Contacts, NewEvent } from '@/domain/events'
import type { IssuedRow } from '@/domain/issued-table'
import { periodsOf, type Thresholds } from '@/domain/periods'
import { taskNumber } from '@/domain/task-number'
import { own } from '@/domain/workflow'

/** A row as its reader understood it: whom to call is the lead's contact. */
export type RowToImport = IssuedRow & { contacts?: Contacts }

/** `start` is the first day on which the tasks are in the plan; `document` is what added them to a plan that was there before. */
export type RowsInto = {
  plan: Thresholds & { id: string; number: number }
  /** By `goalKey`. */
  goalIds: ReadonlyMap<string, string>
  departmentIds: ReadonlyMap<string, string>
  start: Day
  now: Instant
  actor: Actor
  document?: DocumentRef
}

/** A statement takes at most 32,766 values; so many rows take some fifty milliseconds. */
export const ROWS_AT_ONCE = 100

/** Not more than ROWS_AT_ONCE rows at a time. */
export async function insertRows(tx: Db, rows: readonly RowToImport[], into: RowsInto): Promise<void> {
  const made = rows.map((row) => taskOf(row, into))
  if (made.length === 0) return
  await tx.insert(tasks).values(made.map(({ task }) => task))
  await tx.insert(duties).values(made.flatMap((one) => one.duties))
  await tx.insert(taskEvents).values(made.flatMap((one) => one.events))
  await tx.insert(taskStates).values(made.flatMap((one) => one.states))
}

function taskOf(row: RowToImport, { plan, goalIds, departmentIds, start, now, actor, document }: RowsInto) {
  const id = newId()
  const names = row.departments.map(({ name }) => name)
  const contacts = row.contacts && Object.values(row.contacts).some((text) => text !== '') ? row.contacts : null
  const lead = row.departments.find(({ role }) => role === 'lead')?.name ?? ''
  const happened: NewEvent[] = [own('imported', { line: row.line, ...(document && { document }) }, start)]
  if (contacts) happened.push(own('contacts_changed', { departmentId: of(departmentIds, lead), ...contacts }, start))
  const events = recorded(happened, [], now, actor)
  const task: typeof tasks.$inferInsert = {
    id,
    planId: plan.id,
    goalId: of(goalIds, goalKey(row.goal)),
    number: taskNumber(plan.number, row.number),
    title: row.title,
    measure: row.measure,
    deadlineIssued: row.deadline.issued,
    deadlinePrecision: row.deadline.precision,
    issuedDueOn: row.deadline.dueOn,
    other: row.other && Object.keys(row.other).length > 0 ? JSON.stringify(row.other) : null,
    addedOn: start,
    sourceLine: row.line,
    searchText: searchText([row.title, row.goal.name, ...names], [row.measure]),
    version: 1,
  }
  const facts = { start, issuedDueOn: row.deadline.dueOn, thresholds: plan }
  return {
    task,
    duties: row.departments.map(({ name, role }, position): typeof duties.$inferInsert => ({
      id: newId(),
      taskId: id,
      departmentId: of(departmentIds, name),
      role,
      position,
      fromDay: start,
      partSince: start,
      ...(role === 'lead' && contacts ? { ...contacts, version: 2 } : { version: 0 }),
    })),
    events: eventRows(id, null, events),
    states: periodsOf(facts, events).map((period) => stateRow(id, period, now)),
  }
}

/** A goal is its number and its words: a document that words it otherwise makes another one, which those tasks have that it names. */
export const goalKey = ({ number, text }: { number: number; text: string }): string => `${number}\n${text}`

/**
 * The plan's goals by `goalKey`; those that it does not have yet are added. None is ever changed: tasks that a document does not name any
 * more keep the words that they had.
 */
export async function goalIdsOf(tx: Db, planId: string, wanted: Iterable<IssuedRow['goal']>): Promise<Map<string, string>> {
  const had = await tx.select().from(goals).where(eq(goals.planId, planId))
  const ids = new Map(had.map(({ id, number, issuedText }) => [goalKey({ number, text: issuedText }), id]))
  const added: (typeof goals.$inferInsert)[] = []
  for (const goal of wanted) {
    const key = goalKey(goal)
    if (ids.has(key)) continue
    const { number, name, text } = goal
    const id = newId()
    added.push({ id, planId, number, name, issuedText: text })
    ids.set(key, id)
  }
  for (let at = 0; at < added.length; at += ROWS_AT_ONCE) await tx.insert(goals).values(added.slice(at, at + ROWS_AT_ONCE))
  return ids
}

function of<K>(ids: ReadonlyMap<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`not inserted: ${String(key)}`)
  return id
}
