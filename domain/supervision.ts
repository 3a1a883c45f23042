// From commands to events for what goes with a task's course: extensions, checks, stage results, obstacles, comments, evidence
// (domain.md, rules 3, 6, 8 and 12). Pure; workflow.ts admits what is drafted here.
import type { Day } from '@/domain/calendar'
import type { Command, Refusal, Situation } from '@/domain/commands'
import { type Standing, standingOn } from '@/domain/course'
import { type EventKind, inForce, type NewEvent, type TaskEvent } from '@/domain/events'
import { dueOnOf, firstStageYear } from '@/domain/periods'
import { actsOnBehalf, canActAsLead, canAddEvidence, canComment, canDecide, canReportObstacle } from '@/domain/permissions'
import { behalf, no, own } from '@/domain/workflow'

const SUPERVISION = [
  'request_extension',
  'approve_extension',
  'refuse_extension',
  'check',
  'make_long_term',
  'report_stage',
  'verify_stage',
  'return_stage',
  'raise_obstacle',
  'remove_obstacle',
  'comment',
  'add_evidence',
] as const
export type SupervisionCommand = Extract<Command, { do: (typeof SUPERVISION)[number] }>
type Of<K extends SupervisionCommand['do']> = Extract<Command, { do: K }>

export const isSupervision = (command: Command): command is SupervisionCommand => (SUPERVISION as readonly string[]).includes(command.do)

export function draftSupervision(command: SupervisionCommand, at: Situation): NewEvent | Refusal {
  switch (command.do) {
    case 'request_extension':
      return requestExtension(command, at)
    case 'approve_extension':
      return approveExtension(command, at)
    case 'refuse_extension': {
      if (!canDecide(at.viewer)) return no('not-permitted')
      if (!command.reason.trim()) return no('reason-required', 'reason')
      return own('extension_refused', { requestSeq: command.requestSeq, reason: command.reason.trim() }, at.today)
    }
    case 'check': {
      if (!canDecide(at.viewer)) return no('not-permitted')
      const { progress, note, evidence, on } = command
      if (!Number.isInteger(progress) || progress < 0 || progress > 100) return no('checked-out-of-range', 'progress')
      if (!note.trim()) return no('text-required', 'note')
      return own('checked', { progress, note: note.trim(), evidence, reopens: command.reopen }, on)
    }
    case 'make_long_term': {
      if (!canDecide(at.viewer)) return no('not-permitted')
      if (dueOnOf(at.facts, standing(at)) === null) return no('long-term')
      if (!command.document.trim()) return no('document-required', 'document')
      return own('made_long_term', { document: command.document.trim(), reason: command.reason.trim() }, at.today)
    }
    case 'report_stage':
      return reportStage(command, at)
    case 'verify_stage':
    case 'return_stage':
      return decideStage(command, at)
    case 'raise_obstacle':
      return raiseObstacle(command, at)
    case 'remove_obstacle':
      return removeObstacle(command, at)
    case 'comment':
      return comment(command, at)
    case 'add_evidence':
      if (!canAddEvidence(at.viewer, at.responsible)) return no('not-permitted')
      return own('evidence_added', { evidence: command.evidence, note: command.note.trim() }, at.today)
  }
}

const standing = (at: Situation, day = at.today): Standing => standingOn(inForce(at.events), day)

function requestExtension({ dueOn, reason, evidence, on, source }: Of<'request_extension'>, at: Situation): NewEvent | Refusal {
  if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
  const present = dueOnOf(at.facts, standing(at))
  if (present === null) return no('long-term')
  if (!reason.trim()) return no('reason-required', 'reason')
  if (dueOn <= present) return no('deadline-not-later', 'dueOn')
  const settled = settledAfter(on, at, (event) => SETTLES_REQUESTS.has(event.kind) || endsTheDeadline(event))
  if (settled) return settled
  return behalf(at, at.responsible.leadDepartmentId, source, (onBehalf) => ({
    kind: 'extension_requested',
    payload: { dueOn, reason: reason.trim(), evidence },
    effectiveOn: on,
    onBehalf,
  }))
}

/** A document that takes the deadline away takes a request for another with it. */
const endsTheDeadline = (event: TaskEvent): boolean => event.kind === 'amended' && event.payload.changes.deadline?.to.dueOn === null

const SETTLES_REQUESTS: ReadonlySet<EventKind> = new Set([
  'extension_requested',
  'extension_approved',
  'extension_refused',
  'accepted',
  'withdrawn',
  'made_long_term',
])

// What is asked on a day before the matter was settled would be in the history, and never come up for decision.
function settledAfter(on: Day, at: Situation, settles: (event: TaskEvent) => boolean): Refusal | null {
  const latest = inForce(at.events).filter(settles).at(-1)
  return latest && latest.effectiveOn > on ? { ...no('before-latest-change', 'on'), seq: latest.seq } : null
}

