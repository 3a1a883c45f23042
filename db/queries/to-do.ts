// What an officer must do now (issue: 批示 to answer, overdue, due soon, returned, parts to confirm, entered on our behalf). Always as of today.
import { and, asc, eq, inArray, isNotNull, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { dueSoonOn, isState, overdueOn } from '@/db/queries/as-of'
import { ledBy } from '@/db/queries/ledger-filter'
import { type OpenInstruction, openInstructions } from '@/db/queries/open-instructions'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, taskEvents, taskStates, tasks } from '@/db/schema'
import { type Day, FOREVER } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'

export type ToDo = {
  /** Leaders' 批示 on own lead tasks that nobody has answered, the oldest first. */
  instructed: OpenInstruction[]
  /** Own lead tasks: returned by a supervisor and not claimed again, with the reason. */
  returned: { row: TaskRow; event: Returned }[]
  overdue: TaskRow[]
  dueSoon: TaskRow[]
  /** Until when an extension is asked for and not decided, by number, for the lists above. */
  requested: Map<number, Day>
  /** Tasks led by others whose own part is not done yet. */
  toConfirm: TaskRow[]
  /** What a supervisor wrote down for this department and nobody here has seen. */
  onOurBehalf: { number: number; title: string; event: TaskEvent }[]
}

/** Five queries. A task stands in one list only, the most pressing; a 批示 stands for itself. */
export async function toDo(db: Db, viewer: Viewer, today: Day): Promise<ToDo> {
  const own = viewer.departmentId
  if (own === null) return { instructed: [], returned: [], overdue: [], dueSoon: [], requested: new Map(), toConfirm: [], onOurBehalf: [] }
  const leads = await taskRows(db, viewer, {
    asOf: today,
    where: and(
      ledBy(own, today),
      isState('not_started', 'in_progress'),
      or(isNotNull(taskStates.returnSeq), overdueOn('approved', today), dueSoonOn(today)),
    ),
    orderBy: [asc(sql`coalesce(${taskStates.approvedDueOn}, '9999-12-31')`), asc(tasks.number)],
  })
  const { returns, requested } = await answersOf(
    db,
    viewer,
    leads.filter((row) => row.returnSeq !== null || row.extensionSeq !== null),
  )
  const rest = leads.filter((row) => row.returnSeq === null)
  return {
    instructed: await openInstructions(db, viewer, own, today),
    returned: leads.flatMap((row) => {
      const event = returns.get(row.number)
      return event ? [{ row, event }] : []
    }),
    overdue: rest.filter((row) => row.daysLate.approved > 0),
    dueSoon: rest.filter((row) => row.daysLate.approved === 0),
    requested,
    toConfirm: await taskRows(db, viewer, {
      asOf: today,
      where: and(isState('not_started', 'in_progress', 'claimed'), unconfirmedPartOf(own)),
    }),
    onOurBehalf: await unseen(db, viewer, own),
  }
}

const unconfirmedPartOf = (departmentId: string) =>
  sql`exists (select 1 from ${duties} own_duty where own_duty.task_id = ${tasks.id} and own_duty.department_id = ${departmentId}
    and own_duty.role = 'cooperating' and own_duty.to_day = ${FOREVER} and own_duty.part <> 'done')`

type Returned = Extract<TaskEvent, { kind: 'returned' }>

/** The return that a row speaks of, and the extension that it asks for, by number. */
async function answersOf(db: Db, viewer: Viewer, rows: readonly TaskRow[]) {
  const returns = new Map<number, Returned>()
  const requested = new Map<number, Day>()
  if (rows.length === 0) return { returns, requested }
  const found = await db
    .select({ number: tasks.number, event: taskEvents })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .where(
      and(
        visibleTo(viewer),
        inArray(
          tasks.number,
          rows.map((row) => row.number),
        ),
        inArray(taskEvents.kind, ['returned', 'extension_requested']),
      ),
    )
    .orderBy(taskEvents.seq)
  const wanted = new Map(rows.map((row) => [row.number, row]))
  for (const { number, event } of found) {
    const said = eventOf(event)
    const row = wanted.get(number)
    if (said.kind === 'returned' && said.seq === row?.returnSeq) returns.set(number, said)
    if (said.kind === 'extension_requested' && said.seq === row?.extensionSeq) requested.set(number, said.payload.dueOn)
  }
  return { returns, requested }
}

async function unseen(db: Db, viewer: Viewer, departmentId: string): Promise<ToDo['onOurBehalf']> {
  const rows = await db
    .select({ number: tasks.number, title: tasks.title, event: taskEvents })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .innerJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.departmentId, departmentId), eq(duties.toDay, FOREVER)))
    .where(
      and(
        visibleTo(viewer),
        eq(taskEvents.onBehalfOf, departmentId),
        sql`${taskEvents.seq} > ${duties.seenSeq}`,
        sql`not exists (select 1 from ${taskEvents} back where back.task_id = ${tasks.id} and back.retracts = ${taskEvents.seq})`,
      ),
    )
    .orderBy(tasks.number, taskEvents.seq)
  return rows.map(({ number, title, event }) => ({ number, title, event: eventOf(event) }))
}
