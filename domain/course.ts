import type { Day } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import type { Part, State } from '@/domain/words'

/**
 * Where a task stands after some of its events. `reported` is the last figure that the lead gave; `progress` the one that is shown.
 * `lastReportOn` is the day of the last report or "no change"; `lastReportSeq` the last report that had a text.
 */
export type Standing = {
  state: State
  reported: number
  progress: number
  completedOn: Day | null
  closedOn: Day | null
  claimSeq: number | null
  returnSeq: number | null
  lastReportSeq: number | null
  lastReportOn: Day | null
  parts: Readonly<Record<string, { part: Part; since: Day; note: string; seq: number }>>
  /** The deadline of the latest extension or amendment in force, and how many extensions there were (rule 3). */
  extendedTo: Day | null
  extensions: number
  /** The request that awaits a decision; it hides nothing. */
  extensionSeq: number | null
  /** What a supervisor last found on a visit, beside what the department said that day. An acceptance settles the difference. */
  checked: { progress: number; reported: number; on: Day; seq: number } | null
  /** The day on which a supervisor turned the task into a long-term one (rule 12). */
  longTermSince: Day | null
  /** Stage results by year. */
  stages: Readonly<Record<number, Stage>>
  /** What stops it, the oldest first. */
  obstacles: readonly Obstacle[]
  /** Sequence numbers of the leaders' 批示 that nobody has answered, the oldest first. */
  instructions: readonly number[]
}

export type Stage = { state: 'reported' | 'verified' | 'returned'; seq: number; on: Day }
export type Obstacle = { seq: number; departmentId: string; text: string; remover: string; since: Day }

export const AT_THE_START: Standing = {
  state: 'not_started',
  reported: 0,
  progress: 0,
  completedOn: null,
  closedOn: null,
  claimSeq: null,
  returnSeq: null,
  lastReportSeq: null,
  lastReportOn: null,
  parts: {},
  extendedTo: null,
  extensions: 0,
  extensionSeq: null,
  checked: null,
  longTermSince: null,
  stages: {},
  obstacles: [],
  instructions: [],
}

export const isOpen = (state: State): boolean => state !== 'closed' && state !== 'withdrawn'

/** One step of the fold: the standing after `event`, or null where the event is not legal at that point (domain.md, States; rule 5). */
export function step(at: Standing, event: TaskEvent): Standing | null {
  const next = move(at, event)
  return next && { ...next, progress: shownProgress(next, at) }
}

function move(at: Standing, event: TaskEvent): Standing | null {
  const claimed = at.state === 'claimed'
  switch (event.kind) {
    case 'reported':
      return isOpen(at.state) ? { ...withReport(at, event), state: claimed ? 'claimed' : 'in_progress' } : null
    case 'no_change':
      return isOpen(at.state) ? { ...at, lastReportOn: event.effectiveOn } : null
    case 'confirmed': {
      const { departmentId, part, note } = event.payload
      return isOpen(at.state)
        ? { ...at, parts: { ...at.parts, [departmentId]: { part, note, since: event.effectiveOn, seq: event.seq } } }
        : null
    }
    case 'claimed':
      return isOpen(at.state) && !claimed
        ? { ...at, state: 'claimed', completedOn: event.effectiveOn, claimSeq: event.seq, returnSeq: null }
        : null
    case 'taken_back':
      return claimed ? backInProgress(at) : null
    case 'returned':
      return claimed ? { ...backInProgress(at), returnSeq: event.seq, parts: reset(at.parts, event.payload.reconfirm, event) } : null
    case 'accepted':
      return claimed
        ? {
            ...at,
            state: 'closed',
            completedOn: event.payload.completedOn,
            closedOn: event.effectiveOn,
            extensionSeq: null,
            checked: settled(at.checked),
          }
        : null
    case 'reopened':
      return at.state === 'closed' ? { ...backInProgress(at), parts: reset(at.parts, event.payload.reconfirm, event) } : null
    case 'withdrawn':
      return isOpen(at.state) ? { ...at, state: 'withdrawn', completedOn: null, claimSeq: null, returnSeq: null, extensionSeq: null } : null
    case 'amended':
      return at.state === 'withdrawn' ? null : withDeadline(at, event)
    case 'extension_requested':
      return isOpen(at.state) && at.longTermSince === null ? { ...at, extensionSeq: event.seq } : null
    case 'extension_approved':
      return at.extensionSeq === event.payload.requestSeq
        ? { ...at, extensionSeq: null, extendedTo: event.payload.dueOn, extensions: at.extensions + 1 }
        : null
    case 'extension_refused':
      return at.extensionSeq === event.payload.requestSeq ? { ...at, extensionSeq: null } : null
    case 'checked':
      return at.state === 'withdrawn'
        ? null
        : { ...at, checked: { progress: event.payload.progress, reported: at.progress, on: event.effectiveOn, seq: event.seq } }
    case 'made_long_term':
      return isOpen(at.state) && !claimed && at.longTermSince === null
        ? { ...at, longTermSince: event.effectiveOn, extensionSeq: null }
        : null
    case 'stage_reported':
      return isOpen(at.state) && at.stages[event.payload.year]?.state !== 'verified'
        ? { ...withStage(at, event, 'reported'), lastReportOn: event.effectiveOn }
        : null
    case 'stage_verified':
    case 'stage_returned': {
      const stage = at.stages[event.payload.year]
      const stands = stage?.state === 'reported' && stage.seq === event.payload.reportSeq
      return stands ? withStage(at, event, event.kind === 'stage_verified' ? 'verified' : 'returned') : null
    }
    case 'obstacle_raised': {
      const { departmentId, text, remover } = event.payload
      const obstacle = { seq: event.seq, departmentId, text, remover, since: event.effectiveOn }
      return isOpen(at.state) ? { ...at, obstacles: [...at.obstacles, obstacle] } : null
    }
    case 'obstacle_removed': {
      const rest = at.obstacles.filter(({ seq }) => seq !== event.payload.raisedSeq)
      return rest.length < at.obstacles.length ? { ...at, obstacles: rest } : null
    }
    case 'commented':
      return { ...at, instructions: instructionsAfter(at.instructions, event) }
    case 'imported':
    case 'reassigned':
    case 'referred':
    case 'reference_removed':
    case 'evidence_added':
    case 'nudged':
    case 'noticed':
    case 'contacts_changed':
    case 'seen':
    case 'retracted':
      return at
  }
}

