import { randomUUID } from 'node:crypto'
import type { ReactNode } from 'react'
import { EventSentence } from '@/components/task/event-sentence'
import type { About } from '@/components/task/forms/task-form'
import { namesOf } from '@/components/task/history-section'
import type { TaskView } from '@/components/task/task-view'
import { isSideNote, type TaskEvent } from '@/domain/events'

/** The hidden fields of a form, with an id of its own each time it is drawn; null where the form names its event. */
export const about = (task: TaskView, version: number | null = task.version): About => ({
  number: task.number,
  version,
  formId: randomUUID(),
})

/** What was recorded last that can make a form stale: in the task's own course, or about one department's part. */
export function latestSentence(task: TaskView, departmentId?: string): ReactNode {
  const event = task.events.findLast(departmentId === undefined ? (other) => !isSideNote(other) : (other) => touches(other, departmentId))
  return event && <EventSentence event={event} names={namesOf(task)} />
}

function touches(event: TaskEvent, departmentId: string): boolean {
  if (event.kind === 'confirmed') return event.payload.departmentId === departmentId
  return event.kind === 'retracted' || (event.kind === 'returned' && event.payload.reconfirm.includes(departmentId))
}
