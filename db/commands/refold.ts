// The step that all commands share: a task's events are folded again into its periods, in the transaction that appended them.
// Superseded periods get a `knownTo`, new ones are added: nothing that was once known is lost (domain.md, "How history is kept").
import { and, eq, inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { newId } from '@/db/ids'
import { duties, taskStates } from '@/db/schema'
import { FOREVER, FOREVER_AT, type Instant } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { inForce, type TaskEvent } from '@/domain/events'
import { type Period, periodsOf, type TaskFacts } from '@/domain/periods'

/** `knownFrom` is the instant of the newest event. All events of the task are given, as recorded. */
export async function refold(tx: Db, taskId: string, facts: TaskFacts, events: readonly TaskEvent[], knownFrom: Instant): Promise<void> {
  const current = await tx
    .select()
    .from(taskStates)
    .where(and(eq(taskStates.taskId, taskId), eq(taskStates.knownTo, FOREVER_AT)))
  const wanted = periodsOf(facts, events)
  const unchanged = new Set(current.map(keyOf)).intersection(new Set(wanted.map(keyOf)))
  const superseded = current.filter((row) => !unchanged.has(keyOf(row))).map((row) => row.id)
  const added = wanted.filter((period) => !unchanged.has(keyOf(period)))
  if (superseded.length > 0) await tx.update(taskStates).set({ knownTo: knownFrom }).where(inArray(taskStates.id, superseded))
  if (added.length > 0) await tx.insert(taskStates).values(added.map((period) => stateRow(taskId, period, knownFrom)))
}

export const stateRow = (taskId: string, period: Period, knownFrom: Instant): typeof taskStates.$inferInsert => ({
  id: newId(),
  taskId,
  knownFrom,
  ...period,
})

const keyOf = (period: Period): string =>
  JSON.stringify([
    period.validFrom,
    period.validTo,
    period.state,
    period.progress,
    period.completedOn,
    period.closedOn,
    period.issuedDueOn,
    period.approvedDueOn,
    period.claimSeq,
    period.returnSeq,
    period.lastReportSeq,
    period.lastReportOn,
    period.lateEntered,
    period.dueSoonFrom,
    period.behindFrom,
    period.overdueIssuedFrom,
    period.overdueApprovedFrom,
  ])

/** Brings today's parts of the cooperating departments in line with the events; only rows that differ are written. */
export async function refoldParts(
  tx: Db,
  rows: readonly (typeof duties.$inferSelect)[],
  events: readonly TaskEvent[],
  start: string,
): Promise<void> {
  const { parts } = standingOn(inForce(events), FOREVER)
  for (const row of rows.filter((duty) => duty.role === 'cooperating')) {
    const { part, since, note } = parts[row.departmentId] ?? { part: 'none' as const, since: start, note: '' }
    const version = latestDutySeq(events, row.departmentId)
    if (row.part === part && row.partSince === since && row.partNote === note && row.version === version) continue
    await tx.update(duties).set({ part, partSince: since, partNote: note, version }).where(eq(duties.id, row.id))
  }
}

// Retractions count too: whoever has a form open from before one must be told.
function latestDutySeq(events: readonly TaskEvent[], departmentId: string): number {
  const mine = new Set(
    events.flatMap((event) => (event.kind === 'confirmed' && event.payload.departmentId === departmentId ? [event.seq] : [])),
  )
  return events.reduce((max, event) => {
    const touches =
      mine.has(event.seq) ||
      (event.kind === 'retracted' && mine.has(event.payload.seq)) ||
      ((event.kind === 'returned' || event.kind === 'reopened') && event.payload.reconfirm.includes(departmentId))
    return touches ? event.seq : max
  }, 0)
}