// Rule 3: an extension takes effect at the earliest on the day of its request.
function approveExtension({ requestSeq, dueOn, reason, on }: Of<'approve_extension'>, at: Situation): NewEvent | Refusal {
  if (!canDecide(at.viewer)) return no('not-permitted')
  const now = standing(at)
  const request = at.events.find(({ seq }) => seq === requestSeq)
  if (now.extensionSeq !== requestSeq || request?.kind !== 'extension_requested') return no('wrong-state')
  const present = dueOnOf(at.facts, now)
  if (present === null || dueOn <= present) return no('deadline-not-later', 'dueOn')
  if (on < request.effectiveOn) return no('before-request', 'on')
  if (dueOn !== request.payload.dueOn && !reason.trim()) return no('reason-required', 'reason')
  return own('extension_approved', { requestSeq, dueOn, reason: reason.trim() }, on)
}

function reportStage({ year, result, evidence, on, source }: Of<'report_stage'>, at: Situation): NewEvent | Refusal {
  if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
  const then = standing(at, on)
  if (dueOnOf(at.facts, then) !== null) return no('not-long-term')
  const first = firstStageYear(at.facts.start, then.longTermSince)
  if (!Number.isInteger(year) || year < first || year > Number(on.slice(0, 4))) return no('stage-year', 'year')
  if (!result.trim()) return no('text-required', 'result')
  const settled = settledAfter(on, at, ({ kind, payload }) => kind.startsWith('stage_') && 'year' in payload && payload.year === year)
  if (settled) return settled
  return behalf(at, at.responsible.leadDepartmentId, source, (onBehalf) => ({
    kind: 'stage_reported',
    payload: { year, result: result.trim(), evidence },
    effectiveOn: on,
    onBehalf,
  }))
}

function decideStage(command: Of<'verify_stage'> | Of<'return_stage'>, at: Situation): NewEvent | Refusal {
  if (!canDecide(at.viewer)) return no('not-permitted')
  const report = at.events.find(({ seq }) => seq === command.reportSeq)
  if (report?.kind !== 'stage_reported') return no('wrong-state')
  const about = { year: report.payload.year, reportSeq: report.seq }
  if (command.do === 'verify_stage') return own('stage_verified', { ...about, note: command.note.trim() }, at.today)
  if (!command.reason.trim()) return no('reason-required', 'reason')
  return own('stage_returned', { ...about, reason: command.reason.trim() }, at.today)
}

function raiseObstacle({ departmentId, text, remover, on, source }: Of<'raise_obstacle'>, at: Situation): NewEvent | Refusal {
  if (!canReportObstacle(at.viewer, at.responsible, departmentId)) return no('not-permitted')
  if (!text.trim()) return no('text-required', 'text')
  if (!remover.trim()) return no('text-required', 'remover')
  return behalf(at, departmentId, source, (onBehalf) => ({
    kind: 'obstacle_raised',
    payload: { departmentId, text: text.trim(), remover: remover.trim() },
    effectiveOn: on,
    onBehalf,
  }))
}

function removeObstacle({ raisedSeq, note, on, source }: Of<'remove_obstacle'>, at: Situation): NewEvent | Refusal {
  const obstacle = standing(at).obstacles.find(({ seq }) => seq === raisedSeq)
  if (!obstacle) return no('wrong-state')
  if (!canReportObstacle(at.viewer, at.responsible, obstacle.departmentId)) return no('not-permitted')
  if (!note.trim()) return no('text-required', 'note')
  if (on < obstacle.since) return { ...no('before-obstacle', 'on'), seq: raisedSeq }
  return behalf(at, obstacle.departmentId, source, (onBehalf) => ({
    kind: 'obstacle_removed',
    payload: { raisedSeq, note: note.trim() },
    effectiveOn: on,
    onBehalf,
  }))
}

// A 批示 is answered by the lead, or by a supervisor who writes down what the lead told him.
function comment({ text, answers, source }: Of<'comment'>, at: Situation): NewEvent | Refusal {
  if (!canComment(at.viewer, at.responsible)) return no('not-permitted')
  if (!text.trim()) return no('text-required', 'text')
  const made: NewEvent = { kind: 'commented', payload: { text: text.trim(), answers }, effectiveOn: at.today, onBehalf: null }
  if (answers === null) return made
  if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
  if (!standing(at).instructions.includes(answers)) return no('nothing-to-answer')
  if (!actsOnBehalf(at.viewer)) return made
  return behalf(at, at.responsible.leadDepartmentId, source, (onBehalf) => ({ ...made, onBehalf }))
}
