// Supervision notices as lists: every notice for supervisors and leaders, an officer's department's own, none for anyone else.
import { and, asc, desc, eq, gt, inArray, isNull, lte, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber } from '@/db/queries/as-of'
import { departments, tasks } from '@/db/schema'
import { notices, noticeTasks, officeEvents } from '@/db/schema-supervision'
import { addDays, type Day, startOfDayInShanghai } from '@/domain/calendar'
import {
  AWAITING_REPLY,
  isReplyOverdue,
  type NoticeColour,
  type NoticeState,
  type NoticeStep,
  noticeLabel,
  stateAfter,
} from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'

/** `open` is neither closed nor voided; `overdue`: the reply is. `year` is that of the number. */
export type NoticeFilter = {
  state?: NoticeState | 'open'
  colour?: NoticeColour
  department?: string
  year?: number
  overdue?: boolean
}

export type NoticeRow = {
  id: string
  label: string
  colour: NoticeColour
  departmentId: string
  department: string
  demand: string
  issuedOn: Day
  replyBy: Day
  state: NoticeState
  overdue: boolean
  tasks: { number: number; title: string }[]
}

export type NoticeList = { rows: NoticeRow[]; total: number; all: number; overdue: number }

export const NOTICES_PER_PAGE = 50

/** Overdue replies first, then what is open, then the rest; within each the newest first. `all` and `overdue` disregard the filter. Three queries. */
export async function noticeList(db: Db, viewer: Viewer, filter: NoticeFilter, at: { today: Day; page: number }): Promise<NoticeList> {
  const sum = (test: SQL | undefined) => sql<number | null>`cast(sum(${asNumber(test ?? sql`1 = 1`)}) as integer)`
  const where = matching(filter, at.today)
  const [counts] = await db
    .select({ all: sum(undefined), total: sum(where), overdue: sum(replyOverdue(at.today)) })
    .from(notices)
    .where(noticesOf(viewer))
  const found = await select(db)
    .where(and(noticesOf(viewer), where))
    .orderBy(urgency(at.today), desc(notices.issuedOn), desc(notices.issuedAt), desc(notices.number))
    .limit(NOTICES_PER_PAGE)
    .offset((at.page - 1) * NOTICES_PER_PAGE)
  const rows = await withTasks(db, found, at.today)
  return { rows, total: counts?.total ?? 0, all: counts?.all ?? 0, overdue: counts?.overdue ?? 0 }
}

/** What a list can be narrowed to: the departments and years of the notices that the viewer sees. */
export async function noticeChoices(db: Db, viewer: Viewer): Promise<{ departments: { id: string; name: string }[]; years: number[] }> {
  const found = await db
    .selectDistinct({ id: departments.id, name: departments.name, position: departments.position, year: notices.year })
    .from(notices)
    .innerJoin(departments, eq(departments.id, notices.departmentId))
    .where(noticesOf(viewer))
    .orderBy(departments.position)
  const names = new Map(found.map(({ id, name }) => [id, name]))
  return {
    departments: [...names].map(([id, name]) => ({ id, name })),
    years: [...new Set(found.map(({ year }) => year))].sort((a, b) => b - a),
  }
}

/** Those that the viewer's department must acknowledge or answer, the nearest reply date first. Two queries, one if there are none. */
export async function noticesToDo(db: Db, viewer: Viewer, today: Day): Promise<NoticeRow[]> {
  if (viewer.role !== 'officer' || viewer.departmentId === null) return []
  const found = await select(db)
    .where(and(noticesOf(viewer), inArray(notices.state, [...AWAITING_REPLY])))
    .orderBy(asc(notices.replyBy), asc(notices.issuedAt))
  return withTasks(db, found, today)
}

export type NoticeOnTask = Pick<NoticeRow, 'id' | 'label' | 'colour' | 'department' | 'replyBy' | 'state' | 'overdue'>

