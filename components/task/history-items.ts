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
  /** The person who accepted had also recorded the claim (rule 16). */
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
        samePerson: event.kind === 'accepted' && acceptedOwnEntry(ordered, event),
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

function acceptedOwnEntry(ordered: readonly TaskEvent[], acceptance: TaskEvent): boolean {
  const before = ordered.slice(0, Math.max(0, ordered.indexOf(acceptance)))
  const claim = before.findLast((event) => event.kind === 'claimed')
  return claim?.onBehalf != null && claim.actor.userId === acceptance.actor.userId
}
