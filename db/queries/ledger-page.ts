import { and, eq, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { lightOn } from '@/db/queries/as-of'
import { type LedgerFilter, matching, orderedBy, type Sort } from '@/db/queries/ledger-filter'
import { inScope } from '@/db/queries/scope'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { taskStates, tasks } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import { LIGHTS, type Light } from '@/domain/words'

export const PAGE_SIZE = 200

/** `page` counts from 1. `counts` are by light, under the filter but for the light itself; they sum to `all`. */
export type LedgerPage = { rows: TaskRow[]; counts: Record<Light, number>; all: number; total: number; page: number; pages: number }

/** One page of the ledger as of a day, in three queries. A page beyond the last is the last. */
export async function ledgerPage(
  db: Db,
  viewer: Viewer,
  filter: LedgerFilter,
  order: Scope & { sort: Sort; descending: boolean; page: number },
): Promise<LedgerPage> {
  const { light, ...others } = filter
  const counts = await countsByLight(db, viewer, order, matching(others, order.asOf, viewer))
  const all = LIGHTS.reduce((sum, code) => sum + counts[code], 0)
  const total = light ? counts[light] : all
  const pages = Math.max(1, Math.ceil(total / PAGE_SIZE))
  const page = Math.min(Math.max(1, order.page), pages)
  const rows = await taskRows(db, viewer, {
    ...scopeOf(order),
    where: matching(filter, order.asOf, viewer),
    orderBy: orderedBy(order.sort, order.descending),
    limit: PAGE_SIZE,
    offset: (page - 1) * PAGE_SIZE,
  })
  return { rows, counts, all, total, page, pages }
}

const scopeOf = ({ asOf, knownAt, plan }: Scope): Scope => ({ asOf, knownAt, plan })

async function countsByLight(db: Db, viewer: Viewer, scope: Scope, where: SQL | undefined): Promise<Record<Light, number>> {
  const light = lightOn(scope.asOf)
  const rows = await db
    .select({ light: sql<Light>`${light}`.as('light'), count: sql<number>`cast(count(*) as integer)` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, scope), where))
    .groupBy(sql`1`)
  const counted = new Map(rows.map((row) => [row.light, row.count]))
  return Object.fromEntries(LIGHTS.map((code) => [code, counted.get(code) ?? 0])) as Record<Light, number>
}
