import { useTranslations } from 'next-intl'
import { Undo } from '@/components/task/entry-actions'
import { FocusOnNews } from '@/components/task/focus-on-news'
import type { TaskActions } from '@/components/task/task-actions'
import type { TaskView } from '@/components/task/task-view'
import { ForgetDraft } from '@/components/ui/forget-draft'
import { Notice } from '@/components/ui/notice'
import { isInstruction } from '@/domain/course'
import type { EventKind, TaskEvent } from '@/domain/events'
import { UNDO_MINUTES } from '@/domain/taking-back'
import { numberText } from '@/domain/task-number'

const MINUTE_MS = 60_000

// Forms that are gone from the page once they were carried out: their drafts must not come back with the next one.
const GONE_AFTER: Partial<Record<EventKind, readonly string[]>> = {
  claimed: ['claim'],
  taken_back: ['take-back'],
  accepted: ['accept', 'return'],
  returned: ['accept', 'return'],
  reopened: ['reopen'],
  withdrawn: ['withdraw', 'report', 'claim'],
  extension_requested: ['request-extension'],
  extension_approved: ['approve-extension', 'refuse-extension'],
  extension_refused: ['approve-extension', 'refuse-extension'],
  made_long_term: ['make-long-term', 'request-extension', 'claim'],
  stage_reported: ['report-stage'],
  stage_verified: ['verify-stage', 'return-stage'],
  stage_returned: ['verify-stage', 'return-stage'],
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
          {t(wordsFor(event), { number: numberText(task.number) })}
          {(GONE_AFTER[event.kind] ?? []).map((form) => (
            <ForgetDraft key={form} user={task.viewer.username} formId={`${form}-${task.number}`} />
          ))}
        </Notice>
      )}
    </FocusOnNews>
  )
}

// A comment may be a 批示, or the answer to one.
function wordsFor(event: TaskEvent): EventKind | 'instructed' | 'answered' {
  if (event.kind !== 'commented') return event.kind
  if (event.payload.answers !== null) return 'answered'
  return isInstruction(event) ? 'instructed' : 'commented'
}

function ownNews({ events, viewer, now, asOf, today }: TaskView): TaskEvent | null {
  const newest = events.at(-1)
  if (!newest || newest.actor.userId !== viewer.userId || asOf !== today) return null
  return Date.parse(now) - Date.parse(newest.recordedAt) <= UNDO_MINUTES * MINUTE_MS ? newest : null
}
