import type { Day, Instant } from '@/domain/calendar'
import type { DocumentRef } from '@/domain/document-ref'
import type { Amendments, Assigned, Contacts, SignOff, TaskEvent } from '@/domain/events'
import type { TaskFacts } from '@/domain/periods'
import type { Responsible, Viewer } from '@/domain/permissions'
import type { Evidence, Part } from '@/domain/words'

/** `on` is the day it happened. `source` says where a supervisor had it from; it is empty when a department writes for itself. */
export type Command =
  | { do: 'report'; progress: number; done: string; problems: string; nextStep: string; on: Day; source: string }
  | { do: 'no_change'; on: Day; source: string }
  | { do: 'confirm'; departmentId: string; part: Exclude<Part, 'none'>; note: string; on: Day; source: string }
  | { do: 'claim'; on: Day; note: string; evidence: Evidence | null; unconfirmedReason: string; signOff: SignOff | null; source: string }
  | { do: 'take_back'; reason: string; source: string }
  | { do: 'accept'; completedOn: Day; reason: string; on: Day }
  | { do: 'return'; reason: string; reconfirm: string[]; on: Day }
  | { do: 'reopen'; reason: string; reconfirm: string[] }
  | { do: 'withdraw'; document: string; reason: string }
  | { do: 'amend'; document: DocumentRef; changes: Amendments; on: Day }
  | { do: 'reassign'; document: DocumentRef; departments: Assigned[]; before: Assigned[] }
  | { do: 'refer'; taskId: string; note: string }
  | { do: 'remove_reference'; referredSeq: number }
  | { do: 'request_extension'; dueOn: Day; reason: string; evidence: Evidence | null; on: Day; source: string }
  | { do: 'approve_extension'; requestSeq: number; dueOn: Day; reason: string; on: Day }
  | { do: 'refuse_extension'; requestSeq: number; reason: string }
  | { do: 'check'; progress: number; note: string; evidence: Evidence | null; on: Day; reopen: boolean }
  | { do: 'make_long_term'; document: string; reason: string }
  | { do: 'report_stage'; year: number; result: string; evidence: Evidence | null; on: Day; source: string }
  | { do: 'verify_stage'; reportSeq: number; note: string }
  | { do: 'return_stage'; reportSeq: number; reason: string }
  | { do: 'raise_obstacle'; departmentId: string; text: string; remover: string; on: Day; source: string }
  | { do: 'remove_obstacle'; raisedSeq: number; note: string; on: Day; source: string }
  | { do: 'comment'; text: string; answers: number | null; source: string }
  | { do: 'add_evidence'; evidence: Evidence; note: string }
  | ({ do: 'edit_contacts'; departmentId: string } & Contacts)
  | { do: 'mark_seen'; seqs: number[] }
  | { do: 'undo'; seq: number }
  | { do: 'correct'; seq: number; reason: string; replacement: Command }

export type PlanRules = { firstDay: Day; openedOn: Day; lateEntryDays: number; signOffRequired: boolean }

/** Everything that a decision rests on. `events` are all of the task's, as recorded. */
export type Situation = {
  viewer: Viewer
  responsible: Responsible
  plan: PlanRules
  facts: TaskFacts
  events: readonly TaskEvent[]
  today: Day
  now: Instant
}

export type RefusalCode =
  | 'not-permitted'
  | 'stale'
  | 'read-only'
  | 'day-in-future'
  | 'day-before-plan'
  | 'before-latest-change'
  | 'wrong-state'
  | 'long-term'
  | 'not-long-term'
  | 'stage-year'
  | 'deadline-not-later'
  | 'before-request'
  | 'before-obstacle'
  | 'nothing-to-answer'
  | 'checked-out-of-range'
  | 'nudged-today'
  | 'nobody-to-nudge'
  | 'nudge-too-many'
  | 'collides'
  | 'text-required'
  | 'source-required'
  | 'reason-required'
  | 'document-required'
  | 'before-document'
  | 'one-lead'
  | 'department-twice'
  | 'nothing-changed'
  | 'referred-already'
  | 'no-reference'
  | 'refers-to-itself'
  | 'unknown-task'
  | 'same-title'
  | 'cancelled'
  | 'empty-table'
  | 'department-ended'
  | 'name-taken'
  | 'same-department'
  | 'alias-is-department'
  | 'progress-out-of-range'
  | 'parts-unconfirmed'
  | 'evidence-required'
  | 'sign-off-required'
  | 'completion-before-claim'
  | 'completion-after-decision'
  | 'decided-today-only'
  | 'unknown-department'
  | 'undo-not-yours'
  | 'undo-not-latest'
  | 'undo-too-late'
  | 'undo-corrected'
  | 'not-correctable'

/** Why a command was not carried out: `field` is the command's field at fault, `seq` the event it collides with. */
export type Refusal = { refused: RefusalCode; field?: string; seq?: number; departmentIds?: string[] }
