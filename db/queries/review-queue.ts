import { and, asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { isState, periodOn } from '@/db/queries/as-of'
import { leadOn } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { canDecide, type Viewer } from '@/domain/permissions'

export type WaitingClaim = {
  number: number
  title: string
  version: number
  lead: string
  claim: Extract<TaskEvent, { kind: 'claimed' }>
  claimedAt: Instant
}

/** Claims that await verification, the one recorded first on top, in one query; null for those who do not decide. */
export async function reviewQueue(db: Db, viewer: Viewer, today: Day): Promise<WaitingClaim[] | null> {
  if (!canDecide(viewer)) return null
  const rows = await db
    .select({ number: tasks.number, title: tasks.title, version: tasks.version, lead: departments.name, event: taskEvents })
    .from(taskStates)
    .innerJoin(tasks, eq(tasks.id, taskStates.taskId))
    .innerJoin(duties, leadOn(today))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .innerJoin(taskEvents, and(eq(taskEvents.taskId, tasks.id), eq(taskEvents.seq, taskStates.claimSeq)))
    .where(and(visibleTo(viewer), periodOn(today), isState('claimed')))
    .orderBy(asc(taskEvents.recordedAt), asc(tasks.number))
  return rows.flatMap(({ event, ...row }) => {
    const claim = eventOf(event)
    return claim.kind === 'claimed' ? [{ ...row, claim, claimedAt: claim.recordedAt }] : []
  })
}
