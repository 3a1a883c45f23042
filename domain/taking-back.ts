// Undo and correction (domain.md, rules 15 and 16): a retraction names the event it cancels, and what remains must still be legal.
import type { Instant } from '@/domain/calendar'
import type { Command, Refusal, Situation } from '@/domain/commands'
import { type Standing, walk } from '@/domain/course'
import { type EventKind, inForce, type NewEvent, retractedSeqs, type TaskEvent } from '@/domain/events'
import { evidenceOf } from '@/domain/evidence'
import { canDecide, type Viewer } from '@/domain/permissions'
import { asRecorded, type Decision, decide, no } from '@/domain/workflow'

export const UNDO_MINUTES = 10

// What a document changed is changed again by a further document, never taken back (rule 18).
const BY_DOCUMENT: ReadonlySet<EventKind> = new Set(['amended', 'reassigned'])
const NEVER_TAKEN_BACK: ReadonlySet<EventKind> = new Set([
  'imported',
  'nudged',
  'noticed',
  'contacts_changed',
  'seen',
  'retracted',
  ...BY_DOCUMENT,
])
const DECISIONS: ReadonlySet<EventKind> = new Set([
  'accepted',
  'returned',
  'reopened',
  'withdrawn',
  'extension_approved',
  'extension_refused',
  'stage_verified',
  'stage_returned',
])
const CORRECTED_BY: Partial<Record<EventKind, readonly Command['do'][]>> = {
  reported: ['report', 'no_change'],
  no_change: ['report', 'no_change'],
  confirmed: ['confirm'],
  accepted: ['accept', 'return'],
  returned: ['accept', 'return'],
  reopened: ['reopen'],
  withdrawn: ['withdraw'],
  extension_approved: ['approve_extension', 'refuse_extension'],
  extension_refused: ['approve_extension', 'refuse_extension'],
  checked: ['check'],
  stage_reported: ['report_stage'],
  stage_verified: ['verify_stage', 'return_stage'],
  stage_returned: ['verify_stage', 'return_stage'],
}

export function undo(command: { seq: number }, at: Situation): Decision {
  const target = undoable(at.events, at.viewer, at.now)
  if (!target || target.seq !== command.seq) return no(whyNotUndone(command.seq, at))
  const undone = retract(target, '', false, at)
  const visit = target.kind === 'reopened' ? at.events.find((event) => event.seq === target.seq - 1) : undefined
  if ('refused' in undone || visit?.kind !== 'checked' || !visit.payload.reopens) return undone
  // a visit that reopened the task was one step, and is undone as one
  const rest = { ...at, events: [...at.events, ...undone.events.map((event) => asRecorded(event, at))] }
  const both = retract(visit, '', false, rest)
  return 'refused' in both ? both : { events: [...undone.events, ...both.events] }
}

/**
 * The event that this person may still undo: the own one, not older than ten minutes, the task's latest; null if there is none. What a
 * correction put in place is corrected again, not undone: what it replaced would not come back.
 */
export function undoable(events: readonly TaskEvent[], viewer: Viewer, now: Instant): TaskEvent | null {
  const latest = latestOf(events)
  if (!latest || !isAuthor(latest, viewer) || !withinMinutes(latest.recordedAt, now)) return null
  return events.some((event) => event.kind === 'retracted' && event.payload.corrected && event.seq === latest.seq - 1) ? null : latest
}

// Whoever has another role or department by now no longer acts as the one who wrote it.
const isAuthor = ({ actor }: TaskEvent, viewer: Viewer): boolean =>
  actor.userId === viewer.userId && actor.role === viewer.role && actor.departmentId === viewer.departmentId

type WhyNotUndone = 'undo-not-yours' | 'undo-not-latest' | 'undo-too-late' | 'undo-corrected' | 'not-correctable'

function whyNotUndone(seq: number, at: Situation): WhyNotUndone {
  const target = at.events.find((event) => event.seq === seq)
  if (target && BY_DOCUMENT.has(target.kind)) return 'not-correctable'
  if (!target || !isAuthor(target, at.viewer)) return 'undo-not-yours'
  if (latestOf(at.events)?.seq !== seq) return 'undo-not-latest'
  return withinMinutes(target.recordedAt, at.now) ? 'undo-corrected' : 'undo-too-late'
}

function latestOf(events: readonly TaskEvent[]): TaskEvent | null {
  const cancelled = retractedSeqs(events)
  const counted = events.filter((event) => !NEVER_TAKEN_BACK.has(event.kind) && !cancelled.has(event.seq))
  return counted.reduce<TaskEvent | null>((latest, event) => (latest && latest.seq > event.seq ? latest : event), null)
}

const withinMinutes = (recordedAt: Instant, now: Instant): boolean => Date.parse(now) - Date.parse(recordedAt) <= UNDO_MINUTES * 60_000

/** The kinds of command that may stand in for this event, for this person; empty if it is not theirs to correct. */
export function correctionsOf(event: TaskEvent, viewer: Viewer): readonly Command['do'][] {
  if (DECISIONS.has(event.kind)) return canDecide(viewer) ? (CORRECTED_BY[event.kind] ?? []) : []
  const author = isAuthor(event, viewer)
  const spokenFor = event.onBehalf !== null && viewer.role === 'officer' && event.onBehalf.departmentId === viewer.departmentId
  return author || spokenFor ? (CORRECTED_BY[event.kind] ?? []) : []
}

/** Where the task would stand if this event had not been; null where a later one rests on it. */
export function standingWithout(event: TaskEvent, events: readonly TaskEvent[]): Standing | null {
  const rest = walk(inForce(events).filter(({ seq }) => seq !== event.seq))
  return 'standing' in rest ? rest.standing : null
}

/** Refused where the rest would be illegal. Evidence that the first entry carried stays with the new one, unless that brings its own. */
export function correct(command: Extract<Command, { do: 'correct' }>, at: Situation): Decision {
  const target = inForce(at.events).find((event) => event.seq === command.seq)
  if (!target || !correctionsOf(target, at.viewer).includes(command.replacement.do)) return no('not-correctable')
  if (!command.reason.trim()) return no('reason-required', 'correctionReason')
  const replacement = withEvidence(command.replacement, target)
  if (!sameMatter(target.payload, replacement)) return no('not-correctable')
  const retracted = retract(target, command.reason.trim(), true, at)
  if ('refused' in retracted) return retracted
  const rest = { ...at, events: [...at.events, ...retracted.events.map((event) => asRecorded(event, at))] }
  const decision = decide(replacement, rest)
  return 'refused' in decision ? decision : { events: [...retracted.events, ...decision.events] }
}

// A correction says again what was said, of the same department, request or stage result.
const sameMatter = (payload: object, replacement: object): boolean =>
  (['departmentId', 'requestSeq', 'reportSeq'] as const).every((key) => Reflect.get(payload, key) === Reflect.get(replacement, key))

const withEvidence = (replacement: Command, target: TaskEvent): Command =>
  replacement.do === 'check' || replacement.do === 'report_stage'
    ? { ...replacement, evidence: replacement.evidence ?? evidenceOf(target) }
    : replacement

function retract(target: TaskEvent, reason: string, corrected: boolean, at: Situation): { events: NewEvent[] } | Refusal {
  const retraction: NewEvent = { kind: 'retracted', payload: { seq: target.seq, reason, corrected }, effectiveOn: at.today, onBehalf: null }
  const rest = walk(inForce([...at.events, asRecorded(retraction, at)]))
  return 'collides' in rest ? { ...no('collides'), seq: rest.collides.seq } : { events: [retraction] }
}
