// Events as rows and back. Each row's hash covers the previous one, so that a history that was tampered with no longer adds up.
import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { taskEvents } from '@/db/schema'
import type { NewEvent, TaskEvent } from '@/domain/events'

export type EventRow = typeof taskEvents.$inferSelect

const NO_EVENT_YET = ''

/** The rows for new events of one task, chained to `last`, its latest row so far. */
export function eventRows(taskId: string, last: EventRow | null, events: readonly TaskEvent[]): EventRow[] {
  let previous = last?.hash ?? NO_EVENT_YET
  return events.map((event) => {
    const fields = {
      taskId,
      seq: event.seq,
      kind: event.kind,
      effectiveOn: event.effectiveOn,
      recordedAt: event.recordedAt,
      actorId: event.actor.userId,
      actorName: event.actor.name,
      actorPost: event.actor.post,
      actorRole: event.actor.role,
      actorDepartmentId: event.actor.departmentId,
      actorDepartmentName: event.actor.departmentName,
      onBehalfOf: event.onBehalf?.departmentId ?? null,
      source: event.onBehalf?.source ?? null,
      retracts: event.kind === 'retracted' ? event.payload.seq : null,
      payload: canonical(event.payload),
    }
    previous = hashOf(previous, fields)
    return { ...fields, hash: previous }
  })
}

/** The first row of a task whose hash does not follow from the one before it; null if the history is whole. Rows in order of seq. */
export function brokenLink(rows: readonly EventRow[]): EventRow | null {
  let previous = NO_EVENT_YET
  for (const row of rows) {
    const { hash, ...fields } = row
    if (hash !== hashOf(previous, fields)) return row
    previous = hash
  }
  return null
}

function hashOf(previous: string, fields: Omit<EventRow, 'hash'>): string {
  return createHash('sha256')
    .update(canonical({ previous, ...fields }))
    .digest('hex')
}

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('not expressible as JSON')
  return text
}

export function eventOf(row: EventRow): TaskEvent {
  // The payload was written by eventRows from the same kind, so the pair fits.
  return {
    kind: row.kind,
    payload: JSON.parse(row.payload),
    effectiveOn: row.effectiveOn,
    onBehalf: row.onBehalfOf === null ? null : { departmentId: row.onBehalfOf, source: row.source ?? '' },
    seq: row.seq,
    recordedAt: row.recordedAt,
    actor: {
      userId: row.actorId,
      name: row.actorName,
      post: row.actorPost,
      role: row.actorRole,
      departmentId: row.actorDepartmentId,
      departmentName: row.actorDepartmentName,
    },
  } as TaskEvent
}

/** New events as they will stand in the log: numbered on, and recorded strictly after the latest one, even if the clock went back. */
export function recorded(events: readonly NewEvent[], after: readonly TaskEvent[], now: string, actor: TaskEvent['actor']): TaskEvent[] {
  const latest = after.at(-1)?.recordedAt
  const start = Math.max(Date.parse(now), latest ? Date.parse(latest) + 1 : 0)
  return events.map((event, index) => ({
    ...event,
    seq: after.length + index + 1,
    recordedAt: new Date(start + index).toISOString(),
    actor,
  }))
}
