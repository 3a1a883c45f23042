import { and, eq, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { periodOn } from '@/db/queries/as-of'
import { inList, type List, matching } from '@/db/queries/ledger-filter'
import { visibleTo } from '@/db/queries/visible-to'
import { taskStates, tasks } from '@/db/schema'
import { messages, notices } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import { canDecide, type Viewer } from '@/domain/permissions'

/**
 * `toDecide` counts the claims, extension requests and stage results that await a supervisor, as the review page lists them, 0 for those
 * who do not decide; `notices` those that await the viewer's department.
 */
export type NavCounts = { overdue: number; toDecide: number; unread: number; notices: number }

/** The figures beside the menu, as of today and by the approved deadline, in one query: each count walks an index of its own. */
export async function navCounts(db: Db, viewer: Viewer, today: Day): Promise<NavCounts> {
  // a claim and a request for the same task are two decisions
  const awaiting = (['claimed', 'extension_requested', 'stage_reported'] as const).map((list) => counted(viewer, today, list))
  const [row] = await db
    .select({
      overdue: sql<number>`cast(count(*) as integer)`,
      toDecide: canDecide(viewer) ? sql<number>`${sql.join(awaiting, sql` + `)}` : sql<number>`0`,
      unread: sql<number>`(select cast(count(*) as integer) from ${messages} where ${inboxOf(viewer)} and ${messages.readAt} is null)`,
      notices: sql<number>`(select cast(count(*) as integer) from ${notices} where ${awaitingNotices(viewer)})`,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today), inList('overdue_approved', today)))
  return row ?? { overdue: 0, toDecide: 0, unread: 0, notices: 0 }
}

const counted = (viewer: Viewer, today: Day, list: List) =>
  sql<number>`(select cast(count(*) as integer) from ${taskStates} join ${tasks} on ${tasks.id} = ${taskStates.taskId}
    where ${and(visibleTo(viewer), periodOn(today), matching({ list }, today, viewer))})`

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
