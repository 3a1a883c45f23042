// The log of nudges: what was sent, when, by whom, to whom, about which tasks and by which channels; when it was read and how it was
// answered. The answer is no form: it is the first thing that the department wrote about the task afterwards.
import { and, desc, eq, gt, inArray, isNull, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { periodOn } from '@/db/queries/as-of'
import { visibleTo } from '@/db/queries/visible-to'
import { workCalendar } from '@/db/queries/work-calendar'
import { departments, taskEvents, taskStates, tasks } from '@/db/schema'
import { deliveries, deliveryMessages, messages, nudges, nudgeTasks } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import type { EventKind } from '@/domain/events'
import { NUDGE_ANSWERS, type NudgeAnswer } from '@/domain/nudging'
import type { Viewer } from '@/domain/permissions'
import type { State } from '@/domain/words'
import { unpublishedYears, workingDaysBetween } from '@/domain/working-days'

export const NUDGES_PER_PAGE = 30

type Channel = (typeof deliveries.$inferSelect)['channel']

export type NudgedTask = {
  number: number
  title: string
  state: State
  answer: { kind: NudgeAnswer; on: Day; at: Instant } | null
}
export type NudgeEntry = {
  id: string
  department: string
  departmentId: string
  day: Day
  at: Instant
  text: string
  by: string
  /** The lead that nudged; null when a supervisor did. */
  byDepartment: string | null
  readAt: Instant | null
  /** Beside the ledger's own inbox; `sentAt` null while it is under way. */
  channels: { channel: Channel; sentAt: Instant | null; failedAt: Instant | null }[]
  tasks: NudgedTask[]
  /** Working days since, today included; the years among them whose calendar was not published. */
  workingDays: number
  unpublished: number[]
}
export type NudgeLog = { entries: NudgeEntry[]; total: number; page: number }

/** The newest first, in seven queries whatever their number. Officers see those to their department and those that it sent. */
export async function nudgeLog(
  db: Db,
  viewer: Viewer,
  { departmentId, page, today }: { departmentId?: string; page: number; today: Day },
): Promise<NudgeLog> {
  const where = and(logOf(viewer), departmentId === undefined ? undefined : eq(nudges.departmentId, departmentId))
  const [counted] = await db.select({ total: sql<number>`cast(count(*) as integer)` }).from(nudges).where(where)
  const total = counted?.total ?? 0
  const shown = Math.min(Math.max(1, page), Math.max(1, Math.ceil(total / NUDGES_PER_PAGE)))
  const found = await db
    .select({
      nudge: nudges,
      department: departments.name,
      byDepartment: sql<string | null>`(select sender.name from ${departments} sender where sender.id = ${nudges.byDepartmentId})`,
    })
    .from(nudges)
    .innerJoin(departments, eq(departments.id, nudges.departmentId))
    .where(where)
    .orderBy(desc(nudges.createdAt), desc(nudges.id))
    .limit(NUDGES_PER_PAGE)
    .offset((shown - 1) * NUDGES_PER_PAGE)
  const ids = found.map(({ nudge }) => nudge.id)
  const about = ids.length === 0 ? new Map() : await tasksOf(db, viewer, ids, today)
  const ways = ids.length === 0 ? new Map() : await waysOf(db, ids)
  const calendar = await workCalendar(db)
  const entries = found.map(({ nudge, department, byDepartment }): NudgeEntry => {
    const own: Way[] = ways.get(nudge.id) ?? []
    return {
      id: nudge.id,
      department,
      departmentId: nudge.departmentId,
      day: nudge.day,
      at: nudge.createdAt,
      text: nudge.text,
      by: nudge.byName,
      byDepartment,
      readAt: own[0]?.readAt ?? null,
      channels: own.flatMap(({ channel, sentAt, failedAt }) => (channel === null ? [] : [{ channel, sentAt, failedAt }])),
      tasks: about.get(nudge.id) ?? [],
      workingDays: workingDaysBetween(calendar, nudge.day, today),
      unpublished: unpublishedYears(calendar, nudge.day, today),
    }
  })
  return { entries, total, page: shown }
}

function logOf(viewer: Viewer): SQL {
  if (viewer.role === 'supervisor' || viewer.role === 'leader') return sql`1 = 1`
  if (viewer.role !== 'officer' || viewer.departmentId === null) return sql`1 = 0`
  return or(eq(nudges.departmentId, viewer.departmentId), eq(nudges.byDepartmentId, viewer.departmentId)) as SQL
}

async function tasksOf(db: Db, viewer: Viewer, ids: string[], today: Day): Promise<Map<string, NudgedTask[]>> {
  const rows = await db
    .select({
      nudgeId: nudgeTasks.nudgeId,
      taskId: nudgeTasks.taskId,
      number: tasks.number,
      title: tasks.title,
      state: taskStates.state,
    })
    .from(nudgeTasks)
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today), inArray(nudgeTasks.nudgeId, ids)))
    .orderBy(tasks.number)
  const answers = await answersTo(db, viewer, ids)
  const answered = rows.map(({ nudgeId, taskId, ...task }) => ({
    nudgeId,
    task: { ...task, answer: answers.get(`${nudgeId} ${taskId}`) ?? null },
  }))
  return new Map([...Map.groupBy(answered, ({ nudgeId }) => nudgeId)].map(([id, own]) => [id, own.map(({ task }) => task)]))
}

