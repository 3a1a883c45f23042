// The early-warning board (预警): open, unclaimed tasks whose approved deadline lies ahead within some days, in the order of domain/risk.ts.
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { overdueOn, periodOn } from '@/db/queries/as-of'
import { matching } from '@/db/queries/ledger-filter'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { byRisk, type Risk, riskOf } from '@/domain/risk'

/** `unconfirmed` are the names of the departments whose part is waited for. */
export type WarningRow = { row: TaskRow; dueOn: Day; risk: Risk; unconfirmed: string[] }
export type WarningBoard = { rows: WarningRow[]; overdue: number }

/** `within` days, both the day itself and the last included; `overdue` counts those by the approved deadline. Four queries. */
export async function warningBoard(
  db: Db,
  viewer: Viewer,
  { asOf, within, lead }: { asOf: Day; within: number; lead?: string },
): Promise<WarningBoard> {
  const where = matching({ dueWithin: within, lead }, asOf)
  const found = await taskRows(db, viewer, { asOf, where })
  // duties hold the parts of today; a period those of its own days
  const parts = await db
    .select({ number: tasks.number, confirmed: taskStates.confirmed })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(asOf), where))
  const confirmed = new Map(parts.map((row) => [row.number, row.confirmed]))
  const rows = found.flatMap((row) => {
    const dueOn = row.deadline.approvedDueOn
    if (dueOn === null) return []
    const done = confirmed.get(row.number) ?? ','
    const unconfirmed = row.cooperating
      .filter(({ departmentId }) => !done.includes(`,${departmentId},`))
      .map(({ department }) => department)
    return [{ row, dueOn, unconfirmed, risk: riskOf(row, dueOn, unconfirmed.length, asOf) }]
  })
  const [late] = await db
    .select({ count: sql<number>`cast(count(*) as integer)` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(asOf), overdueOn('approved', asOf), matching({ lead }, asOf)))
  return { rows: rows.sort((a, b) => byRisk(a.risk, b.risk) || a.row.number - b.row.number), overdue: late?.count ?? 0 }
}
