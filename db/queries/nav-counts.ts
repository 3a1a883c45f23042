import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, overdueOn, periodOn } from '@/db/queries/as-of'
import { visibleTo } from '@/db/queries/visible-to'
import { taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** The figures beside the menu, as of today and by the approved deadline, in one query. */
export async function navCounts(db: Db, viewer: Viewer, today: Day): Promise<{ overdue: number; claimed: number }> {
  const sum = (test: Parameters<typeof asNumber>[0]) => sql<number | null>`cast(sum(${asNumber(test)}) as integer)`
  const [row] = await db
    .select({ overdue: sum(overdueOn('approved', today)), claimed: sum(eq(taskStates.state, 'claimed')) })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today)))
  return { overdue: row?.overdue ?? 0, claimed: row?.claimed ?? 0 }
}
