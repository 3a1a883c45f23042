// What a work summary is assembled from: the tasks as of the period's last day, and what was said of them within it.
import { setImmediate } from 'node:timers/promises'
import { inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { ledBy } from '@/db/queries/ledger-filter'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { taskEvents, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { inForce, type TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import type { SummaryRecord } from '@/domain/work-summary'

/** Of one plan, from `from` to `to`, both inclusive; only what `departmentId` leads, where one is given. */
export type SummaryWanted = { plan: number; from: Day; to: Day; departmentId: string | null }

const TASKS_AT_ONCE = 500

/** The records of the tasks that the viewer sees, by number. Between chunks the server answers others. */
export async function summaryRecords(db: Db, viewer: Viewer, { plan, from, to, departmentId }: SummaryWanted): Promise<SummaryRecord[]> {
  const rows = await taskRows(db, viewer, { asOf: to, plan, where: departmentId === null ? undefined : ledBy(departmentId, to) })
  const records: SummaryRecord[] = []
  for (let at = 0; at < rows.length; at += TASKS_AT_ONCE) {
    const some = rows.slice(at, at + TASKS_AT_ONCE)
    const events = await eventsOf(db, some)
    records.push(...some.map((row) => recordOf(row, events.get(row.number) ?? [], from, to)))
    await setImmediate()
  }
  return records
}

async function eventsOf(db: Db, rows: readonly TaskRow[]): Promise<Map<number, TaskEvent[]>> {
  const numbers = rows.map(({ number }) => number)
  const known = await db.select({ id: tasks.id, number: tasks.number }).from(tasks).where(inArray(tasks.number, numbers))
  const stored = await db
    .select()
    .from(taskEvents)
    .where(
      inArray(
        taskEvents.taskId,
        known.map(({ id }) => id),
      ),
    )
    .orderBy(taskEvents.taskId, taskEvents.seq)
  const byTask = Map.groupBy(stored, ({ taskId }) => taskId)
  return new Map(known.map(({ id, number }) => [number, (byTask.get(id) ?? []).map(eventOf)]))
}

function recordOf(row: TaskRow, events: readonly TaskEvent[], from: Day, to: Day): SummaryRecord {
  const ordered = inForce(events).filter(({ effectiveOn }) => effectiveOn <= to)
  const within = ordered.filter(({ effectiveOn }) => effectiveOn >= from)
  const report = within.findLast((event) => event.kind === 'reported')
  const names = new Map(row.duties.map(({ departmentId, department }) => [departmentId, department]))
  return {
    number: row.number,
    title: row.title,
    goal: { number: row.goal.number, name: row.goal.name },
    lead: row.lead.department,
    light: row.light,
    closedOn: row.closedOn,
    daysLate: row.daysLate.approved,
    dueOn: row.deadline.approvedDueOn,
    report: report ? { on: report.effectiveOn, ...textsOf(report.payload) } : null,
    stages: within.flatMap((event) =>
      event.kind === 'stage_reported' ? [{ on: event.effectiveOn, year: event.payload.year, result: event.payload.result }] : [],
    ),
    obstacles: standingOn(ordered, to).obstacles.map(({ text, remover, departmentId, since }) => ({
      text,
      remover,
      since,
      department: names.get(departmentId) ?? row.lead.department,
    })),
  }
}

const textsOf = ({ done, problems, nextStep }: { done: string; problems: string; nextStep: string }) => ({ done, problems, nextStep })
