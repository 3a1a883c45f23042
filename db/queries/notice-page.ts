import { and, eq, gt, lte } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { periodOn } from '@/db/queries/as-of'
import { noticesOf } from '@/db/queries/notices'
import { departments, duties, plans, taskStates, tasks } from '@/db/schema'
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
  /** As issued. */
  text: NoticeText
  tasks: NoticeTask[]
  history: NoticeEvent[]
  /** What this viewer may do now. */
  steps: ReturnType<typeof noticeSteps>
}

/** One notice in three queries; null if it is hidden or does not exist. */
export async function noticePage(db: Db, viewer: Viewer, id: string, at: { today: Day; demo: boolean }): Promise<NoticePage | null> {
  const [found] = await db
    .select({ notice: notices, department: departments.name, planTitle: plans.title })
    .from(notices)
    .innerJoin(departments, eq(departments.id, notices.departmentId))
    .innerJoin(plans, eq(plans.id, notices.planId))
    .where(and(eq(notices.id, id), noticesOf(viewer)))
  if (!found) return null
  const { notice } = found
  const lines = await linesOf(db, notice.id, at.today)
  const history = await historyOf(db, notice.id)
  return {
    id,
    label: noticeLabel(notice),
    version: notice.version,
    state: notice.state,
    departmentId: notice.departmentId,
    replyBy: notice.replyBy,
    overdue: isReplyOverdue(notice, at.today),
    acknowledgedOn: notice.acknowledgedOn,
    text: textOf(found, lines, history, at.demo),
    tasks: lines.map(({ task, progress, state, leadId }) => ({
      number: task.number,
      title: task.title,
      version: task.version,
      progress,
      state,
      leads: leadId === notice.departmentId,
    })),
    history,
    steps: noticeSteps(notice, viewer),
  }
}

type Line = Awaited<ReturnType<typeof linesOf>>[number]

const linesOf = (db: Db, noticeId: string, today: Day) =>
  db
    .select({ line: noticeTasks, task: tasks, progress: taskStates.progress, state: taskStates.state, leadId: duties.departmentId })
    .from(noticeTasks)
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .innerJoin(taskStates, and(eq(taskStates.taskId, tasks.id), periodOn(today)))
    .leftJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.role, 'lead'), lte(duties.fromDay, today), gt(duties.toDay, today)))
    .where(eq(noticeTasks.noticeId, noticeId))
    .orderBy(noticeTasks.position)

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

type Found = { notice: typeof notices.$inferSelect; department: string; planTitle: string }

function textOf(
  { notice, department, planTitle }: Found,
  lines: readonly Line[],
  history: readonly NoticeEvent[],
  demo: boolean,
): NoticeText {
  const { signedName, signedPost, signedOn, voidedOn } = notice
  const reason = history.find(({ step }) => step === 'voided')?.text ?? ''
  return {
    label: noticeLabel(notice),
    colour: notice.colour,
    issuer: notice.issuer,
    redHead: notice.redHead,
    department,
    planTitle,
    tasks: lines.map(({ line, task }) => ({
      number: task.number,
      title: task.title,
      measure: task.measure,
      deadline: line.deadline,
      state: line.standing,
    })),
    demand: notice.demand,
    replyBy: officialDay(notice.replyBy),
    issuedOn: officialDay(notice.issuedOn),
    signedBy: signedName && signedOn ? { name: signedName, post: signedPost ?? '', on: officialDay(signedOn) } : null,
    voided: voidedOn ? { on: officialDay(voidedOn), reason } : null,
    demo,
  }
}
