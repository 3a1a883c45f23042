import { randomUUID } from 'node:crypto'
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EventSentence } from '@/components/task/event-sentence'
import type { About } from '@/components/task/forms/task-form'
import { namesOf } from '@/components/task/history-section'
import { type OpenForms, openForms } from '@/components/task/open-forms'
import { responsible, type TaskView } from '@/components/task/task-view'
import { dutyEvents, versionOf } from '@/domain/events'
import { actsOnBehalf, canActAsLead } from '@/domain/permissions'

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

type LeadSetup = {
  forms: OpenForms
  /** A supervisor writes down what the lead told him: the forms name the department, and ask for the source. */
  behalf: boolean
  source: '' | undefined
  shared: { user: string; latest: ReactNode }
  titled: (word: string) => string
}

/** What all forms of the lead share; null for those who may not act as the lead. */
export function useLeadSetup(task: TaskView): LeadSetup | null {
  const t = useTranslations('forms.task')
  const { viewer, lead } = task
  if (!canActAsLead(viewer, responsible(task))) return null
  const behalf = actsOnBehalf(viewer)
  return {
    forms: openForms(task),
    behalf,
    source: behalf ? '' : undefined,
    shared: { user: viewer.username, latest: latestSentence(task) },
    titled: (word) => (behalf ? `${word} · ${t('behalf', { department: lead.department })}` : word),
  }
}
