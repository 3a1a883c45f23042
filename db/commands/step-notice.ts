// The steps of a notice after its issue: received, answered, the answer returned, closed, voided.
import { and, eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { changeTaskIn } from '@/db/commands/change-task'
import { type Notice, type NoticeDone, recordNoticeStep, type Time } from '@/db/commands/notice-record'
import { rememberSubmission, submittedBefore } from '@/db/commands/submissions'
import { inWritableLedger } from '@/db/commands/writable'
import { tasks } from '@/db/schema'
import { notices, noticeTasks } from '@/db/schema-supervision'
import type { Refusal } from '@/domain/commands'
import { stepNotice as decide, type NoticeRefusal, type NoticeStep, noticeLabel } from '@/domain/notices'
import { canSeeNotice, type Viewer } from '@/domain/permissions'

/** `version` is the one that the form had seen. `reports` go with a reply: the progress of tasks that the department leads, in per cent. */
export type NoticeChange = {
  id: string
  version: number
  formId: string
  step: Exclude<NoticeStep, 'issued'>
  text: string
  reports?: readonly TaskProgress[]
}
export type TaskProgress = { number: number; version: number; progress: number }
export type StepRefusal = { refused: NoticeRefusal | 'stale' | Refusal['refused']; field?: string; seq?: number }
export type StepOutcome = { done: NoticeDone } | StepRefusal | 'hidden'

/** A report that is refused refuses the whole reply, at the field of its task. */
export async function stepNotice(database: Database, viewer: Viewer, change: NoticeChange, time: Time): Promise<StepOutcome> {
  try {
    return await inWritableLedger<StepOutcome>(database, (tx) => stepIn(tx, viewer, change, time))
  } catch (error) {
    if (error instanceof ReportRefused) return error.outcome
    throw error
  }
}

/** Thrown, so that the reports before it are rolled back. */
class ReportRefused extends Error {
  constructor(readonly outcome: StepRefusal) {
    super(outcome.refused)
  }
}

async function stepIn(tx: Db, viewer: Viewer, change: NoticeChange, time: Time): Promise<StepOutcome> {
  const [notice] = await tx.select().from(notices).where(eq(notices.id, change.id))
  if (!notice || !canSeeNotice(viewer, notice.departmentId)) return 'hidden'
  const about = `${change.step} notice ${notice.id}` as const
  const earlier = await submittedBefore<NoticeDone>(tx, viewer, change.formId, about)
  if (earlier) return earlier
  const text = change.text.trim()
  const decided = decide(change.step, text, notice, viewer)
  if ('refused' in decided && decided.refused === 'not-permitted') return decided
  if (change.version !== notice.version) return { refused: 'stale' }
  if ('refused' in decided) return decided
  const reports = change.step === 'replied' ? (change.reports ?? []) : []
  for (const report of reports) await reportProgress(tx, viewer, notice, { ...report, text, formId: change.formId }, time)
  const more = reports.length > 0 ? { reports: reports.map(({ number, progress }) => ({ number, progress })) } : {}
  const version = await recordNoticeStep(tx, notice, { step: change.step, text, more }, viewer, time)
  await tx
    .update(notices)
    .set({ state: decided.state, version, ...daysAfter(change.step, notice, time.today) })
    .where(eq(notices.id, notice.id))
  const done = { id: notice.id, label: noticeLabel(notice), step: change.step }
  await rememberSubmission(tx, viewer, change.formId, about, done, time.now)
  return { done }
}

async function reportProgress(
  tx: Db,
  viewer: Viewer,
  notice: Notice,
  { number, version, progress, text, formId }: TaskProgress & { text: string; formId: string },
  time: Time,
): Promise<void> {
  const field = `progress.${number}`
  const [named] = await tx
    .select({ id: tasks.id })
    .from(noticeTasks)
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .where(and(eq(noticeTasks.noticeId, notice.id), eq(tasks.number, number)))
  if (!named) throw new ReportRefused({ refused: 'not-permitted', field })
  const command = { do: 'report', progress, done: text, problems: '', nextStep: '', on: time.today, source: '' } as const
  const outcome = await changeTaskIn(tx, viewer, { number, version, formId: `${formId}-${number}`, command }, time)
  if (outcome === 'hidden') throw new ReportRefused({ refused: 'not-permitted', field })
  if ('refused' in outcome) throw new ReportRefused({ refused: outcome.refused, seq: outcome.seq, field })
}

function daysAfter(step: NoticeChange['step'], { acknowledgedOn }: Notice, today: string): Partial<Notice> {
  switch (step) {
    case 'acknowledged':
      return { acknowledgedOn: today }
    case 'replied':
      return { acknowledgedOn: acknowledgedOn ?? today, repliedOn: today }
    case 'returned':
      return { repliedOn: null }
    case 'closed':
      return { closedOn: today }
    case 'voided':
      return { voidedOn: today }
  }
}
