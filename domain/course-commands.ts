// What the departments and the supervisor do to a task in its course (domain.md, rules 5-8 and 16-17). Pure; workflow.ts admits what is drafted here.
import { type Day, laterOf } from '@/domain/calendar'
import type { Command, Refusal, Situation } from '@/domain/commands'
import { standingOn } from '@/domain/course'
import type { DutyChange } from '@/domain/duty-changes'
import { isLateEntry } from '@/domain/entry-kind'
import { inForce, type NewEvent } from '@/domain/events'
import { dueOnOf } from '@/domain/periods'
import { canActAsLead, canConfirm, canDecide, canEditContacts } from '@/domain/permissions'
import type { SupervisionCommand } from '@/domain/supervision'
import { behalf, no, own, standingClaim } from '@/domain/workflow'

export type CourseCommand = Exclude<Command, { do: 'undo' | 'correct' | 'check' | SupervisionCommand['do'] | DutyChange['do'] }>

export function draftCourse(command: CourseCommand, at: Situation): NewEvent | Refusal {
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

// Rule 8: a decision takes effect on the day it is recorded; for a late-entered claim it may lie earlier, from the completion day on.
function decisionDay(on: Day, at: Situation): Refusal | null {
  if (on === at.today) return null
  if (on > at.today) return no('day-in-future', 'on')
  const claim = standingClaim(at)
  if (!claim) return no('wrong-state')
  return isLateEntry(claim.effectiveOn, claim.recordedAt, at.plan.lateEntryDays) ? null : no('decided-today-only', 'on')
}

function unknownDepartments(ids: readonly string[], at: Situation): Refusal | null {
  return ids.every((id) => at.responsible.cooperatingDepartmentIds.includes(id)) ? null : no('unknown-department', 'reconfirm')
}