const withReport = (at: Standing, event: Extract<TaskEvent, { kind: 'reported' }>): Standing => ({
  ...at,
  reported: event.payload.progress,
  lastReportSeq: event.seq,
  lastReportOn: event.effectiveOn,
})

function withDeadline(at: Standing, event: Extract<TaskEvent, { kind: 'amended' }>): Standing {
  const { deadline } = event.payload.changes
  if (!deadline) return at
  const { dueOn } = deadline.to
  return dueOn === null
    ? { ...at, longTermSince: event.effectiveOn, extensionSeq: null }
    : { ...at, longTermSince: null, extendedTo: dueOn }
}

type StageEvent = Extract<TaskEvent, { kind: 'stage_reported' | 'stage_verified' | 'stage_returned' }>

const withStage = (at: Standing, event: StageEvent, state: Stage['state']): Standing => ({
  ...at,
  stages: { ...at.stages, [event.payload.year]: { state, seq: event.seq, on: event.effectiveOn } },
})

/** A leader's comment that answers none is a 批示, and stands until one answers it. */
export const isInstruction = (event: TaskEvent): boolean =>
  event.kind === 'commented' && event.actor.role === 'leader' && event.payload.answers === null

function instructionsAfter(open: readonly number[], event: Extract<TaskEvent, { kind: 'commented' }>): readonly number[] {
  if (isInstruction(event)) return [...open, event.seq]
  return open.filter((seq) => seq !== event.payload.answers)
}

const settled = (checked: Standing['checked']): Standing['checked'] => checked && { ...checked, reported: checked.progress }

/**
 * By how many points a department said more than a supervisor found: what it said on the day of the visit counts, or what it says now if
 * that is less. Work done since the visit is no gap. 0 without a check, and once an acceptance has settled it.
 */
export const gapOf = ({ checked, progress, state }: Pick<Standing, 'checked' | 'progress' | 'state'>): number =>
  checked === null || state === 'withdrawn' ? 0 : Math.max(0, Math.min(checked.reported, progress) - checked.progress)

const backInProgress = (at: Standing): Standing => ({
  ...at,
  state: 'in_progress',
  completedOn: null,
  closedOn: null,
  claimSeq: null,
  returnSeq: null,
})

function reset(parts: Standing['parts'], departments: readonly string[], event: TaskEvent): Standing['parts'] {
  const fresh = departments.map((id) => [id, { part: 'none', since: event.effectiveOn, note: '', seq: event.seq }] as const)
  return { ...parts, ...Object.fromEntries(fresh) }
}

// Claimed and closed show 100; withdrawal keeps what was shown; everything else shows the last reported figure (rule 5).
function shownProgress(next: Standing, before: Standing): number {
  if (next.state === 'claimed' || next.state === 'closed') return 100
  return next.state === 'withdrawn' ? before.progress : next.reported
}

/** Walks events that are already in fold order. `collides` is the first event that is not legal where it stands. */
export function walk(ordered: readonly TaskEvent[]): { standing: Standing } | { collides: TaskEvent } {
  let standing = AT_THE_START
  for (const event of ordered) {
    const next = step(standing, event)
    if (!next) return { collides: event }
    standing = next
  }
  return { standing }
}

/** The standing at the end of `day`, inclusive. The events must be legal. */
export function standingOn(ordered: readonly TaskEvent[], day: Day): Standing {
  const result = walk(ordered.filter((event) => event.effectiveOn <= day))
  if ('collides' in result) throw new Error(`event ${result.collides.seq} (${result.collides.kind}) is not legal in its place`)
  return result.standing
}
