// From commands to events: what may happen to a task, when, and by whom (domain.md, rules 5-8 and 14-17; States).
// Pure: the caller brings the situation and appends what comes back. A refusal is a value.
import { type Day, daysBetween } from '@/domain/calendar'
import type { Command, Refusal, RefusalCode, Situation } from '@/domain/commands'
import { AT_THE_START, type Standing, step, walk } from '@/domain/course'
import { type CourseCommand, draftCourse } from '@/domain/course-commands'
import { type DutyChange, draftDutyChange, isDutyChange } from '@/domain/duty-changes'
import { type Actor, type EventKind, inForce, type NewEvent, type OnBehalf, type TaskEvent } from '@/domain/events'
import { actsOnBehalf, type Viewer } from '@/domain/permissions'
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

function draft(command: CourseCommand | DutyChange | Exclude<SupervisionCommand, { do: 'check' }>, at: Situation): NewEvent | Refusal {
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

/** The claim that awaits a decision at the end of the known history; null if there is none. */
export function standingClaim(at: Pick<Situation, 'events'>): TaskEvent | null {
  const result = walk(inForce(at.events))
  const seq = 'standing' in result && result.standing.state === 'claimed' ? result.standing.claimSeq : null
  return at.events.find((event) => event.seq === seq) ?? null
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
