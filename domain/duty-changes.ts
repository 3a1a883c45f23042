// What documents change of a task, and which task it refers to (domain.md, rules 3 and 18). Pure; workflow.ts admits what is drafted here.
import type { Day } from '@/domain/calendar'
import type { Command, Refusal, Situation } from '@/domain/commands'
import { isOpen, standingOn } from '@/domain/course'
import type { DocumentRef } from '@/domain/document-ref'
import { type Amendments, type Assigned, inForce, type NewEvent, type TaskEvent } from '@/domain/events'
import { canActAsLead, canDecide } from '@/domain/permissions'
import { no, own } from '@/domain/workflow'

const DUTY_CHANGES = ['amend', 'reassign', 'refer', 'remove_reference'] as const
export type DutyChange = Extract<Command, { do: (typeof DUTY_CHANGES)[number] }>
type Of<K extends DutyChange['do']> = Extract<Command, { do: K }>

export const isDutyChange = (command: Command): command is DutyChange => (DUTY_CHANGES as readonly string[]).includes(command.do)

export function draftDutyChange(command: DutyChange, at: Situation): NewEvent | Refusal {
  switch (command.do) {
    case 'amend':
      return amend(command, at)
    case 'reassign':
      return reassign(command, at)
    case 'refer':
      return refer(command, at)
    case 'remove_reference': {
      if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
      const stands = referencesIn(at.events).some(({ seq }) => seq === command.referredSeq)
      return stands ? own('reference_removed', { referredSeq: command.referredSeq }, at.today) : no('no-reference')
    }
  }
}

/**
 * What a document says anew of a task that is not withdrawn. It takes effect on a day from the document's own to today, both inclusive, not
 * before the amendment before it, so that amendments hold in the order in which they were recorded. It is never undone or corrected: a
 * further document changes it again.
 */
function amend({ document, changes, on }: Of<'amend'>, at: Situation): NewEvent | Refusal {
  if (!canDecide(at.viewer)) return no('not-permitted')
  const fault = documentFault(document, at.today)
  if (fault) return fault
  if (!isChange(changes)) return no('nothing-changed', 'changes')
  if (on < document.on) return no('before-document', 'on')
  const { state } = standingOn(inForce(at.events), at.today)
  if (state === 'withdrawn') return no('wrong-state')
  const earlier = amendmentsIn(at.events).at(-1)
  if (earlier && on < earlier.effectiveOn) return { ...no('before-latest-change', 'on'), seq: earlier.seq }
  // what is never finally completed cannot have been completed, or be about to be (rule 12)
  if (changes.deadline?.to.dueOn === null && (!isOpen(state) || state === 'claimed')) return no('wrong-state')
  return own('amended', { document: trimmed(document), changes }, on)
}

/** Who is responsible from today on, the lead first, for a withdrawn task too: somebody must answer for what was. It is never undone or corrected: a further document changes it again. */
function reassign({ document, departments, before }: Of<'reassign'>, at: Situation): NewEvent | Refusal {
  if (!canDecide(at.viewer)) return no('not-permitted')
  const fault = documentFault(document, at.today)
  if (fault) return fault
  const leads = departments.filter(({ role }) => role === 'lead')
  if (leads.length !== 1) return no('one-lead', 'departments')
  if (new Set(departments.map(({ departmentId }) => departmentId)).size < departments.length) return no('department-twice', 'departments')
  if (sameDuties(departments, before)) return no('nothing-changed', 'departments')
  const cooperating = departments.filter(({ role }) => role === 'cooperating')
  return own('reassigned', { document: trimmed(document), departments: [...leads, ...cooperating], before }, at.today)
}

function refer({ taskId, note }: Of<'refer'>, at: Situation): NewEvent | Refusal {
  if (!canActAsLead(at.viewer, at.responsible)) return no('not-permitted')
  if (referencesIn(at.events).some(({ payload }) => payload.taskId === taskId)) return no('referred-already', 'number')
  return own('referred', { taskId, note: note.trim() }, at.today)
}

/** What is wrong with a document that is cited; null if nothing is. Its number may be empty. */
export function documentFault({ title, on }: DocumentRef, today: Day): Refusal | null {
  if (!title.trim()) return no('document-required', 'documentTitle')
  return on > today ? no('day-in-future', 'documentOn') : null
}

/** The same departments in the same roles; in which order the cooperating ones are named does not matter. */
export function sameDuties<T extends Pick<Assigned, 'role'> & ({ departmentId: string } | { name: string })>(
  a: readonly T[],
  b: readonly T[],
): boolean {
  const keys = (all: readonly T[]) => all.map((one) => `${'departmentId' in one ? one.departmentId : one.name} ${one.role}`).sort()
  return a.length === b.length && keys(a).join('\n') === keys(b).join('\n')
}

/** The amendments that hold, in the order in which they were recorded, which is that of their effective days. */
export const amendmentsIn = (events: readonly TaskEvent[]): Extract<TaskEvent, { kind: 'amended' }>[] =>
  inForce(events).flatMap((event) => (event.kind === 'amended' ? [event] : []))

/** The references to other tasks that stand. */
export function referencesIn(events: readonly TaskEvent[]): Extract<TaskEvent, { kind: 'referred' }>[] {
  const valid = inForce(events)
  const removed = new Set(valid.flatMap((event) => (event.kind === 'reference_removed' ? [event.payload.referredSeq] : [])))
  return valid.flatMap((event) => (event.kind === 'referred' && !removed.has(event.seq) ? [event] : []))
}

const isChange = (changes: Amendments): boolean =>
  Object.values(changes).some((change) => change !== undefined && JSON.stringify(change.from) !== JSON.stringify(change.to))

const trimmed = ({ title, number, on }: DocumentRef): DocumentRef => ({ title: title.trim(), number: number.trim(), on })
