// From commands to events: what may happen to a task, when, and by whom (domain.md, rules 5-8 and 14-17; States).
// Pure: the caller brings the situation and appends what comes back. A refusal is a value.
import { type Day, daysBetween, laterOf } from '@/domain/calendar'
import type { Command, Refusal, RefusalCode, Situation } from '@/domain/commands'
import { AT_THE_START, type Standing, standingOn, step, walk } from '@/domain/course'
import { type DutyChange, draftDutyChange, isDutyChange } from '@/domain/duty-changes'
import { isLateEntry } from '@/domain/entry-kind'
import { type Actor, type EventKind, inForce, type NewEvent, type OnBehalf, type TaskEvent } from '@/domain/events'
import { dueOnOf } from '@/domain/periods'
import { actsOnBehalf, canActAsLead, canConfirm, canDecide, canEditContacts, type Viewer } from '@/domain/permissions'
import { draftSupervision, isSupervision, type SupervisionCommand } from '@/domain/supervision'
import { correct, undo } from '@/domain/taking-back'

export type Decision = { events: NewEvent[] } | Refusal

/** The events that a command leads to, or why it is refused. Visibility and version are the caller's to check first. */
export function decide(command: Command, situation: Situation): Decision {
  switch (command.do) {
    case 'undo':
      return undo(command, situation)
    case 'correct':
      return correct(command, situation)
    case 'check':
      return check(command, situation)
    default: {
      const drafted = draft(command, situation)
      return 'refused' in drafted ? drafted : admit(drafted, situation)
    }
  }
}

type Simple = Exclude<Command, { do: 'undo' | 'correct' | 'check' | SupervisionCommand['do'] | DutyChange['do'] }>

function draft(command: Simple | DutyChange | Exclude<SupervisionCommand, { do: 'check' }>, at: Situation): NewEvent | Refusal {
  if (isDutyChange(command)) return draftDutyChange(command, at)
  return isSupervision(command) ? draftSupervision(command, at) : draftCourse(command, at)
}

// A check that finds a closed task undone can reopen it in the same breath.
function check(command: Extract<Command, { do: 'check' }>, at: Situation): Decision {
  const drafted = draftSupervision(command, at)
  if ('refused' in drafted) return drafted
  const checked = admit(drafted, at)
  if ('refused' in checked || !command.reopen) return checked
  const seen = { ...at, events: [...at.events, asRecorded(drafted, at)] }
  const reopened = decide({ do: 'reopen', reason: command.note, reconfirm: [] }, seen)
  return 'refused' in reopened ? reopened : { events: [drafted, ...reopened.events] }
}

function draftCourse(command: Simple, at: Situation): NewEvent | Refusal {
  const lead = at.responsible.leadDepartmentId
  switch (command.do) {
    case 'report': {
      if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
      const { progress, done, problems, nextStep, on } = command
      if (!Number.isInteger(progress) || progress < 0 || progress > 99) return no('progress-out-of-range', 'progress')
      if (!done.trim()) return no('text-required', 'done')
      return behalf(at, lead, command.source, (onBehalf) => ({
        kind: 'reported',
        payload: { progress, done: done.trim(), problems: problems.trim(), nextStep: nextStep.trim() },
        effectiveOn: on,
        onBehalf,
      }))
    }
    case 'no_change':
      if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
      return behalf(at, lead, command.source, (onBehalf) => ({ kind: 'no_change', payload: {}, effectiveOn: command.on, onBehalf }))
    case 'confirm': {
      const { departmentId, part, note } = command
      if (!canConfirm(at.viewer, at.responsible, departmentId)) return no('not-permitted')
      if (part !== 'done' && !note.trim()) return no('text-required', 'note')
      return behalf(at, departmentId, command.source, (onBehalf) => ({
        kind: 'confirmed',
        payload: { departmentId, part, note: note.trim() },
        effectiveOn: command.on,
        onBehalf,
      }))
    }
    case 'claim':
      return draftClaim(command, at)
    case 'take_back': {
      if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
      return behalf(at, lead, command.source, (onBehalf) => ({
        kind: 'taken_back',
        payload: { reason: command.reason.trim() },
        effectiveOn: at.today,
        onBehalf,
      }))
    }
    case 'accept':
      return draftAcceptance(command, at)
    case 'return': {
      if (!canDecide(at.viewer)) return no('not-permitted')
      if (!command.reason.trim()) return no('reason-required', 'reason')
      const refusal = unknownDepartments(command.reconfirm, at) ?? decisionDay(command.on, at)
      return refusal ?? own('returned', { reason: command.reason.trim(), reconfirm: command.reconfirm }, command.on)
    }
    case 'reopen':
      if (!canDecide(at.viewer)) return no('not-permitted')
      if (!command.reason.trim()) return no('reason-required', 'reason')
      return (
        unknownDepartments(command.reconfirm, at) ??
        own('reopened', { reason: command.reason.trim(), reconfirm: command.reconfirm }, at.today)
      )
    case 'withdraw':
      if (!canDecide(at.viewer)) return no('not-permitted')
      if (!command.document.trim()) return no('document-required', 'document')
      return own('withdrawn', { document: command.document.trim(), reason: command.reason.trim() }, at.today)
    case 'edit_contacts': {
      const { departmentId, office, contact, phone, leaderInCharge } = command
      if (!canEditContacts(at.viewer, at.responsible, departmentId)) return no('not-permitted')
      return own('contacts_changed', { departmentId, office, contact, phone, leaderInCharge }, at.today)
    }
    case 'mark_seen':
      if (at.viewer.role !== 'officer' || !at.viewer.departmentId) return no('not-permitted')
      if (!command.seqs.every((seq) => isWrittenFor(at.viewer.departmentId, seq, at))) return no('not-permitted')
      return own('seen', { departmentId: at.viewer.departmentId, seqs: command.seqs }, at.today)
  }
}

