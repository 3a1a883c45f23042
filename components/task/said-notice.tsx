import { useTranslations } from 'next-intl'
import { Undo } from '@/components/task/entry-actions'
import { FocusOnNews } from '@/components/task/focus-on-news'
import type { TaskActions } from '@/components/task/task-actions'
import type { TaskView } from '@/components/task/task-view'
import { ForgetDraft } from '@/components/ui/forget-draft'
import { Notice } from '@/components/ui/notice'
import type { EventKind, TaskEvent } from '@/domain/events'
import { UNDO_MINUTES } from '@/domain/taking-back'

const MINUTE_MS = 60_000

// Forms that are gone from the page once they were carried out: their drafts must not come back with the next one.
const GONE_AFTER: Partial<Record<EventKind, readonly string[]>> = {
  claimed: ['claim'],
  taken_back: ['take-back'],
  accepted: ['accept', 'return'],
  returned: ['accept', 'return'],
  reopened: ['reopen'],
  withdrawn: ['withdraw', 'report', 'claim'],
}

/**
 * What the viewer did last, what comes next, and the way back. Read from the record and not from the form, which may be gone from the
 * page by then; so it is the same without JavaScript, and after a reload.
 */
export function SaidNotice({ task, actions }: { task: TaskView; actions: TaskActions }) {
  const t = useTranslations('done')
  const event = ownNews(task)
  return (
    <FocusOnNews token={event?.seq ?? 0}>
      {event && (
        <Notice undo={<Undo event={event} task={task} actions={actions} />}>
          {t(event.kind, { number: task.number })}
          {(GONE_AFTER[event.kind] ?? []).map((form) => (
            <ForgetDraft key={form} user={task.viewer.username} formId={`${form}-${task.number}`} />
          ))}
        </Notice>
      )}
    </FocusOnNews>
  )
}

function ownNews({ events, viewer, now, asOf, today }: TaskView): TaskEvent | null {
  const newest = events.at(-1)
  if (!newest || newest.actor.userId !== viewer.userId || asOf !== today) return null
  return Date.parse(now) - Date.parse(newest.recordedAt) <= UNDO_MINUTES * MINUTE_MS ? newest : null
}
