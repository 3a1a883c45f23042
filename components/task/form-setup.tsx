import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { EventSentence } from '@/components/task/event-sentence'
import type { About } from '@/components/task/forms/task-form'
import { namesOf } from '@/components/task/history-section'
import type { TaskView } from '@/components/task/task-view'
import { dutyEvents, versionOf } from '@/domain/events'

/** The hidden fields of a form, with an id of its own each time it is drawn; null where the form names its event. */
export const about = (task: TaskView, version: number | null = task.version): About => ({
  number: task.number,
  version,
  formId: randomUUID(),
})

/** What was recorded last that can make a form stale: in the task's own course, or about one department's part. */
export function latestSentence(task: TaskView, departmentId?: string): ReactNode {
  const seq = departmentId === undefined ? versionOf(task.events) : Math.max(...dutyEvents(task.events, departmentId))
  const event = task.events.find((other) => other.seq === seq)
  return event && <EventSentence event={event} names={namesOf(task)} />
}
