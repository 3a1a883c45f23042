import type { Day, Instant } from '@/domain/calendar'
import type { Contacts, SignOff, TaskEvent } from '@/domain/events'
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
  | 'collides'
  | 'text-required'
  | 'source-required'
  | 'reason-required'
  | 'document-required'
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
