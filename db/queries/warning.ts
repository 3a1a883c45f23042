// The early-warning board (预警): open, unclaimed tasks whose approved deadline lies ahead within some days, in the order of domain/risk.ts.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { overdueOn } from '@/db/queries/as-of'
import { matching } from '@/db/queries/ledger-filter'
import { inScope } from '@/db/queries/scope'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { duties, taskStates, tasks } from '@/db/schema'
import { expectedProgress } from '@/domain/expected-progress'
import type { Viewer } from '@/domain/permissions'
import { byRisk, type Risk, riskOf } from '@/domain/risk'
import type { Scope } from '@/domain/scope'

/** `unconfirmed` are the names of the departments whose part is waited for. */
export type WarningRow = { row: TaskRow; risk: Risk; unconfirmed: string[] }
/** `total` and `overdue` count all; `rows` are one page of the order over all, `page` counts from 1. */
export type WarningBoard = { rows: WarningRow[]; total: number; overdue: number; page: number }

type Wanted = Pick<Scope, 'asOf' | 'plan'> & { within: number; lead?: string }

/**
 * `within` days, both the day itself and the last included; `overdue` counts those by the approved deadline. A page beyond the last is the
 * last; `pageSize` null gives all rows. Four queries.
 */
export async function warningBoard(
  db: Db,
  viewer: Viewer,
  { asOf, within, lead, plan, ...wanted }: Wanted & { page?: number; pageSize: number | null },
): Promise<WarningBoard> {
  const order = await inOrderOfRisk(db, viewer, { asOf, within, lead, plan })
  const size = wanted.pageSize ?? Math.max(1, order.length)
  const page = Math.min(Math.max(1, wanted.page ?? 1), Math.max(1, Math.ceil(order.length / size)))
  const shown = order.slice((page - 1) * size, page * size)
  const where = inArray(
    tasks.number,
    shown.map(({ number }) => number),
  )
  const rows = new Map((await taskRows(db, viewer, { asOf, where })).map((row) => [row.number, row]))
  const [late] = await db
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, { asOf, plan }), overdueOn('approved', asOf), matching({ lead }, asOf)))
  return {
    rows: shown.flatMap(({ number, risk, confirmed }) => {
      const row = rows.get(number)
      return row ? [{ row, risk, unconfirmed: missing(row, confirmed) }] : []
    }),
    total: order.length,
    overdue: late?.count ?? 0,
    page,
  }
}

/** All of them, but of each only what the order asks for. */
async function inOrderOfRisk(db: Db, viewer: Viewer, { asOf, within, lead, plan }: Wanted) {
  const found = await db
    .select({
      number: tasks.number,
      addedOn: tasks.addedOn,
      dueOn: taskStates.approvedDueOn,
      progress: taskStates.progress,
      lastReportOn: taskStates.lastReportOn,
      obstacles: taskStates.obstacles,
      confirmed: taskStates.confirmed,
      unconfirmed: sql<number>`(select cast(count(*) as integer) from ${duties} part where part.task_id = ${tasks.id}
        and part.role = 'cooperating' and part.from_day <= ${asOf} and part.to_day > ${asOf}
        and ${taskStates.confirmed} not like '%,' || part.department_id || ',%')`,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, { asOf, plan }), matching({ dueWithin: within, lead }, asOf)))
  return found
    .flatMap(({ number, dueOn, confirmed, unconfirmed, ...task }) => {
      if (dueOn === null) return []
      const expected = expectedProgress(task.addedOn, dueOn, asOf)
      return [{ number, confirmed, risk: riskOf({ ...task, expected }, dueOn, unconfirmed, asOf) }]
    })
    .sort((a, b) => byRisk(a.risk, b.risk) || a.number - b.number)
}

// Duties hold the parts of today; a period those of its own days.
const missing = (row: TaskRow, confirmed: string): string[] =>
  row.cooperating.filter(({ departmentId }) => !confirmed.includes(`,${departmentId},`)).map(({ department }) => department)
