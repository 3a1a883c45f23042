import { and, asc, eq, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { periodOn } from '@/db/queries/as-of'
import { inList } from '@/db/queries/ledger-filter'
import { leadOn } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day, Instant } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { daysLate } from '@/domain/light'
import { canDecide, type Viewer } from '@/domain/permissions'

type Of<K extends TaskEvent['kind']> = Extract<TaskEvent, { kind: K }>
/** What awaits a decision on a task; `daysLate` by the approved deadline, 0 if it is not late. */
export type WaitingDecision<E extends TaskEvent> = {
  number: number
  title: string
  lead: string
  daysLate: number
  event: E
  recordedAt: Instant
}

export type DecisionQueue = {
  extensions: WaitingDecision<Of<'extension_requested'>>[]
  /** One for each task: of several years the oldest. */
  stages: WaitingDecision<Of<'stage_reported'>>[]
}

/** Extension requests and stage results that await a supervisor, recorded first on top, in one query; null for those who do not decide. */
export async function decisionQueue(db: Db, viewer: Viewer, today: Day): Promise<DecisionQueue | null> {
  if (!canDecide(viewer)) return null
  const rows = await db
    .select({ number: tasks.number, title: tasks.title, lead: departments.name, state: taskStates, event: taskEvents })
    .from(taskStates)
    .innerJoin(tasks, eq(tasks.id, taskStates.taskId))
    .innerJoin(duties, leadOn(today))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .innerJoin(
      taskEvents,
      and(eq(taskEvents.taskId, tasks.id), or(eq(taskEvents.seq, taskStates.extensionSeq), eq(taskEvents.seq, taskStates.stageSeq))),
    )
    .where(and(visibleTo(viewer), periodOn(today), or(inList('extension_requested', today), inList('stage_reported', today))))
    .orderBy(asc(taskEvents.recordedAt), asc(tasks.number))
  const waiting = rows.map(({ event, state, ...row }) => ({
    ...row,
    daysLate: daysLate(state, 'approved', today),
    event: eventOf(event),
    recordedAt: event.recordedAt,
  }))
  return {
    extensions: waiting.flatMap(({ event, ...row }) => (event.kind === 'extension_requested' ? [{ ...row, event }] : [])),
    stages: waiting.flatMap(({ event, ...row }) => (event.kind === 'stage_reported' ? [{ ...row, event }] : [])),
  }
}
