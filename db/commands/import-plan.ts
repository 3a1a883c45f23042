// An issued table becomes a plan, in one transaction: goals, departments in order of first appearance, tasks, duties, and for each task
// the event that it was imported, taking effect on the plan's first day (domain.md, rule 7).
import type { Database, Db } from '@/db/client'
import { stateRow } from '@/db/commands/refold'
import { type Difference, differences } from '@/db/commands/table-differences'
import { inWritableLedger } from '@/db/commands/writable'
import { eventRows } from '@/db/event-log'
import { newId } from '@/db/ids'
import { storedTable } from '@/db/queries/stored-table'
import { departments, duties, goals, plans, taskEvents, taskStates, tasks } from '@/db/schema'
import { searchText } from '@/db/search-text'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { TaskEvent } from '@/domain/events'
import type { IssuedTable } from '@/domain/issued-table'
import { periodsOf } from '@/domain/periods'

/** `openedOn` is the day on which this ledger was opened: what took effect before it is an opening entry. */
export type NewPlan = { issuer: string; documentNumber: string | null; firstDay: Day }
export type ImportOutcome = { imported: number } | { unchanged: number } | { differs: Difference[] } | Refusal

export function importPlan(
  database: Database,
  table: IssuedTable,
  plan: NewPlan,
  time: { today: Day; now: Instant },
): Promise<ImportOutcome> {
  return inWritableLedger<ImportOutcome>(database, async (tx) => {
    const stored = await storedTable(tx)
    if (stored) {
      const differs = differences(stored, table)
      return differs.length > 0 ? { differs } : { unchanged: stored.rows.length }
    }
    await insertPlan(tx, table, plan, time)
    return { imported: table.rows.length }
  })
}

const THRESHOLDS = { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 }
const ROWS_AT_ONCE = 500

async function insertPlan(tx: Db, table: IssuedTable, plan: NewPlan, { today, now }: { today: Day; now: Instant }): Promise<void> {
  const planId = newId()
  await tx.insert(plans).values({ id: planId, title: table.title, ...plan, ...THRESHOLDS, openedOn: today, importedAt: now })
  const goalIds = await insertGoals(tx, planId, table)
  const departmentIds = await insertDepartments(tx, table)
  const start = plan.firstDay
  const taskRows: (typeof tasks.$inferInsert)[] = []
  const dutyRows: (typeof duties.$inferInsert)[] = []
  const events: (typeof taskEvents.$inferInsert)[] = []
  const states: (typeof taskStates.$inferInsert)[] = []
  for (const row of table.rows) {
    const id = newId()
    const names = row.departments.map((department) => department.name)
    taskRows.push({
      id,
      planId,
      goalId: of(goalIds, row.goal.number),
      number: row.number,
      title: row.title,
      measure: row.measure,
      deadlineIssued: row.deadline.issued,
      deadlinePrecision: row.deadline.precision,
      issuedDueOn: row.deadline.dueOn,
      addedOn: start,
      sourceLine: row.line,
      searchText: searchText([row.title, row.goal.name, ...names], [row.measure]),
      version: 1,
    })
    row.departments.forEach(({ name, role }, position) =>
      dutyRows.push({
        id: newId(),
        taskId: id,
        departmentId: of(departmentIds, name),
        role,
        position,
        fromDay: start,
        partSince: start,
        version: 0,
      }),
    )
    const imported: TaskEvent = {
      kind: 'imported',
      payload: { line: row.line },
      effectiveOn: start,
      onBehalf: null,
      seq: 1,
      recordedAt: now,
      actor: SYSTEM,
    }
    events.push(...eventRows(id, null, [imported]))
    const facts = { start, issuedDueOn: row.deadline.dueOn, thresholds: THRESHOLDS }
    states.push(...periodsOf(facts, [imported]).map((period) => stateRow(id, period, now)))
  }
  for (const part of chunks(taskRows)) await tx.insert(tasks).values(part)
  for (const part of chunks(dutyRows)) await tx.insert(duties).values(part)
  for (const part of chunks(events)) await tx.insert(taskEvents).values(part)
  for (const part of chunks(states)) await tx.insert(taskStates).values(part)
}

const SYSTEM: TaskEvent['actor'] = { userId: null, name: '', post: '', role: 'system', departmentId: null, departmentName: null }

async function insertGoals(tx: Db, planId: string, table: IssuedTable): Promise<Map<number, string>> {
  const byNumber = new Map(table.rows.map(({ goal }) => [goal.number, goal]))
  const rows = [...byNumber.values()].map((goal) => ({ id: newId(), planId, number: goal.number, name: goal.name, issuedText: goal.text }))
  for (const part of chunks(rows)) await tx.insert(goals).values(part)
  return new Map(rows.map((row) => [row.number, row.id]))
}

async function insertDepartments(tx: Db, table: IssuedTable): Promise<Map<string, string>> {
  const known = await tx.select().from(departments)
  const ids = new Map(known.map((row) => [row.name, row.id]))
  const names = new Set(table.rows.flatMap((row) => row.departments.map((department) => department.name)))
  for (const name of names) {
    if (ids.has(name)) continue
    const position = ids.size + 1
    const id = `d${String(position).padStart(2, '0')}`
    await tx.insert(departments).values({ id, name, position })
    ids.set(name, id)
  }
  return ids
}

function of<K>(ids: Map<K, string>, key: K): string {
  const id = ids.get(key)
  if (id === undefined) throw new Error(`not inserted: ${String(key)}`)
  return id
}

function* chunks<T>(rows: T[]): Generator<T[]> {
  for (let at = 0; at < rows.length; at += ROWS_AT_ONCE) yield rows.slice(at, at + ROWS_AT_ONCE)
}