/** The first answer to each nudge about each task, as `nudge-id task-id`; what was taken back is none. One query. */
export async function answersTo(db: Db, viewer: Viewer, ids: string[]): Promise<Map<string, NudgedTask['answer']>> {
  const rows = await db
    .select({
      nudgeId: nudgeTasks.nudgeId,
      taskId: nudgeTasks.taskId,
      kind: taskEvents.kind,
      on: taskEvents.effectiveOn,
      at: taskEvents.recordedAt,
    })
    .from(nudgeTasks)
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .innerJoin(taskEvents, and(eq(taskEvents.taskId, nudgeTasks.taskId), gt(taskEvents.seq, nudgeTasks.seq)))
    .where(
      and(
        visibleTo(viewer),
        inArray(nudgeTasks.nudgeId, ids),
        inArray(taskEvents.kind, [...NUDGE_ANSWERS] satisfies EventKind[]),
        or(
          eq(taskEvents.onBehalfOf, nudgeTasks.departmentId),
          and(isNull(taskEvents.onBehalfOf), eq(taskEvents.actorDepartmentId, nudgeTasks.departmentId)),
        ),
        sql`not exists (select 1 from ${taskEvents} back where back.task_id = ${taskEvents.taskId} and back.retracts = ${taskEvents.seq})`,
      ),
    )
    .orderBy(taskEvents.taskId, taskEvents.seq)
  const first = new Map<string, NudgedTask['answer']>()
  for (const { nudgeId, taskId, kind, on, at } of rows) {
    const key = `${nudgeId} ${taskId}`
    if (!first.has(key)) first.set(key, { kind: kind as NudgeAnswer, on, at })
  }
  return first
}

type Way = { readAt: Instant | null; channel: Channel | null; sentAt: Instant | null; failedAt: Instant | null }

async function waysOf(db: Db, ids: string[]): Promise<Map<string, Way[]>> {
  const rows = await db
    .select({
      nudgeId: messages.nudgeId,
      readAt: messages.readAt,
      channel: deliveries.channel,
      sentAt: deliveries.sentAt,
      failedAt: deliveries.failedAt,
    })
    .from(messages)
    .leftJoin(deliveryMessages, eq(deliveryMessages.messageId, messages.id))
    .leftJoin(deliveries, eq(deliveries.id, deliveryMessages.deliveryId))
    .where(and(inArray(messages.nudgeId, ids), eq(messages.kind, 'nudged')))
    .orderBy(messages.id, deliveries.channel)
  return Map.groupBy(
    rows.map(({ nudgeId, ...way }) => ({ nudgeId: nudgeId ?? '', ...way })),
    ({ nudgeId }) => nudgeId,
  )
}
