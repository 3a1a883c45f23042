import { addDays, type Day, FOREVER, laterOf } from '@/domain/calendar'
import { AT_THE_START, gapOf, isOpen, type Standing, step } from '@/domain/course'
import { isLateEntry } from '@/domain/entry-kind'
import { inForce, type TaskEvent } from '@/domain/events'
import { firstDayBehind } from '@/domain/expected-progress'
import type { Part, State } from '@/domain/words'

/** A plan's settings: points behind expected progress, days ahead of the deadline (rule 4), days after which an entry is late (rule 7). */
export type Thresholds = { behindPoints: number; dueSoonDays: number; lateEntryDays: number }

/** What the fold needs to know of a task besides its events. `start` is the plan's first day or the day it was added, the later one. */
export type TaskFacts = { start: Day; issuedDueOn: Day | null; thresholds: Thresholds }

/**
 * A stretch of days on which nothing about a task changes: `validFrom` inclusive, `validTo` exclusive. The turning days say from when on
 * a light or list holds within it; null means never. They let any list of any day be a comparison of days.
 */
export type Period = {
  validFrom: Day
  validTo: Day
  state: State
  progress: number
  completedOn: Day | null
  closedOn: Day | null
  issuedDueOn: Day | null
  approvedDueOn: Day | null
  claimSeq: number | null
  returnSeq: number | null
  lastReportSeq: number | null
  lastReportOn: Day | null
  /** The claim that this completion rests on was entered late (rule 8). */
  lateEntered: boolean
  dueSoonFrom: Day | null
  behindFrom: Day | null
  overdueIssuedFrom: Day | null
  overdueApprovedFrom: Day | null
  /** Approved extensions so far, and the request that awaits a decision. */
  extensions: number
  extensionSeq: number | null
  checkedProgress: number | null
  checkedSeq: number | null
  /** Points by which the department had said more than was found on the last visit. */
  gap: number
  /** Open obstacles; 0 once the task is closed or withdrawn. */
  obstacles: number
  /** Unanswered 批示, in whatever state the task is. */
  instructions: number
  /** Departments whose part is done, as `,d02,d05,`: what is not in it is waited for. */
  confirmed: string
  /** Departments that wait for the lead, likewise. */
  waiting: string
  /** The stage result that awaits verification, the oldest year first. */
  stageSeq: number | null
  /** 1 January after the first year without a stage result; null for tasks with a deadline (rule 12). */
  stageMissingFrom: Day | null
}

/** The fold of a task's events as periods, from the day the task exists to the end of time. The events must be legal. */
export function periodsOf(facts: TaskFacts, events: readonly TaskEvent[]): Period[] {
  const periods: Period[] = []
  let standing = AT_THE_START
  const ordered = inForce(events)
  ordered.forEach((event, index) => {
    const next = step(standing, event)
    if (!next) throw new Error(`event ${event.seq} (${event.kind}) is not legal in its place`)
    standing = next
    const until = ordered[index + 1]?.effectiveOn ?? FOREVER
    if (until === event.effectiveOn) return
    append(periods, { validFrom: laterOf(event.effectiveOn, facts.start), validTo: until, ...describe(facts, standing, events) })
  })
  return periods
}

function append(periods: Period[], period: Period): void {
  const last = periods.at(-1)
  if (last && sameMatter(last, period)) last.validTo = period.validTo
  else periods.push(period)
}

function sameMatter(a: Period, b: Period): boolean {
  return (Object.keys(a) as (keyof Period)[]).every((key) => key === 'validFrom' || key === 'validTo' || a[key] === b[key])
}

