// A task's wording as of a day, and as known then (domain.md, rules 9 and 18): the tables hold what documents say today, so what was amended
// later is taken back, the latest first. Amendments hold in the order in which they were recorded.
import { and, desc, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { amendedDeadline, issuedDeadline } from '@/db/queries/stored-table'
import { type goals, taskEvents, tasks } from '@/db/schema'
import type { Deadline } from '@/domain/deadline'
import type { Amendments, Payloads } from '@/domain/events'
import { goalName } from '@/domain/goal-name'
import { sameDeadline } from '@/domain/plan-changes'
import type { Scope } from '@/domain/scope'

export type Wording = {
  goal: { number: number; name: string; text: string }
  title: string
  measure: string
  /** The deadline that a document gave later than the issued one; null where none did. */
  amended: Deadline | null
}

type Found = { task: typeof tasks.$inferSelect; goal: typeof goals.$inferSelect; amendedLater: boolean | number }

/** Whether a document amended the task after that day, or after what was known: what `wordings` needs of each row. */
export const amendedLater = (scope: Scope): SQL<boolean> =>
  sql<boolean>`${tasks.version} > 1 and exists (select 1 from ${taskEvents} later where later.task_id = ${tasks.id} and later.kind = 'amended'
    and (later.effective_on > ${scope.asOf}${scope.knownAt ? sql` or later.recorded_at > ${scope.knownAt}` : sql``}))`

const IDS_AT_ONCE = 10_000

/** The wording of each row by the task's id; a query only where something was amended later. */
export async function wordings(db: Db, found: readonly Found[], { asOf, knownAt }: Scope): Promise<Map<string, Wording>> {
  const result = new Map(found.map(({ task, goal }) => [task.id, present(task, goal)]))
  const ids = found.flatMap((row) => (row.amendedLater ? [row.task.id] : []))
  for (let at = 0; at < ids.length; at += IDS_AT_ONCE) {
    const later = await db
      .select({ taskId: taskEvents.taskId, payload: taskEvents.payload })
      .from(taskEvents)
      .where(
        and(
          inArray(taskEvents.taskId, ids.slice(at, at + IDS_AT_ONCE)),
          eq(taskEvents.kind, 'amended'),
          or(gt(taskEvents.effectiveOn, asOf), knownAt ? gt(taskEvents.recordedAt, knownAt) : undefined),
        ),
      )
      .orderBy(taskEvents.taskId, desc(taskEvents.seq))
    for (const { taskId, payload } of later) {
      const wording = result.get(taskId)
      if (wording) takeBack(wording, (JSON.parse(payload) as Payloads['amended']).changes)
    }
  }
  for (const { task, amendedLater: taken } of found) {
    const wording = result.get(task.id)
    if (taken && wording?.amended && isAsIssued(task, wording.amended)) wording.amended = null
  }
  return result
}

function present(task: Found['task'], goal: Found['goal']): Wording {
  return {
    goal: { number: goal.number, name: goal.name, text: goal.issuedText },
    title: task.title,
    measure: task.measure,
    amended: amendedDeadline(task),
  }
}

function takeBack(wording: Wording, { goal, title, measure, deadline }: Amendments): void {
  if (goal) wording.goal = { ...goal.from, name: goalName(goal.from.text) }
  if (title) wording.title = title.from
  if (measure) wording.measure = measure.from
  if (deadline) wording.amended = deadline.from
}

// Before the first amendment it was the deadline as issued, word for word.
const isAsIssued = (task: Found['task'], deadline: Deadline): boolean => {
  const issued = issuedDeadline(task)
  return issued.issued === deadline.issued && sameDeadline(issued, deadline)
}
