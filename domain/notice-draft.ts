// Whether a notice may be issued as it is drafted (domain.md, Words; rule 17).

import type { Day } from '@/domain/calendar'
import type { SignOff } from '@/domain/events'
import type { NoticeColour } from '@/domain/notices'
import { canDecide, type Viewer } from '@/domain/permissions'
import { numberText, planOf } from '@/domain/task-number'
import type { State } from '@/domain/words'

/** More tasks than that make no notice that anyone would read. */
export const NOTICE_TASKS_MAX = 50

/** A notice to one department about one or several of its tasks in one plan, whose mark and number it carries. `replyBy` is the last day of the reply, inclusive. */
export type NoticeDraft = {
  departmentId: string
  numbers: readonly number[]
  colour: NoticeColour
  demand: string
  replyBy: Day
  signOff: SignOff | null
}

export type DraftRefusal = {
  refused:
    | 'not-permitted'
    | 'tasks-required'
    | 'notice-one-plan'
    | 'notice-too-many-tasks'
    | 'unknown-department'
    | 'notice-task-not-open'
    | 'demand-required'
    | 'reply-by-past'
    | 'red-sign-off'
    | 'sign-off-required'
    | 'day-in-future'
  field?: string
  values?: { number: string }
}

type Task = { number: number; state: State; duties: readonly { departmentId: string }[] }

/** Why it may not be issued on `today`; null if it may. `tasks` are those that it names, as they stand. */
export function refusedDraft(draft: NoticeDraft, tasks: readonly Task[], viewer: Viewer, today: Day): DraftRefusal | null {
  if (!canDecide(viewer)) return { refused: 'not-permitted' }
  if (tasks.length === 0) return { refused: 'tasks-required' }
  if (new Set(tasks.map(({ number }) => planOf(number))).size > 1) return { refused: 'notice-one-plan' }
  if (!tasks.every((task) => task.duties.some((duty) => duty.departmentId === draft.departmentId))) return { refused: 'unknown-department' }
  const done = tasks.find(({ state }) => state === 'closed' || state === 'withdrawn')
  if (done) return { refused: 'notice-task-not-open', values: { number: numberText(done.number) } }
  if (!draft.demand.trim()) return { refused: 'demand-required', field: 'demand' }
  if (draft.replyBy < today) return { refused: 'reply-by-past', field: 'replyBy' }
  return refusedSignOff(draft, today)
}

function refusedSignOff({ colour, signOff }: NoticeDraft, today: Day): DraftRefusal | null {
  if (signOff === null) return colour === 'red' ? { refused: 'red-sign-off', field: 'signOffName' } : null
  if (!signOff.name.trim()) return { refused: 'sign-off-required', field: 'signOffName' }
  if (!signOff.post.trim()) return { refused: 'sign-off-required', field: 'signOffPost' }
  return signOff.on > today ? { refused: 'day-in-future', field: 'signOffOn' } : null
}
