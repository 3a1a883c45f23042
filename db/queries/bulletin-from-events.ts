// The figures of an issued bulletin once more, from the events as they were known at its issue and without the stored periods: what
// `ledger verify` compares with what was printed. Thresholds, rhythm and the departments' names are those kept with the figures; who was
// responsible and how the task was worded come from today's rows with the later reassignments and amendments undone.
import { setImmediate } from 'node:timers/promises'
import { and, asc, eq, gt, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { duties, plans, taskEvents, tasks } from '@/db/schema'
import { type BulletinContext, type BulletinFigures, bulletinFigures, type PreviousIssue, reportsOn } from '@/domain/bulletin'
import { type BulletinDuty, type BulletinReport, type BulletinRow, bulletinReport, bulletinRow } from '@/domain/bulletin-rows'
import { contactsAmong, dutiesThen, titleThen } from '@/domain/bulletin-then'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { lightOn } from '@/domain/light'
import { type Period, periodsOf } from '@/domain/periods'

const TASKS_AT_ONCE = 100
/** A transaction may wait so long for its turn: what it then writes carries the instant at which it began. */
const GRACE_MS = 60_000

type Task = typeof tasks.$inferSelect

/**
 * `known`: how many events of each task the issue says it knew, by number. An event that it leaves out though it was plainly recorded
 * before `at` is added, so that the figures differ; not where instants are borrowed (`inOrder` false, a frozen day), unless the whole task
 * is left out.
 */
export type KnownThen = { known: ReadonlyMap<number, number>; at: Instant; inOrder: boolean }

export async function figuresFromEvents(
  db: Db,
  context: BulletinContext,
  then: KnownThen,
  previous: PreviousIssue | null,
): Promise<BulletinFigures> {
  const rows: BulletinRow[] = []
  const reports: BulletinReport[] = []
  for (let after = 0; ; ) {
    const found = await tasksAfter(db, context.plan.number, after)
    const last = found.at(-1)
    if (!last) break
    const ids = found.map(({ id }) => id)
    const events = Map.groupBy(
      await db.select().from(taskEvents).where(inArray(taskEvents.taskId, ids)).orderBy(taskEvents.taskId, taskEvents.seq),
      ({ taskId }) => taskId,
    )
    const today = Map.groupBy(await dutiesToday(db, ids), ({ taskId }) => taskId)
    for (const task of found) {
      const all = (events.get(task.id) ?? []).map(eventOf)
      const upTo = knownSeq(all, then.known.get(task.number), then)
      if (upTo > 0) add(task, all, upTo, today.get(task.id) ?? [])
    }
    after = last.number
    await setImmediate()
  }
  return bulletinFigures(rows, reports, previous, context)

  function add(task: Task, all: TaskEvent[], upTo: number, present: BulletinDuty[]): void {
    const events = all.filter(({ seq }) => seq <= upTo)
    const periods = periodsOf({ start: task.addedOn, issuedDueOn: task.issuedDueOn, thresholds: context.thresholds }, events)
    const period = on(periods, context.asOf)
    const dutiesOn = (day: Day) => dutiesThen(all, upTo, day, present)
    if (period) {
      const wording = { ...task, title: titleThen(all, upTo, task.title), knownSeq: upTo }
      const { asOf } = context
      rows.push(bulletinRow(wording, period, lightOn(period, asOf), dutiesOn(asOf), (id) => contactsAmong(events, id), asOf))
    }
    const closed = reportsOn(context)
    const reported = closed && on(periods, closed.on)
    const report = reported && bulletinReport(task.number, reported, dutiesOn(closed.on), closed.period.from)
    if (report) reports.push(report)
  }
}

const on = (periods: readonly Period[], day: Day): Period | undefined =>
  periods.find(({ validFrom, validTo }) => validFrom <= day && day < validTo)

function knownSeq(events: readonly TaskEvent[], said: number | undefined, { at, inOrder }: KnownThen): number {
  const before = new Date(Date.parse(at) - GRACE_MS).toISOString()
  const plainly = events.findLast(({ recordedAt }) => recordedAt < before)?.seq ?? 0
  if (said === undefined) return plainly
  return inOrder ? Math.max(said, plainly) : said
}

const tasksAfter = async (db: Db, plan: number, after: number): Promise<Task[]> =>
  (
    await db
      .select({ task: tasks })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(and(eq(plans.number, plan), gt(tasks.number, after)))
      .orderBy(asc(tasks.number))
      .limit(TASKS_AT_ONCE)
  ).map(({ task }) => task)

const dutiesToday = (db: Db, taskIds: readonly string[]) =>
  db
    .select({ taskId: duties.taskId, departmentId: duties.departmentId, role: duties.role })
    .from(duties)
    .where(and(inArray(duties.taskId, [...taskIds]), eq(duties.toDay, FOREVER)))
    .orderBy(duties.taskId, duties.position)
