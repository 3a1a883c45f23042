import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, duties, goals, plans, taskStates, tasks } from '@/db/schema'
import { FOREVER, FOREVER_AT } from '@/domain/calendar'
import type { Deadline } from '@/domain/deadline'
import type { IssuedRow } from '@/domain/issued-table'
import type { PresentTable } from '@/domain/plan-changes'
import { type PlanLayout, standardLayout } from '@/domain/plan-layout'
import { rowOf } from '@/domain/task-number'
import type { State } from '@/domain/words'

/** `layout` is the one in which the plan came, the standard one if it came as text. */
export type StoredTable = PresentTable & { layout: PlanLayout }

type Task = typeof tasks.$inferSelect

/**
 * A plan as it stands now by its documents: wording, deadlines and departments as amended, in the order of the numbers; `line` is where a row
 * stood when it was brought in. Extensions are no documents and change nothing here. Null if there is no such plan. Two queries
 * for a thousand rows, others are answered between them. For the system only: no viewer is asked.
 */
export async function presentTable(db: Db, planId: string): Promise<StoredTable | null> {
  const [plan] = await db.select().from(plans).where(eq(plans.id, planId))
  if (!plan) return null
  const rows: Row[] = []
  for (let some = await rowsAfter(db, planId, 0); some.length > 0; some = await rowsAfter(db, planId, rows.at(-1)?.task.number ?? 0)) {
    rows.push(...some)
    await setImmediate()
  }
  const inState = (wanted: State) => new Set(rows.flatMap(({ task, state }) => (state === wanted ? [rowOf(task.number)] : [])))
  return {
    table: {
      title: plan.title,
      rows: rows.map(({ task, goal, own }) => ({
        number: rowOf(task.number),
        goal: { number: goal.number, name: goal.name, text: goal.issuedText },
        title: task.title,
        measure: task.measure,
        departments: own,
        deadline: amendedDeadline(task) ?? issuedDeadline(task),
        line: task.sourceLine,
        ...otherCells(task),
      })),
    },
    withdrawn: inState('withdrawn'),
    closed: inState('closed'),
    layout: plan.layout === null ? standardLayout(plan.title) : (JSON.parse(plan.layout) as PlanLayout),
  }
}

type Row = { task: Task; goal: typeof goals.$inferSelect; state: State; own: IssuedRow['departments'] }

const ROWS_AT_ONCE = 1_000

async function rowsAfter(db: Db, planId: string, number: number): Promise<Row[]> {
  const rows = await db
    .select({ task: tasks, goal: goals, state: taskStates.state })
    .from(tasks)
    .innerJoin(goals, eq(goals.id, tasks.goalId))
    .innerJoin(taskStates, and(eq(taskStates.taskId, tasks.id), eq(taskStates.knownTo, FOREVER_AT), eq(taskStates.validTo, FOREVER)))
    .where(and(eq(tasks.planId, planId), gt(tasks.number, number)))
    .orderBy(asc(tasks.number))
    .limit(ROWS_AT_ONCE)
  const ids = rows.map(({ task }) => task.id)
  const parts = await db
    .select({ taskId: duties.taskId, name: departments.name, role: duties.role })
    .from(duties)
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(and(inArray(duties.taskId, ids), eq(duties.toDay, FOREVER)))
    .orderBy(duties.position)
  const byTask = Map.groupBy(parts, (part) => part.taskId)
  return rows.map((row) => ({ ...row, own: (byTask.get(row.task.id) ?? []).map(({ name, role }) => ({ name, role })) }))
}

/** The plans of exactly this title, in the order of import. */
export const plansCalled = (db: Db, title: string): Promise<{ id: string; number: number }[]> =>
  db.select({ id: plans.id, number: plans.number }).from(plans).where(eq(plans.title, title)).orderBy(asc(plans.number))

export const issuedDeadline = (task: Pick<Task, 'deadlineIssued' | 'deadlinePrecision' | 'issuedDueOn'>): Deadline => ({
  issued: task.deadlineIssued,
  precision: task.deadlinePrecision,
  dueOn: task.issuedDueOn,
})

/** The deadline that a later document gave; null where none did. */
export const amendedDeadline = (task: Pick<Task, 'amendedDeadline' | 'amendedPrecision' | 'amendedDueOn'>): Deadline | null =>
  task.amendedDeadline === null || task.amendedPrecision === null
    ? null
    : { issued: task.amendedDeadline, precision: task.amendedPrecision, dueOn: task.amendedDueOn }

export const otherCells = ({ other }: Pick<Task, 'other'>): Pick<IssuedRow, 'other'> =>
  other === null ? {} : { other: JSON.parse(other) as Record<string, string> }
