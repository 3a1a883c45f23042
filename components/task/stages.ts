// What a long-term task owes each year and what it has given (rule 12), as its page shows it.
import type { EventOf } from '@/components/task/event-sentence'
import { isLongTerm, type TaskView } from '@/components/task/task-view'
import type { Stage } from '@/domain/course'
import { firstStageYear, missingStageYears } from '@/domain/periods'

/** `missing`: the year is over and nothing stands; `open`: the year is not over yet. */
export type StageRow = {
  year: number
  state: Stage['state'] | 'missing' | 'open'
  report: EventOf<'stage_reported'> | null
  decision: EventOf<'stage_verified' | 'stage_returned'> | null
}

type Staged = Pick<TaskView, 'start' | 'standing' | 'deadline' | 'asOf' | 'events'>

/** Year by year, the latest first; empty for a task with a deadline. */
export function stageRows(task: Staged): StageRow[] {
  if (!isLongTerm(task)) return []
  const { start, standing, asOf } = task
  const first = firstStageYear(start, standing.longTermSince)
  const current = Number(asOf.slice(0, 4))
  return Array.from({ length: Math.max(0, current - first + 1) }, (_, index) => stageRow(task, current - index, current))
}

function stageRow({ standing, events }: Staged, year: number, current: number): StageRow {
  const stage = standing.stages[year]
  if (!stage) return { year, state: year < current ? 'missing' : 'open', report: null, decision: null }
  const last = events.find(({ seq }) => seq === stage.seq)
  const decision = last?.kind === 'stage_verified' || last?.kind === 'stage_returned' ? last : null
  const reportSeq = decision ? decision.payload.reportSeq : stage.seq
  const report = events.find(({ seq }) => seq === reportSeq)
  return { year, state: stage.state, report: report?.kind === 'stage_reported' ? report : null, decision }
}

/** The years that are over without a stage result, ascending; none for a task with a deadline. */
export const missingYears = (task: Staged): number[] => (isLongTerm(task) ? missingStageYears(task.start, task.standing, task.asOf) : [])

/** The years that may be reported now: those that are missing first, ascending; what is verified stays as it is. */
export function stageYears(task: Staged): { year: number; state: StageRow['state'] }[] {
  const missing = missingYears(task)
  const rows = stageRows(task).filter(({ state }) => state !== 'verified')
  const rank = ({ year }: StageRow): number => (missing.includes(year) ? 0 : 1)
  return rows.sort((a, b) => rank(a) - rank(b) || a.year - b.year).map(({ year, state }) => ({ year, state }))
}

/** The stage result that a supervisor has to decide on, the oldest year first; null if none waits. */
export const waitingStage = (task: Staged): EventOf<'stage_reported'> | null =>
  stageRows(task).findLast(({ state }) => state === 'reported')?.report ?? null