const isWrittenFor = (departmentId: string | null, seq: number, at: Situation): boolean =>
  inForce(at.events).some((event) => event.seq === seq && event.onBehalf?.departmentId === departmentId)

function draftClaim(command: Extract<Command, { do: 'claim' }>, at: Situation): NewEvent | Refusal {
  if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
  const standing = standingOn(inForce(at.events), at.today)
  const inForceNow = dueOnOf(at.facts, standing)
  if (inForceNow === null) return no('long-term')
  const { parts } = standing
  if (!command.note.trim()) return no('text-required', 'note')
  if (at.plan.signOffRequired && !command.signOff) return no('sign-off-required', 'signOffName')
  if (command.signOff && command.signOff.on > at.today) return no('day-in-future', 'signOffOn')
  const unconfirmed = at.responsible.cooperatingDepartmentIds.filter((id) => parts[id]?.part !== 'done')
  const unconfirmedReason = unconfirmed.length > 0 ? command.unconfirmedReason.trim() : ''
  if (unconfirmed.length > 0 && !unconfirmedReason) {
    return { ...no('parts-unconfirmed', 'unconfirmedReason'), departmentIds: unconfirmed }
  }
  const dueOn = laterOf(at.facts.issuedDueOn ?? inForceNow, inForceNow)
  const lateButOnTime = command.on <= dueOn && isLateEntry(command.on, at.now, at.plan.lateEntryDays)
  if (lateButOnTime && !command.evidence) return no('evidence-required', 'evidenceText')
  return behalf(at, at.responsible.leadDepartmentId, command.source, (onBehalf) => ({
    kind: 'claimed',
    effectiveOn: command.on,
    onBehalf,
    payload: { note: command.note.trim(), evidence: command.evidence, unconfirmed, unconfirmedReason, signOff: command.signOff },
  }))
}

function draftAcceptance(command: Extract<Command, { do: 'accept' }>, at: Situation): NewEvent | Refusal {
  if (!canDecide(at.viewer)) return no('not-permitted')
  const claim = standingClaim(at)
  if (!claim) return no('wrong-state')
  if (command.completedOn < claim.effectiveOn) return no('completion-before-claim', 'completedOn')
  if (command.completedOn > claim.effectiveOn && !command.reason.trim()) return no('reason-required', 'reason')
  if (command.completedOn > command.on) return no('completion-after-decision', 'completedOn')
  return decisionDay(command.on, at) ?? own('accepted', { completedOn: command.completedOn, reason: command.reason.trim() }, command.on)
}

