// What supervision leaves for the lead to do: an extension that was refused, stage results that were returned or are missing (rules 3, 12).
import type { Day } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { type EventKind, inForce, type TaskEvent } from '@/domain/events'
import { missingStageYears } from '@/domain/periods'

type Of<K extends EventKind> = Extract<TaskEvent, { kind: K }>

export type LeftToDo = {
  /** The refusal that the lead has not reported, claimed or asked again since; null if there is none. */
  refused: Of<'extension_refused'> | null
  /** Returned stage results that were not reported again. */
  returned: Of<'stage_returned'>[]
  /** Years that are over without a stage result; those that were returned stand above. */
  missing: number[]
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

/** `issuedDueOn` null: long-term as issued, or not read. */
export function leftToDo(task: { addedOn: Day; issuedDueOn: Day | null }, events: readonly TaskEvent[], day: Day): LeftToDo {
  const ordered = inForce(events)
  const refusal = ordered.findLast((event) => event.kind === 'extension_refused')
  const heard = refusal && ordered.some(({ kind, seq }) => HEARD.has(kind) && seq > refusal.seq)
  const standing = standingOn(ordered, day)
  const returned = ordered
    .filter((event) => event.kind === 'stage_returned')
    .filter((event) => standing.stages[event.payload.year]?.seq === event.seq)
  const asked = new Set(returned.map((event) => event.payload.year))
  return {
    refused: refusal?.kind === 'extension_refused' && !heard ? refusal : null,
    returned,
    missing: task.issuedDueOn === null ? missingStageYears(task.addedOn, standing, day).filter((year) => !asked.has(year)) : [],
  }
}
