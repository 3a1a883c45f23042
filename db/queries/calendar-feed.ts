import { and, eq, inArray, isNull, lte } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { periodOn } from '@/db/queries/as-of'
import { inList } from '@/db/queries/ledger-filter'
import { leadOn } from '@/db/queries/task-rows'
import { viewerColumns } from '@/db/queries/viewer-columns'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, taskStates, tasks, users } from '@/db/schema'
import { calendarFeeds, notices } from '@/db/schema-supervision'
import { addDays, type Day } from '@/domain/calendar'
import type { Precision } from '@/domain/deadline'
import type { NoticeColour } from '@/domain/notices'
import { canSeeTasks, type Viewer } from '@/domain/permissions'

export type FeedTask = {
  number: number
  title: string
  department: string
  dueOn: Day
  /** As in the table, such as 2022年6月; `issuedDueOn` differs from `dueOn` once it was extended or amended. */
  issued: string
  issuedDueOn: Day | null
  precision: Precision
}
export type FeedNotice = { id: string; mark: string; year: number; number: number; colour: NoticeColour; replyBy: Day; demand: string }

/** Whose calendar address this is, as they are today; null if it was revoked, the account is not in use, or sees no tasks any more. */
export async function feedReader(db: Db, tokenHash: string): Promise<Viewer | null> {
  const [viewer] = await db
    .select(viewerColumns)
    .from(calendarFeeds)
    .innerJoin(users, eq(users.id, calendarFeeds.userId))
    .leftJoin(departments, eq(departments.id, users.departmentId))
    .where(
      and(
        eq(calendarFeeds.tokenHash, tokenHash),
        isNull(calendarFeeds.revokedAt),
        isNull(users.disabledAt),
        eq(users.mustSetPassword, false),
      ),
    )
  return viewer && canSeeTasks(viewer) ? viewer : null
}

/** How far ahead the calendar looks, in days, the last included. What is overdue stays in it. */
export const FEED_DAYS = 365

/** The open tasks due by then that the person may see today, and the notices that their department has yet to answer. Two queries. */
export async function feedEntries(db: Db, viewer: Viewer, today: Day): Promise<{ tasks: FeedTask[]; notices: FeedNotice[] }> {
  const open = await db
    .select({
      number: tasks.number,
      title: tasks.title,
      department: departments.name,
      dueOn: taskStates.approvedDueOn,
      issued: tasks.deadlineIssued,
      issuedDueOn: taskStates.issuedDueOn,
      precision: tasks.deadlinePrecision,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(today))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(and(visibleTo(viewer), periodOn(today), inList('open', today), lte(taskStates.approvedDueOn, addDays(today, FEED_DAYS))))
    .orderBy(tasks.number)
  return {
    tasks: open.flatMap((row) => (row.dueOn === null ? [] : [{ ...row, dueOn: row.dueOn }])),
    notices: viewer.departmentId === null ? [] : await toAnswer(db, viewer.departmentId),
  }
}

function toAnswer(db: Db, departmentId: string): Promise<FeedNotice[]> {
  const { id, mark, year, number, colour, replyBy, demand } = notices
  return db
    .select({ id, mark, year, number, colour, replyBy, demand })
    .from(notices)
    .where(and(eq(notices.departmentId, departmentId), inArray(notices.state, ['issued', 'acknowledged'])))
    .orderBy(replyBy)
}
