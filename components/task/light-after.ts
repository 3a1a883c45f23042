import type { TaskView } from '@/components/task/task-view'
import type { Day } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { daysLate, lightOn } from '@/domain/light'
import { periodsOf } from '@/domain/periods'
import type { Light } from '@/domain/words'
import { actorOf, nextSeq } from '@/domain/workflow'

type Asked = { requestSeq: number; dueOn: Day }

/** The light today, and the days late by the approved deadline, if this extension were approved as asked, effective today. */
export function lightAfter(task: TaskView, { requestSeq, dueOn }: Asked): { light: Light; daysLate: number } {
  const { today, now, viewer } = task
  const approval: TaskEvent = {
    kind: 'extension_approved',
    payload: { requestSeq, dueOn, reason: '' },
    effectiveOn: today,
    onBehalf: null,
    seq: nextSeq(task.events),
    recordedAt: now,
    actor: actorOf(viewer),
  }
  const facts = { start: task.start, issuedDueOn: task.deadline.issuedDueOn, thresholds: task.plan }
  const period = periodsOf(facts, [...task.events, approval]).find(({ validFrom, validTo }) => validFrom <= today && today < validTo)
  if (!period) throw new Error(`task ${task.number} has no period on ${today}`)
  return { light: lightOn(period, today), daysLate: daysLate(period, 'approved', today) }
}
