import { and, eq, gt } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { periodOn } from '@/db/queries/as-of'
import { ledBy } from '@/db/queries/ledger-filter'
import { visibleTo } from '@/db/queries/visible-to'
import { taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { isInstruction } from '@/domain/course'
import { inForce, type TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'

export type OpenInstruction = { number: number; title: string; event: Extract<TaskEvent, { kind: 'commented' }> }

/** The 批示 that a lead department has not answered today, the oldest first, in one query. */
export async function openInstructions(db: Db, viewer: Viewer, leadDepartmentId: string, today: Day): Promise<OpenInstruction[]> {
  const rows = await db
    .select({ number: tasks.number, title: tasks.title, event: taskEvents })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(taskEvents, eq(taskEvents.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today), gt(taskStates.instructions, 0), ledBy(leadDepartmentId, today)))
    .orderBy(tasks.number, taskEvents.seq)
  const open = [...Map.groupBy(rows, (row) => row.number).values()].flatMap((own) =>
    unanswered(own.map(({ event }) => eventOf(event))).map((event) => ({ number: own[0]?.number ?? 0, title: own[0]?.title ?? '', event })),
  )
  return open.sort((a, b) => (a.event.recordedAt < b.event.recordedAt ? -1 : 1))
}

function unanswered(events: readonly TaskEvent[]): OpenInstruction['event'][] {
  const comments = inForce(events).filter((event) => event.kind === 'commented')
  const answered = new Set(comments.map((event) => event.payload.answers))
  return comments.filter((event) => isInstruction(event) && !answered.has(event.seq))
}