function describe(facts: TaskFacts, standing: Standing, events: readonly TaskEvent[]): Omit<Period, 'validFrom' | 'validTo'> {
  const { state, progress, completedOn, closedOn, claimSeq, returnSeq, lastReportSeq, lastReportOn } = standing
  const approvedDueOn = dueOnOf(facts, standing)
  const isLongTerm = approvedDueOn === null
  const issuedDueOn = isLongTerm ? null : facts.issuedDueOn
  const claim = events.find((event) => event.seq === claimSeq)
  const open = isOpen(state)
  const waiting = open && state !== 'claimed'
  return {
    state,
    progress,
    completedOn,
    closedOn,
    claimSeq,
    returnSeq,
    lastReportSeq,
    lastReportOn,
    issuedDueOn,
    approvedDueOn,
    lateEntered: claim !== undefined && isLateEntry(claim.effectiveOn, claim.recordedAt, facts.thresholds.lateEntryDays),
    dueSoonFrom: open && approvedDueOn ? addDays(approvedDueOn, -facts.thresholds.dueSoonDays) : null,
    behindFrom: waiting ? firstDayBehind(facts.start, approvedDueOn, progress, facts.thresholds.behindPoints) : null,
    overdueIssuedFrom: overdueFrom(standing, issuedDueOn),
    overdueApprovedFrom: overdueFrom(standing, approvedDueOn),
    extensions: standing.extensions,
    extensionSeq: standing.extensionSeq,
    checkedProgress: standing.checked?.progress ?? null,
    checkedSeq: standing.checked?.seq ?? null,
    gap: gapOf(standing),
    obstacles: open ? standing.obstacles.length : 0,
    instructions: standing.instructions.length,
    confirmed: withPart(standing.parts, 'done'),
    waiting: withPart(standing.parts, 'waiting_for_lead'),
    stageSeq: open ? oldestWaiting(standing.stages) : null,
    stageMissingFrom: isLongTerm && open ? stageMissingFrom(facts, standing) : null,
  }
}

/** The deadline in force: the latest extension or amendment, else the one issued; null for a long-term task (rules 3 and 12). */
export const dueOnOf = ({ issuedDueOn }: Pick<TaskFacts, 'issuedDueOn'>, { extendedTo, longTermSince }: Standing): Day | null =>
  longTermSince === null ? (extendedTo ?? issuedDueOn) : null

const withPart = (parts: Standing['parts'], wanted: Part): string => {
  const own = Object.keys(parts).filter((id) => parts[id]?.part === wanted)
  return own.length === 0 ? ',' : `,${own.sort().join(',')},`
}

function oldestWaiting(stages: Standing['stages']): number | null {
  const waiting = Object.keys(stages).find((year) => stages[Number(year)]?.state === 'reported')
  return waiting === undefined ? null : (stages[Number(waiting)]?.seq ?? null)
}

function stageMissingFrom(facts: TaskFacts, standing: Standing): Day {
  let year = firstStageYear(facts.start, standing.longTermSince)
  while (isGiven(standing.stages[year])) year++
  return `${year + 1}-01-01`
}

const isGiven = (stage: Standing['stages'][number] | undefined): boolean => stage?.state === 'reported' || stage?.state === 'verified'

/** The first year of which a long-term task owes a stage result: that in which it entered the plan or became long-term. */
export const firstStageYear = (start: Day, longTermSince: Day | null): number => Number((longTermSince ?? start).slice(0, 4))

/** The years before that of `day` without a stage result, ascending: listed from 1 January, never overdue (rule 12). */
export function missingStageYears(start: Day, standing: Pick<Standing, 'longTermSince' | 'stages'>, day: Day): number[] {
  const first = firstStageYear(start, standing.longTermSince)
  const years = Array.from({ length: Math.max(0, Number(day.slice(0, 4)) - first) }, (_, index) => first + index)
  return years.filter((year) => !isGiven(standing.stages[year]))
}

// Rule 2: an open task from the day after its deadline; a claimed one only if its completion day lay after the deadline.
function overdueFrom({ state, completedOn }: Standing, dueOn: Day | null): Day | null {
  if (dueOn === null || !isOpen(state)) return null
  if (state === 'claimed' && completedOn !== null && completedOn <= dueOn) return null
  return addDays(dueOn, 1)
}
