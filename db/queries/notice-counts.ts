import { and, inArray, lt, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber } from '@/db/queries/as-of'
import { noticeStepOn, noticesOf, openOn } from '@/db/queries/notices'
import { notices } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** `overdue`: of the open ones, those without a reply after their reply date. */
export type NoticeCounts = { open: number; overdue: number }

/** By department, the notices that were neither closed nor voided at the end of `asOf`. One query; departments without any are left out. */
export async function noticeCounts(db: Db, viewer: Viewer, asOf: Day): Promise<Map<string, NoticeCounts>> {
  const late = and(lt(notices.replyBy, asOf), inArray(noticeStepOn(asOf), ['issued', 'acknowledged', 'returned'])) ?? sql`1 = 0`
  const rows = await db
    .select({
      departmentId: notices.departmentId,
      open: sql<number>`cast(count(*) as integer)`,
      overdue: sql<number>`cast(sum(${asNumber(late)}) as integer)`,
    })
    .from(notices)
    .where(and(noticesOf(viewer), openOn(asOf)))
    .groupBy(notices.departmentId)
  return new Map(rows.map(({ departmentId, open, overdue }) => [departmentId, { open, overdue }]))
}
