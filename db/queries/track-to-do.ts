// What supervision leaves for the lead to do: an extension that was refused, a stage result that was returned or is missing (rules 3 and 12).
import { and, asc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { inList, ledBy } from '@/db/queries/ledger-filter'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { taskEvents, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { type EventKind, inForce, type TaskEvent } from '@/domain/events'
import { missingStageYears } from '@/domain/periods'
import type { Viewer } from '@/domain/permissions'

type Of<K extends EventKind> = Extract<TaskEvent, { kind: K }>
export type TrackToDo = {
  row: TaskRow
  /** The refusal that the lead has not reported, claimed or asked again since; null if there is none. */
  refused: Of<'extension_refused'> | null
  /** Returned stage results that were not reported again. */
  returned: Of<'stage_returned'>[]
  /** Years that are over without a stage result; those that were returned stand above. */
  missing: number[]
}

/** The department's own lead tasks, in two queries, by number. Empty for those without a department. */
export async function trackToDo(db: Db, viewer: Viewer, today: Day): Promise<TrackToDo[]> {
  const own = viewer.departmentId
  if (own === null) return []
  const rows = await taskRows(db, viewer, {
    asOf: today,
    where: and(ledBy(own, today), inList('open', today), or(inList('stage_missing', today), wasAnswered)),
  })
  const events = await eventsOf(db, viewer, rows)
  return rows.flatMap((row) => {
    const thing = { row, ...openIn(row, events.get(row.number) ?? [], today) }
    return thing.refused || thing.returned.length + thing.missing.length > 0 ? [thing] : []
  })
}

const wasAnswered = sql`exists (select 1 from ${taskEvents} answer where answer.task_id = ${tasks.id}
  and answer.kind in ('extension_refused', 'stage_returned'))`

async function eventsOf(db: Db, viewer: Viewer, rows: readonly TaskRow[]): Promise<Map<number, TaskEvent[]>> {
  if (rows.length === 0) return new Map()
  const numbers = rows.map(({ number }) => number)
  const found = await db
    .select({ number: tasks.number, event: taskEvents })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .where(and(visibleTo(viewer), inArray(tasks.number, numbers)))
    .orderBy(asc(taskEvents.seq))
  const byTask = Map.groupBy(found, ({ number }) => number)
  return new Map([...byTask].map(([number, own]) => [number, own.map(({ event }) => eventOf(event))]))
}

// Whoever has said something since has read the refusal.
const HEARD: ReadonlySet<EventKind> = new Set([
  'reported',
  'no_change',
  'claimed',
  'extension_requested',
  'extension_approved',
  'made_long_term',
])

function openIn({ addedOn, deadline }: TaskRow, events: readonly TaskEvent[], today: Day): Omit<TrackToDo, 'row'> {
  const ordered = inForce(events)
  const refusal = ordered.findLast((event) => event.kind === 'extension_refused')
  const heard = refusal && ordered.some(({ kind, seq }) => HEARD.has(kind) && seq > refusal.seq)
  const standing = standingOn(ordered, today)
  const returned = ordered
    .filter((event) => event.kind === 'stage_returned')
    .filter((event) => standing.stages[event.payload.year]?.seq === event.seq)
  const asked = new Set(returned.map((event) => event.payload.year))
  return {
    refused: refusal?.kind === 'extension_refused' && !heard ? refusal : null,
    returned,
    missing: deadline.issuedDueOn === null ? missingStageYears(addedOn, standing, today).filter((year) => !asked.has(year)) : [],
  }
}
