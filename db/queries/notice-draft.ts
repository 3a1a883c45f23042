import { asc, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { currentPlan, type Plan } from '@/db/queries/current-plan'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { departments, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { type DraftRefusal, NOTICE_TASKS_MAX, type NoticeDraft, refusedDraft } from '@/domain/notice-draft'
import { draftLabel, type NoticeText, noticeDeadline, noticeStanding, officialDay } from '@/domain/notice-text'
import { usualNoticeMark } from '@/domain/notices'
import { canSeeTasks, type Viewer } from '@/domain/permissions'
import { planOf } from '@/domain/task-number'

/** A notice as it would be issued today: what it says, its number left empty, and what its number is made of. */
export type DraftedNotice = { planId: string; mark: string; year: number; text: NoticeText }

/** Nothing is written. Hidden: a task that the viewer does not see, or that does not exist. */
export async function draftedNotice(
  db: Db,
  viewer: Viewer,
  draft: NoticeDraft,
  today: Day,
): Promise<{ drafted: DraftedNotice } | DraftRefusal | 'hidden'> {
  const current = await currentPlan(db)
  if (!current || !canSeeTasks(viewer)) return 'hidden'
  if (draft.numbers.length > NOTICE_TASKS_MAX) return { refused: 'notice-too-many-tasks' }
  const rows = await tasksToNotice(db, viewer, draft.numbers, today)
  if (rows.length !== new Set(draft.numbers).size) return 'hidden'
  const refusal = refusedDraft(draft, rows, viewer, today)
  if (refusal) return refusal
  const plan = current.plans.find(({ number }) => number === planOf(rows[0]?.number ?? 0))
  if (!plan) return 'hidden'
  const [department] = await db.select({ name: departments.name }).from(departments).where(eq(departments.id, draft.departmentId))
  const year = Number(today.slice(0, 4))
  const mark = noticeMarkOf(plan)
  const { signOff } = draft
  return {
    drafted: {
      planId: plan.id,
      mark,
      year,
      text: {
        label: draftLabel(mark, year),
        colour: draft.colour,
        issuer: plan.officeName ?? plan.issuer,
        redHead: plan.redHead,
        department: department?.name ?? '',
        planTitle: plan.title,
        tasks: rows.map((row) => taskText(row, draft.departmentId, today)),
        demand: draft.demand.trim(),
        replyBy: officialDay(draft.replyBy),
        issuedOn: officialDay(today),
        signedBy: signOff && { name: signOff.name.trim(), post: signOff.post.trim(), on: officialDay(signOff.on) },
        voided: null,
        demo: current.mark === 'demo',
      },
    },
  }
}

export const noticeMarkOf = ({ noticeMark, issuer }: Plan): string => noticeMark ?? usualNoticeMark(issuer)

/** The tasks of these numbers that the viewer sees, in two queries; none if no number is given. */
export async function tasksToNotice(db: Db, viewer: Viewer, numbers: readonly number[], today: Day): Promise<TaskRow[]> {
  if (numbers.length === 0) return []
  return taskRows(db, viewer, { asOf: today, where: inArray(tasks.number, [...numbers]), orderBy: [asc(tasks.number)] })
}

const taskText = (row: TaskRow, departmentId: string, today: Day): NoticeText['tasks'][number] => ({
  number: row.number,
  title: row.title,
  measure: row.measure,
  deadline: noticeDeadline(row.deadline),
  state: noticeStanding(row, departmentId, today),
})