/** The claim that awaits a decision at the end of the known history; null if there is none. */
export function standingClaim(at: Pick<Situation, 'events'>): TaskEvent | null {
  const result = walk(inForce(at.events))
  const seq = 'standing' in result && result.standing.state === 'claimed' ? result.standing.claimSeq : null
  return at.events.find((event) => event.seq === seq) ?? null
}

// Rule 8: a decision takes effect on the day it is recorded; for a late-entered claim it may lie earlier, from the completion day on.
function decisionDay(on: Day, at: Situation): Refusal | null {
  if (on === at.today) return null
  if (on > at.today) return no('day-in-future', 'on')
  const claim = standingClaim(at)
  if (!claim) return no('wrong-state')
  return isLateEntry(claim.effectiveOn, claim.recordedAt, at.plan.lateEntryDays) ? null : no('decided-today-only', 'on')
}

/** Checks a drafted event against the calendar and against all other events of the task: none may become illegal. */
export function admit(event: NewEvent, at: Situation): Decision {
  if (event.effectiveOn > at.today) return no('day-in-future', 'on')
  if (event.effectiveOn < at.plan.firstDay || event.effectiveOn < at.facts.start) return no('day-before-plan', 'on')
  const before = inForce(at.events)
  const latest = latestStateChange(before)
  if (STATE_CHANGING.has(event.kind) && latest && event.effectiveOn < latest.effectiveOn) {
    return { ...no('before-latest-change', 'on'), seq: latest.seq }
  }
  const seq = nextSeq(at.events)
  const result = walk(inForce([...at.events, asRecorded(event, at)]))
  if (!('collides' in result)) return { events: [event] }
  if (result.collides.seq !== seq) return { ...no('collides', 'on'), seq: result.collides.seq }
  const blocking = latestStateChange(before.filter((other) => other.effectiveOn <= event.effectiveOn))
  return { ...no('wrong-state', 'on'), seq: blocking?.seq }
}

/** A drafted event as it would stand in the log. */
export const asRecorded = (event: NewEvent, at: Situation): TaskEvent => ({
  ...event,
  seq: nextSeq(at.events),
  recordedAt: at.now,
  actor: actorOf(at.viewer),
})

const STATE_CHANGING: ReadonlySet<EventKind> = new Set([
  'claimed',
  'taken_back',
  'accepted',
  'returned',
  'reopened',
  'withdrawn',
  'made_long_term',
])

function latestStateChange(ordered: readonly TaskEvent[]): TaskEvent | null {
  let latest: TaskEvent | null = null
  let standing: Standing = AT_THE_START
  for (const event of ordered) {
    const next = step(standing, event)
    if (!next) throw new Error(`event ${event.seq} (${event.kind}) is not legal in its place`)
    if (next.state !== standing.state || STATE_CHANGING.has(event.kind)) latest = event
    standing = next
  }
  return latest
}

export const nextSeq = (events: readonly { seq: number }[]): number => Math.max(0, ...events.map((event) => event.seq)) + 1

/** The person as recorded with an event: as they are now, whatever becomes of the account later (rule 7). */
export function actorOf({ userId, name, post, role, departmentId, departmentName }: Viewer): Actor {
  return { userId, name, post, role, departmentId, departmentName }
}

/** Whole days between the claim and `day`: how long a claim has been waiting. */
export const daysWaiting = (claimedOn: Day, day: Day): number => Math.max(0, daysBetween(claimedOn, day))

export function no(refused: RefusalCode, field?: string): Refusal {
  return { refused, field }
}

export function own<K extends EventKind>(kind: K, payload: Extract<NewEvent, { kind: K }>['payload'], effectiveOn: Day): NewEvent {
  return { kind, payload, effectiveOn, onBehalf: null } as NewEvent
}

export function behalf(
  at: Situation,
  departmentId: string,
  source: string,
  make: (onBehalf: OnBehalf | null) => NewEvent,
): NewEvent | Refusal {
  if (!actsOnBehalf(at.viewer)) return make(null)
  return source.trim() ? make({ departmentId, source: source.trim() }) : no('source-required', 'source')
}

function unknownDepartments(ids: readonly string[], at: Situation): Refusal | null {
  return ids.every((id) => at.responsible.cooperatingDepartmentIds.includes(id)) ? null : no('unknown-department', 'reconfirm')
}
