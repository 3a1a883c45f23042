import { type Day, dayInShanghai, daysBetween } from '@/domain/calendar'
import { AT_THE_START, step } from '@/domain/course'
import { entryKind } from '@/domain/entry-kind'
import { inForce, type TaskEvent } from '@/domain/events'

type Retraction = Extract<TaskEvent, { kind: 'retracted' }>

/** One line of the history. What cancels a line stands on that line, not on one of its own. */
export type HistoryItem = {
  event: TaskEvent
  /** Late and opening entries exclude each other; neither for what the system or a side note recorded. */
  mark: 'late' | 'opening' | null
  /** The Shanghai day on which it was recorded, and how many days after it happened. */
  recordedOn: Day
  daysAfter: number
  retraction: Retraction | null
  /** It took the place of a retracted one. */
  corrects: boolean
  /** The person who decided had also written down what was decided on (rule 16). */
  samePerson: boolean
}

/** What had happened by the end of `asOf`, latest first by the day it happened. */
export function historyItems(events: readonly TaskEvent[], plan: { openedOn: Day; lateEntryDays: number }, asOf: Day): HistoryItem[] {
  const retractions = events.filter((event) => event.kind === 'retracted')
  const ordered = inForce(events)
  return events
    .filter((event) => event.kind !== 'retracted' && event.effectiveOn <= asOf)
    .sort((a, b) => (a.effectiveOn === b.effectiveOn ? b.seq - a.seq : a.effectiveOn < b.effectiveOn ? 1 : -1))
    .map((event) => {
      const kind = entryKind(event, plan)
      const recordedOn = dayInShanghai(event.recordedAt)
      return {
        event,
        mark: kind === 'prompt' || NOT_MARKED.has(event.kind) ? null : kind,
        recordedOn,
        daysAfter: daysBetween(event.effectiveOn, recordedOn),
        retraction: retractions.find((retraction) => retraction.payload.seq === event.seq) ?? null,
        corrects: retractions.some((retraction) => retraction.payload.corrected && retraction.seq === event.seq - 1),
        samePerson: decidedOwnEntry(ordered, event),
      }
    })
}

/** The checks in force that found the task closed (回头看). */
export function recheckSeqs(events: readonly TaskEvent[]): ReadonlySet<number> {
  const found = new Set<number>()
  let standing = AT_THE_START
  for (const event of inForce(events)) {
    if (event.kind === 'checked' && standing.state === 'closed') found.add(event.seq)
    standing = step(standing, event) ?? standing
  }
  return found
}

const NOT_MARKED: ReadonlySet<TaskEvent['kind']> = new Set(['imported', 'contacts_changed', 'seen'])

const WRITTEN_AS: Partial<Record<TaskEvent['kind'], TaskEvent['kind']>> = {
  accepted: 'claimed',
  extension_approved: 'extension_requested',
  stage_verified: 'stage_reported',
}

/** A supervisor granted what the same person had written down for the department. */
function decidedOwnEntry(ordered: readonly TaskEvent[], decision: TaskEvent): boolean {
  const asked = WRITTEN_AS[decision.kind]
  if (!asked) return false
  const before = ordered.slice(0, Math.max(0, ordered.indexOf(decision)))
  const entry = before.findLast((event) => event.kind === asked)
  return entry?.onBehalf != null && entry.actor.userId === decision.actor.userId
}
