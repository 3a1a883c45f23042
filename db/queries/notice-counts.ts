import { and, inArray, lt, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber } from '@/db/queries/as-of'
import { noticeStepOn, noticesOf, openOn } from '@/db/queries/notices'
import { inPlan } from '@/db/queries/scope'
import { tasks } from '@/db/schema'
import { notices, noticeTasks } from '@/db/schema-supervision'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

/** `overdue`: of the open ones, those without a reply after their reply date. */
export type NoticeCounts = { open: number; overdue: number }

/**
 * By department, the notices that were neither closed nor voided at the end of `asOf`; of a plan, those that name one of its tasks. What
 * happens to a notice is recorded on the day, so that it is known as it happens. One query; departments without any are left out.
 */
export async function noticeCounts(db: Db, viewer: Viewer, { asOf, plan }: Omit<Scope, 'knownAt'>): Promise<Map<string, NoticeCounts>> {
  const late = and(lt(notices.replyBy, asOf), inArray(noticeStepOn(asOf), ['issued', 'acknowledged', 'returned'])) ?? sql`1 = 0`
  const rows = await db
    .select({
      departmentId: notices.departmentId,
      open: sql<number>`cast(count(*) as integer)`,
      overdue: sql<number>`cast(sum(${asNumber(late)}) as integer)`,
    })
    .from(notices)
    .where(and(noticesOf(viewer), openOn(asOf), namesTaskOf(plan)))
    .groupBy(notices.departmentId)
  return new Map(rows.map(({ departmentId, open, overdue }) => [departmentId, { open, overdue }]))
}

const namesTaskOf = (plan: number | undefined): SQL | undefined =>
  plan === undefined
    ? undefined
    : sql`exists (select 1 from ${noticeTasks} join ${tasks} on ${tasks.id} = ${noticeTasks.taskId}
        where ${noticeTasks.noticeId} = ${notices.id} and ${inPlan(plan)})`
