import { and, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { periodOn } from '@/db/queries/as-of'
import { noticesOf } from '@/db/queries/notices'
import { leadOn } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { duties, taskStates, tasks } from '@/db/schema'
import { notices, noticeTasks, officeEvents } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import { type NoticeText, officialDay } from '@/domain/notice-text'
import { isReplyOverdue, type NoticeState, type NoticeStep, noticeLabel, noticeSteps } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import type { State } from '@/domain/words'

/** What happened to a notice, in the words of the moment. `reports` went with a reply. */
export type NoticeEvent = {
  seq: number
  step: NoticeStep
  recordedAt: Instant
  actorId: string | null
  actor: string
  post: string
  department: string | null
  text: string
  reports: { number: number; progress: number }[]
}

/** A task of the notice as it stands now; `leads`: the addressed department leads it. */
export type NoticeTask = { number: number; title: string; version: number; progress: number; state: State; leads: boolean }

export type NoticePage = {
  id: string
  label: string
  version: number
  state: NoticeState
  departmentId: string
  replyBy: Day
  overdue: boolean
  acknowledgedOn: Day | null
  /** As issued, and whether it was voided. */
  text: NoticeText
  tasks: NoticeTask[]
  history: NoticeEvent[]
  /** What this viewer may do now. */
  steps: ReturnType<typeof noticeSteps>
}

/** One notice in three queries; null if it is hidden or does not exist. Of its tasks those that the viewer sees, as they stand now. */
export async function noticePage(db: Db, viewer: Viewer, id: string, today: Day): Promise<NoticePage | null> {
  const [notice] = await db
    .select()
    .from(notices)
    .where(and(eq(notices.id, id), noticesOf(viewer)))
  if (!notice) return null
  const tasksNow = await tasksOf(db, viewer, notice, today)
  const history = await historyOf(db, id)
  return {
    id,
    label: noticeLabel(notice),
    version: notice.version,
    state: notice.state,
    departmentId: notice.departmentId,
    replyBy: notice.replyBy,
    overdue: isReplyOverdue(notice, today),
    acknowledgedOn: notice.acknowledgedOn,
    text: textOf(notice, history),
    tasks: tasksNow,
    history,
    steps: noticeSteps(notice, viewer),
  }
}

type Notice = typeof notices.$inferSelect

async function tasksOf(db: Db, viewer: Viewer, { id, departmentId }: Notice, today: Day): Promise<NoticeTask[]> {
  const { number, title, version } = tasks
  const rows = await db
    .select({ number, title, version, progress: taskStates.progress, state: taskStates.state, leadId: duties.departmentId })
    .from(noticeTasks)
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .innerJoin(taskStates, and(eq(taskStates.taskId, tasks.id), periodOn(today)))
    .leftJoin(duties, leadOn(today))
    .where(and(eq(noticeTasks.noticeId, id), visibleTo(viewer)))
    .orderBy(noticeTasks.position)
  return rows.map(({ leadId, ...task }) => ({ ...task, leads: leadId === departmentId }))
}

async function historyOf(db: Db, noticeId: string): Promise<NoticeEvent[]> {
  const rows = await db
    .select()
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'notice'), eq(officeEvents.subjectId, noticeId)))
    .orderBy(officeEvents.seq)
  return rows.map((row) => {
    const { text = '', reports = [] } = JSON.parse(row.payload) as Partial<NoticeEvent>
    return {
      seq: row.seq,
      step: row.kind as NoticeStep,
      recordedAt: row.recordedAt,
      actorId: row.actorId,
      actor: row.actorName,
      post: row.actorPost,
      department: row.actorDepartmentName,
      text,
      reports,
    }
  })
}

/** As issued, whatever was renamed since; only that it was voided is added. */
function textOf({ text, voidedOn }: Notice, history: readonly NoticeEvent[]): NoticeText {
  const issued = JSON.parse(text) as NoticeText
  if (!voidedOn) return issued
  return { ...issued, voided: { on: officialDay(voidedOn), reason: history.find(({ step }) => step === 'voided')?.text ?? '' } }
}