/** The notices about tasks that were open at the end of `asOf`, as they stood then, by the task's number, the newest first. One query. */
export async function openNoticesOn(db: Db, viewer: Viewer, numbers: readonly number[], asOf: Day): Promise<Map<number, NoticeOnTask[]>> {
  if (numbers.length === 0) return new Map()
  const rows = await db
    .select({ task: tasks.number, notice: notices, department: departments.name, step: noticeStepOn(asOf) })
    .from(notices)
    .innerJoin(noticeTasks, eq(noticeTasks.noticeId, notices.id))
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .innerJoin(departments, eq(departments.id, notices.departmentId))
    .where(and(noticesOf(viewer), openOn(asOf), inArray(tasks.number, [...numbers])))
    .orderBy(desc(notices.issuedOn), desc(notices.issuedAt))
  const named = rows.map(({ task, notice, department, step }) => {
    const then = { ...notice, state: stateAfter(step) }
    return { task, ...rowOf({ notice: then, department }, [], asOf) }
  })
  return Map.groupBy(named, ({ task }) => task)
}

/** True for the notices that this person may see (canSeeNotice in SQL). */
export function noticesOf(viewer: Viewer): SQL {
  if (viewer.role === 'supervisor' || viewer.role === 'leader') return sql`1 = 1`
  if (viewer.role !== 'officer' || viewer.departmentId === null) return sql`1 = 0`
  return eq(notices.departmentId, viewer.departmentId)
}

/** The latest step at the end of `asOf`; for a notice that was issued by then. A reply that was returned later was still one. */
export const noticeStepOn = (asOf: Day): SQL<NoticeStep> =>
  sql<NoticeStep>`(select step.kind from ${officeEvents} step where step.subject = 'notice' and step.subject_id = ${notices.id}
    and step.recorded_at < ${startOfDayInShanghai(addDays(asOf, 1))} order by step.seq desc limit 1)`

/** True for notices that were neither closed nor voided at the end of `asOf`. */
export const openOn = (asOf: Day): SQL =>
  and(
    lte(notices.issuedOn, asOf),
    or(isNull(notices.closedOn), gt(notices.closedOn, asOf)),
    or(isNull(notices.voidedOn), gt(notices.voidedOn, asOf)),
  ) as SQL

// isReplyOverdue in SQL; a test holds the two together
const replyOverdue = (today: Day): SQL => and(inArray(notices.state, [...AWAITING_REPLY]), sql`${notices.replyBy} < ${today}`) as SQL

const isOpen: SQL = inArray(notices.state, ['issued', 'acknowledged', 'replied'])

const urgency = (today: Day): SQL => sql`case when ${replyOverdue(today)} then 0 when ${isOpen} then 1 else 2 end`

function matching({ state, colour, department, year, overdue }: NoticeFilter, today: Day): SQL | undefined {
  return and(
    state === undefined ? undefined : state === 'open' ? isOpen : eq(notices.state, state),
    colour && eq(notices.colour, colour),
    department ? eq(notices.departmentId, department) : undefined,
    year === undefined ? undefined : eq(notices.year, year),
    overdue ? replyOverdue(today) : undefined,
  )
}

const select = (db: Db) =>
  db
    .select({ notice: notices, department: departments.name })
    .from(notices)
    .innerJoin(departments, eq(departments.id, notices.departmentId))
    .$dynamic()

type Found = { notice: typeof notices.$inferSelect; department: string }

async function withTasks(db: Db, found: readonly Found[], today: Day): Promise<NoticeRow[]> {
  if (found.length === 0) return []
  const ids = found.map(({ notice }) => notice.id)
  const lines = await db
    .select({ noticeId: noticeTasks.noticeId, number: tasks.number, title: tasks.title })
    .from(noticeTasks)
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .where(inArray(noticeTasks.noticeId, ids))
    .orderBy(noticeTasks.position)
  const byNotice = Map.groupBy(lines, ({ noticeId }) => noticeId)
  return found.map((row) => {
    const own = byNotice.get(row.notice.id) ?? []
    return rowOf(
      row,
      own.map(({ number, title }) => ({ number, title })),
      today,
    )
  })
}

function rowOf({ notice, department }: Found, own: NoticeRow['tasks'], today: Day): NoticeRow {
  const { id, colour, departmentId, demand, issuedOn, replyBy, state } = notice
  const overdue = isReplyOverdue(notice, today)
  return { id, label: noticeLabel(notice), colour, departmentId, department, demand, issuedOn, replyBy, state, overdue, tasks: own }
}
