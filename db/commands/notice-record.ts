// What every step of a notice leaves behind, in the transaction of the step: its own event, a note on each of its tasks, a message.
import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { post } from '@/db/commands/post-messages'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { append, withRecord } from '@/db/commands/task-record'
import { plans, tasks } from '@/db/schema'
import { type notices, noticeTasks } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import { noticeMessage } from '@/domain/messages'
import { type NoticeStep, noticeLabel } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import { own } from '@/domain/workflow'

export type Notice = typeof notices.$inferSelect
export type NoticeDone = { id: string; label: string; step: NoticeStep }
export type Time = { today: Day; now: Instant }

/** Answers the sequence number of the notice's event, which is its version. `more` goes into that event beside label and text. */
export async function recordNoticeStep(
  tx: Db,
  notice: Omit<Notice, 'version'>,
  { step, text, more = {} }: { step: NoticeStep; text: string; more?: Record<string, unknown> },
  viewer: Viewer,
  time: Time,
): Promise<number> {
  const label = noticeLabel(notice)
  const { id, departmentId, colour, replyBy } = notice
  const found = await tx
    .select({ task: tasks, plan: plans })
    .from(noticeTasks)
    .innerJoin(tasks, eq(tasks.id, noticeTasks.taskId))
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .where(eq(noticeTasks.noticeId, id))
    .orderBy(noticeTasks.position)
  for (const row of found) {
    const noticed = own('noticed', { noticeId: id, departmentId, label, colour, step }, time.today)
    await append(tx, await withRecord(tx, row), [noticed], viewer, time.now)
  }
  const words = { label, text, who: viewer.departmentName ?? viewer.name, day: replyBy, count: found.length }
  await post(tx, [noticeMessage(step, departmentId, words)], { noticeId: id }, time.now, viewer.userId)
  return recordOfficeEvent(tx, { subject: 'notice', subjectId: id, kind: step, payload: { label, text, ...more } }, viewer, time.now)
}
