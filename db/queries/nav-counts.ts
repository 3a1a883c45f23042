import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, overdueOn, periodOn } from '@/db/queries/as-of'
import { inList } from '@/db/queries/ledger-filter'
import { visibleTo } from '@/db/queries/visible-to'
import { taskStates, tasks } from '@/db/schema'
import { messages, notices } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** `toDecide` counts the claims, extension requests and stage results that await a supervisor, as the review page lists them; `notices` those that await the viewer's department. */
export type NavCounts = { overdue: number; toDecide: number; unread: number; notices: number }

/** The figures beside the menu, as of today and by the approved deadline, in one query. */
export async function navCounts(db: Db, viewer: Viewer, today: Day): Promise<NavCounts> {
  const sum = (test: SQL) => sql<number | null>`cast(sum(${asNumber(test)}) as integer)`
  const [row] = await db
    .select({
      overdue: sum(overdueOn('approved', today)),
      toDecide: sql<number | null>`cast(sum(${awaitingDecision(today)}) as integer)`,
      unread: sql<number>`(select cast(count(*) as integer) from ${messages} where ${inboxOf(viewer)} and ${messages.readAt} is null)`,
      notices: sql<number>`(select cast(count(*) as integer) from ${notices} where ${awaitingNotices(viewer)})`,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today)))
  return { overdue: row?.overdue ?? 0, toDecide: row?.toDecide ?? 0, unread: row?.unread ?? 0, notices: row?.notices ?? 0 }
}

// A claim and a request for the same task are two decisions.
const awaitingDecision = (today: Day): SQL =>
  sql`${asNumber(inList('claimed', today))} + ${asNumber(inList('extension_requested', today))} + ${asNumber(inList('stage_reported', today))}`

/** True for the messages to this person or to their department that were not taken back. */
export function inboxOf(viewer: Viewer): SQL {
  const own = eq(messages.userId, viewer.userId)
  const mine = viewer.departmentId === null ? own : or(own, eq(messages.departmentId, viewer.departmentId))
  return and(mine, sql`${messages.cancelledAt} is null`) as SQL
}

const awaitingNotices = (viewer: Viewer): SQL =>
  viewer.departmentId === null
    ? sql`1 = 0`
    : (and(eq(notices.departmentId, viewer.departmentId), sql`${notices.state} in ('issued', 'acknowledged')`) as SQL)
