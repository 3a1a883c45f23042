// Who is told of what (issue: messages). One event tells each department or person once, and nobody of what they did themselves.
import type { Day } from '@/domain/calendar'
import { isInstruction } from '@/domain/course'
import { citation } from '@/domain/document-ref'
import type { TaskEvent } from '@/domain/events'
import type { NoticeStep } from '@/domain/notices'
import type { Responsible } from '@/domain/permissions'

export const MESSAGE_KINDS = [
  'claimed',
  'taken_back',
  'accepted',
  'returned',
  'reopened',
  'withdrawn',
  'on_behalf',
  'waits_for_lead',
  'obstructed',
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
  'instructed',
  'commented',
  'answered',
  'nudged',
  'notice_issued',
  'notice_acknowledged',
  'notice_replied',
  'notice_returned',
  'notice_closed',
  'notice_voided',
  'due_soon',
  'overdue',
  'report_due',
  'not_reported',
  'reply_due',
  'reply_overdue',
  'stage_missing',
  'amended',
  'reassigned',
  'bulletin_issued',
] as const
export type MessageKind = (typeof MESSAGE_KINDS)[number]

/** What the words of a message are made of; what a kind has no use for is left out. `count` is a number of tasks or days, `plan` what `label` is a period of. */
export type MessageWords = {
  number?: number
  title?: string
  who?: string
  text?: string
  day?: Day
  label?: string
  plan?: string
  count?: number
}

/**
 * The words of a stored message for somebody who `seesTask` today or not: of a task that was handed to others, nothing but that there was
 * something. Nudges and notices, which hang on no single task, are letters: they stay with those who got them.
 */
export function wordsFor({ payload, taskId }: { payload: string; taskId: string | null }, seesTask: boolean): MessageWords {
  const words = JSON.parse(payload) as MessageWords
  if (taskId === null || seesTask) return words
  const { number, title, text, ...rest } = words
  return rest
}

/** A department, or everyone of a role. */
export type Recipient = { departmentId: string } | { role: 'supervisor' | 'leader' }
export type NewMessage = { to: Recipient; kind: MessageKind; urgent: boolean; words: MessageWords }

const SUPERVISORS: Recipient = { role: 'supervisor' }

/** The messages that an event of a task tells. Nudges, notices and 批示 are urgent, everything else can wait for the day's digest. */
export function messagesOf(event: TaskEvent, task: Responsible): NewMessage[] {
  const behalf = event.onBehalf
  const spares = [event.actor.departmentId, behalf?.departmentId]
  const told = addressed(event, task).filter(({ to }) => !('departmentId' in to) || !spares.includes(to.departmentId))
  if (behalf) told.push(tell({ departmentId: behalf.departmentId }, 'on_behalf', event, { text: behalf.source }))
  return told
}

function addressed(event: TaskEvent, task: Responsible): NewMessage[] {
  const lead: Recipient = { departmentId: task.leadDepartmentId }
  const everyone: Recipient[] = [lead, ...task.cooperatingDepartmentIds.map((departmentId) => ({ departmentId }))]
  const toLead = (text = '', more = {}) => [tell(lead, event.kind as MessageKind, event, { text, ...more })]
  const toSupervisors = (text = '', more = {}) => [tell(SUPERVISORS, event.kind as MessageKind, event, { text, ...more })]
  switch (event.kind) {
    case 'claimed':
      return toSupervisors(event.payload.note)
    case 'taken_back':
      return toSupervisors(event.payload.reason)
    case 'accepted':
      return toLead(event.payload.reason, { day: event.payload.completedOn })
    case 'returned':
    case 'reopened': {
      const named = event.payload.reconfirm.map((departmentId) => ({ departmentId }))
      return [lead, ...named].map((to) => tell(to, event.kind, event, { text: event.payload.reason }))
    }
    case 'withdrawn':
      return everyone.map((to) => tell(to, 'withdrawn', event, { text: event.payload.document }))
    case 'amended':
      return everyone.map((to) => tell(to, 'amended', event, { text: citation(event.payload.document) }))
    case 'reassigned': {
      const { departments, before, document } = event.payload
      const concerned = new Set([...departments, ...before].map(({ departmentId }) => departmentId))
      return [...concerned].map((departmentId) => tell({ departmentId }, 'reassigned', event, { text: citation(document) }))
    }
    case 'confirmed':
      return confirmed(event, lead)
    case 'extension_requested':
      return toSupervisors(event.payload.reason, { day: event.payload.dueOn })
    case 'extension_approved':
      return toLead(event.payload.reason, { day: event.payload.dueOn })
    case 'extension_refused':
      return toLead(event.payload.reason)
    case 'checked':
      return toLead(event.payload.note, { count: event.payload.progress })
    case 'made_long_term':
      return everyone.map((to) => tell(to, 'made_long_term', event, { text: event.payload.document }))
    case 'stage_reported':
      return toSupervisors(event.payload.result, { count: event.payload.year })
    case 'stage_verified':
      return toLead(event.payload.note, { count: event.payload.year })
    case 'stage_returned':
      return toLead(event.payload.reason, { count: event.payload.year })
    case 'obstacle_raised':
      return [
        ...toSupervisors(event.payload.text),
        ...(event.payload.departmentId === task.leadDepartmentId ? [] : toLead(event.payload.text)),
      ]
    case 'obstacle_removed':
      return toSupervisors(event.payload.note)
    case 'commented':
      return commented(event, everyone)
    case 'referred':
    case 'reference_removed':
      return []
    case 'nudged':
    case 'noticed':
      // the nudge and the notice tell the department once for all their tasks
      return []
    case 'imported':
    case 'reported':
    case 'no_change':
    case 'evidence_added':
    case 'contacts_changed':
    case 'seen':
    case 'retracted':
      return []
  }
}

function confirmed(event: Extract<TaskEvent, { kind: 'confirmed' }>, lead: Recipient): NewMessage[] {
  const { part, note } = event.payload
  if (part === 'waiting_for_lead') return [tell(lead, 'waits_for_lead', event, { text: note })]
  return part === 'obstructed'
    ? [tell(lead, 'obstructed', event, { text: note }), tell(SUPERVISORS, 'obstructed', event, { text: note })]
    : []
}

function commented(event: Extract<TaskEvent, { kind: 'commented' }>, everyone: readonly Recipient[]): NewMessage[] {
  const { text, answers } = event.payload
  const kind = isInstruction(event) ? 'instructed' : answers === null ? 'commented' : 'answered'
  const leaders: Recipient[] = kind === 'answered' ? [{ role: 'leader' }] : []
  return [...everyone, SUPERVISORS, ...leaders].map((to) => tell(to, kind, event, { text }))
}

function tell(to: Recipient, kind: MessageKind, event: TaskEvent, words: MessageWords): NewMessage {
  const who = event.actor.departmentName ?? event.actor.name
  return { to, kind, urgent: kind === 'instructed', words: { who, ...words } }
}

/** What a step of a notice tells the other side: the supervisors of what the department does, the department of everything else. */
export function noticeMessage(step: NoticeStep, departmentId: string, words: MessageWords): NewMessage {
  const to = step === 'acknowledged' || step === 'replied' ? SUPERVISORS : { departmentId }
  return { to, kind: `notice_${step}`, urgent: step === 'issued' || step === 'returned' || step === 'voided', words }
}
