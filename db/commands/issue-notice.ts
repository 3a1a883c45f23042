// Issuing a supervision notice (督办单). The number is the next one of its mark and year, taken in the transaction that writes the notice:
// writers come one after the other on both engines, so that there is no gap and no number twice. Voided notices keep theirs.
import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { type Notice, type NoticeDone, recordNoticeStep, type Time } from '@/db/commands/notice-record'
import { rememberSubmission, submittedBefore } from '@/db/commands/submissions'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { type DraftedNotice, draftedNotice } from '@/db/queries/notice-draft'
import { tasks } from '@/db/schema'
import { notices, noticeTasks } from '@/db/schema-supervision'
import type { Refusal } from '@/domain/commands'
import type { DraftRefusal, NoticeDraft } from '@/domain/notice-draft'
import type { NoticeText } from '@/domain/notice-text'
import { noticeLabel } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'

/** `formId` is new for each form that is shown: posted twice, it is one notice. */
export type NewNotice = NoticeDraft & { formId: string }
export type IssueOutcome = { done: NoticeDone } | DraftRefusal | Refusal | 'hidden'

export function issueNotice(database: Database, viewer: Viewer, wanted: NewNotice, time: Time): Promise<IssueOutcome> {
  return inWritableLedger<IssueOutcome>(database, async (tx) => {
    const earlier = await submittedBefore<NoticeDone>(tx, viewer, wanted.formId, 'issue notice')
    if (earlier) return earlier
    const draft = await draftedNotice(tx, viewer, wanted, time.today)
    if (draft === 'hidden' || 'refused' in draft) return draft
    const notice = await write(tx, viewer, wanted, draft.drafted, time)
    const done = { id: notice.id, label: noticeLabel(notice), step: 'issued' as const }
    await recordNoticeStep(tx, notice, { step: 'issued', text: notice.demand, more: { replyBy: notice.replyBy } }, viewer, time)
    await rememberSubmission(tx, viewer, wanted.formId, 'issue notice', done, time.now)
    return { done }
  })
}

async function write(tx: Db, viewer: Viewer, wanted: NewNotice, { planId, mark, year, text }: DraftedNotice, time: Time): Promise<Notice> {
  const { departmentId, colour, replyBy, signOff } = wanted
  const number = await nextNumber(tx, mark, year)
  const issued: NoticeText = { ...text, label: noticeLabel({ mark, year, number }) }
  const notice: Notice = {
    id: newId(),
    planId,
    mark,
    year,
    number,
    colour,
    departmentId,
    demand: text.demand,
    replyBy,
    issuedOn: time.today,
    issuedAt: time.now,
    issuedBy: viewer.userId,
    issuer: text.issuer,
    redHead: text.redHead,
    text: JSON.stringify(issued),
    signedName: text.signedBy?.name ?? null,
    signedPost: text.signedBy?.post ?? null,
    signedOn: signOff?.on ?? null,
    state: 'issued',
    acknowledgedOn: null,
    repliedOn: null,
    closedOn: null,
    voidedOn: null,
    version: 1,
  }
  await tx.insert(notices).values(notice)
  await tx.insert(noticeTasks).values(await lines(tx, notice.id, text))
  return notice
}

async function nextNumber(tx: Db, mark: string, year: number): Promise<number> {
  const [last] = await tx
    .select({ number: sql<number>`coalesce(max(${notices.number}), 0)` })
    .from(notices)
    .where(and(eq(notices.mark, mark), eq(notices.year, year)))
  return Number(last?.number ?? 0) + 1
}

async function lines(tx: Db, noticeId: string, text: DraftedNotice['text']): Promise<(typeof noticeTasks.$inferInsert)[]> {
  const numbers = text.tasks.map(({ number }) => number)
  const rows = await tx.select({ id: tasks.id, number: tasks.number }).from(tasks).where(inArray(tasks.number, numbers))
  const ids = new Map(rows.map(({ id, number }) => [number, id]))
  return text.tasks.map(({ number }, index) => ({ noticeId, taskId: ids.get(number) ?? '', position: index + 1 }))
}
