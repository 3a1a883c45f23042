// The step that all commands share: a task's events are folded again into its periods, in the transaction that appended them.
// Superseded periods get a `knownTo`, new ones are added: nothing that was once known is lost (domain.md, "How history is kept").
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { newId } from '@/db/ids'
import { duties, taskStates } from '@/db/schema'
import { FOREVER, FOREVER_AT, type Instant, laterOf } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { dutyEvents, inForce, type TaskEvent } from '@/domain/events'
import { type Period, periodsOf, type TaskFacts } from '@/domain/periods'

type StateRow = typeof taskStates.$inferSelect
export type NewStateRow = typeof taskStates.$inferInsert

/** `knownFrom` is the instant of the newest event. All events of the task are given, as recorded. */
export async function refold(tx: Db, taskId: string, facts: TaskFacts, events: readonly TaskEvent[], knownFrom: Instant): Promise<void> {
  const current = await tx
    .select()
    .from(taskStates)
    .where(and(eq(taskStates.taskId, taskId), eq(taskStates.knownTo, FOREVER_AT)))
  const { superseded, added } = differences(taskId, current, periodsOf(facts, events), knownFrom)
  if (superseded.length > 0) await tx.update(taskStates).set({ knownTo: knownFrom }).where(inArray(taskStates.id, superseded))
  if (added.length > 0) await tx.insert(taskStates).values(added)
}

/** The ids of a task's present periods that do not hold any more, and the rows that hold from `knownFrom` on in their place. */
export function differences(
  taskId: string,
  current: readonly StateRow[],
  wanted: readonly Period[],
  knownFrom: Instant,
): { superseded: string[]; added: NewStateRow[] } {
  const had = new Map(current.map((row) => [keyOf(row), row.id]))
  const holds = new Map(wanted.map((period) => [keyOf(period), period]))
  return {
    superseded: [...had].flatMap(([key, id]) => (holds.has(key) ? [] : [id])),
    added: [...holds].flatMap(([key, period]) => (had.has(key) ? [] : [stateRow(taskId, period, knownFrom)])),
  }
}

export const stateRow = (taskId: string, period: Period, knownFrom: Instant): NewStateRow => ({
  id: newId(),
  taskId,
  knownFrom,
  ...period,
})

// The columns of a period, named once: a new one that is missing here does not compile.
const COLUMNS: Record<keyof Period, true> = {
  validFrom: true,
  validTo: true,
  state: true,
  progress: true,
  completedOn: true,
  closedOn: true,
  issuedDueOn: true,
  approvedDueOn: true,
  claimSeq: true,
  returnSeq: true,
  lastReportSeq: true,
  lastReportOn: true,
  lateEntered: true,
  dueSoonFrom: true,
  behindFrom: true,
  overdueIssuedFrom: true,
  overdueApprovedFrom: true,
  extensions: true,
  extensionSeq: true,
  checkedProgress: true,
  checkedSeq: true,
  gap: true,
  obstacles: true,
  instructions: true,
  confirmed: true,
  waiting: true,
  stageSeq: true,
  stageMissingFrom: true,
}
const NAMES = Object.keys(COLUMNS) as (keyof Period)[]

const keyOf = (period: Period): string => JSON.stringify(NAMES.map((name) => period[name]))

/** Brings today's duties in line with the events: part, contacts, what was seen, version. Only rows that differ are written. */
export async function refoldDuties(
  tx: Db,
  rows: readonly (typeof duties.$inferSelect)[],
  events: readonly TaskEvent[],
  start: string,
): Promise<void> {
  const { parts } = standingOn(inForce(events), FOREVER)
  for (const row of rows) {
    const { part, since, note } = parts[row.departmentId] ?? { part: 'none' as const, since: laterOf(start, row.fromDay), note: '' }
    const folded = { part, partSince: since, partNote: note, ...noted(events, row.departmentId) }
    const differs = (Object.keys(folded) as (keyof typeof folded)[]).some((key) => folded[key] !== row[key])
    if (differs) await tx.update(duties).set(folded).where(eq(duties.id, row.id))
  }
}

const NO_CONTACTS = { office: '', contact: '', phone: '', leaderInCharge: '' }

// Whom to call, how far the department has seen what was written for it, and the duty's latest event.
function noted(events: readonly TaskEvent[], departmentId: string) {
  let contacts = NO_CONTACTS
  let seenSeq = 0
  for (const event of events) {
    if (event.kind === 'seen' && event.payload.departmentId === departmentId) seenSeq = Math.max(seenSeq, ...event.payload.seqs)
    if (event.kind === 'contacts_changed' && event.payload.departmentId === departmentId) {
      const { office, contact, phone, leaderInCharge } = event.payload
      contacts = { office, contact, phone, leaderInCharge }
    }
  }
  return { ...contacts, seenSeq, version: Math.max(0, ...dutyEvents(events, departmentId)) }
}
