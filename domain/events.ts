import type { Day, Instant } from '@/domain/calendar'
import type { Deadline } from '@/domain/deadline'
import type { DocumentRef } from '@/domain/document-ref'
import type { NoticeColour, NoticeStep } from '@/domain/notices'
import type { DutyRole, Evidence, Part, Role } from '@/domain/words'

/** Who did it, as they were at that moment (rule 7). */
export type Actor = {
  userId: string | null
  name: string
  post: string
  role: Role | 'system'
  departmentId: string | null
  departmentName: string | null
}

/** Who in the department approved a claim (rule 17). */
export type SignOff = { name: string; post: string; on: Day }
export type Change<T> = { from: T; to: T }
export type Amendments = {
  goal?: Change<{ number: number; text: string }>
  title?: Change<string>
  measure?: Change<string>
  deadline?: Change<Deadline>
  /** Columns of the issued table that the ledger gives no meaning, by their headings. */
  other?: Change<Record<string, string>>
}
export type Assigned = { departmentId: string; name: string; role: DutyRole }
export type Contacts = { office: string; contact: string; phone: string; leaderInCharge: string }

/** What each kind of event carries. The day it happened is the event's `effectiveOn`; a claim's is the completion day (rule 8). */
export type Payloads = {
  /** `document`: the one that added the row to a plan that was there before. */
  imported: { line: number; document?: DocumentRef }
  reported: { progress: number; done: string; problems: string; nextStep: string }
  no_change: Record<string, never>
  confirmed: { departmentId: string; part: Part; note: string }
  claimed: { note: string; evidence: Evidence | null; unconfirmed: string[]; unconfirmedReason: string; signOff: SignOff | null }
  taken_back: { reason: string }
  accepted: { completedOn: Day; reason: string }
  returned: { reason: string; reconfirm: string[] }
  reopened: { reason: string; reconfirm: string[] }
  withdrawn: { document: string; reason: string }
  /** What a document says anew of the row; a deadline holds from `effectiveOn` on, as an extension does (rule 3). */
  amended: { document: DocumentRef; changes: Amendments }
  /** Who is responsible from `effectiveOn` on, the lead first, and who was before (rule 18). */
  reassigned: { document: DocumentRef; departments: Assigned[]; before: Assigned[] }
  /** `dueOn` is the deadline asked for, respectively approved; a request replaces one that is still undecided. */
  extension_requested: { dueOn: Day; reason: string; evidence: Evidence | null }
  extension_approved: { requestSeq: number; dueOn: Day; reason: string }
  extension_refused: { requestSeq: number; reason: string }
  /** What a supervisor found on a visit, which took place on `effectiveOn`; on a closed task a re-check (回头看), which may reopen it. */
  checked: { progress: number; note: string; evidence: Evidence | null; reopens: boolean }
  made_long_term: { document: string; reason: string }
  stage_reported: { year: number; result: string; evidence: Evidence | null }
  stage_verified: { year: number; reportSeq: number; note: string }
  stage_returned: { year: number; reportSeq: number; reason: string }
  /** What stops it since `effectiveOn`, and who could remove it. */
  obstacle_raised: { departmentId: string; text: string; remover: string }
  obstacle_removed: { raisedSeq: number; note: string }
  /** A leader's own comment is a 批示; `answers` names the one that this comment answers. */
  commented: { text: string; answers: number | null }
  evidence_added: { evidence: Evidence; note: string }
  nudged: { nudgeId: string; departmentId: string; text: string }
  /** What was written stays with the notice, which not everyone sees who sees the task. */
  noticed: { noticeId: string; departmentId: string; label: string; colour: NoticeColour; step: NoticeStep }
  /** This task refers to another, perhaps in another plan. */
  referred: { taskId: string; note: string }
  reference_removed: { referredSeq: number }
  contacts_changed: Contacts & { departmentId: string }
  seen: { departmentId: string; seqs: number[] }
  retracted: { seq: number; reason: string; corrected: boolean }
}
export type EventKind = keyof Payloads
export const EVENT_KINDS: readonly EventKind[] = [
  'imported',
  'reported',
  'no_change',
  'confirmed',
  'claimed',
  'taken_back',
  'accepted',
  'returned',
  'reopened',
  'withdrawn',
  'amended',
  'reassigned',
  'extension_requested',
  'extension_approved',
  'extension_refused',
  'checked',
  'made_long_term',
  'stage_reported',
  'stage_verified',
  'stage_returned',
  'obstacle_raised',
  'obstacle_removed',
  'commented',
  'evidence_added',
  'nudged',
  'noticed',
  'referred',
  'reference_removed',
  'contacts_changed',
  'seen',
  'retracted',
]

/** An entry that a supervisor wrote down for a department, and where he had it from (rule 16). */
export type OnBehalf = { departmentId: string; source: string }

export type NewEvent = {
  [K in EventKind]: { kind: K; payload: Payloads[K]; effectiveOn: Day; onBehalf: OnBehalf | null }
}[EventKind]
export type TaskEvent = NewEvent & { seq: number; recordedAt: Instant; actor: Actor }

const SIDE_NOTES: ReadonlySet<EventKind> = new Set([
  'confirmed',
  'checked',
  'obstacle_raised',
  'obstacle_removed',
  'commented',
  'evidence_added',
  'nudged',
  'noticed',
  'referred',
  'reference_removed',
  'contacts_changed',
  'seen',
])

/** Events that leave the task's own course alone: they do not raise its version, so that a confirmation never makes a report stale. */
export const isSideNote = (event: { kind: EventKind }): boolean => SIDE_NOTES.has(event.kind)

/** The sequence numbers that retractions cancel. */
export function retractedSeqs(events: readonly (NewEvent & { seq?: number })[]): Set<number> {
  return new Set(events.flatMap((event) => (event.kind === 'retracted' ? [event.payload.seq] : [])))
}

/** The events that count, in fold order (effectiveOn, seq): retractions and what they cancel are left out (rules 7 and 15). */
export function inForce(events: readonly TaskEvent[]): TaskEvent[] {
  const cancelled = retractedSeqs(events)
  return events
    .filter((event) => event.kind !== 'retracted' && !cancelled.has(event.seq))
    .sort((a, b) => (a.effectiveOn === b.effectiveOn ? a.seq - b.seq : a.effectiveOn < b.effectiveOn ? -1 : 1))
}

/** The events that make up a duty's version (rule 14): its confirmations and contacts, what resets its part, and retractions of those. */
export function dutyEvents(events: readonly TaskEvent[], departmentId: string): Set<number> {
  const seqs = new Set<number>()
  for (const event of events) if (touchesDuty(event, departmentId, seqs)) seqs.add(event.seq)
  return seqs
}

function touchesDuty(event: TaskEvent, departmentId: string, before: ReadonlySet<number>): boolean {
  switch (event.kind) {
    case 'confirmed':
    case 'contacts_changed':
      return event.payload.departmentId === departmentId
    case 'returned':
    case 'reopened':
      return event.payload.reconfirm.includes(departmentId)
    case 'retracted':
      return before.has(event.payload.seq)
    default:
      return false
  }
}

/** The seq of the latest event of the task's own course; the retraction of a side note is as much a side note (rule 14). */
export function versionOf(events: readonly TaskEvent[]): number {
  const sideNotes = new Set(events.filter(isSideNote).map((event) => event.seq))
  const course = events.filter((event) => !sideNotes.has(event.seq) && !(event.kind === 'retracted' && sideNotes.has(event.payload.seq)))
  return course.at(-1)?.seq ?? 0
}
