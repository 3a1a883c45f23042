import { useTranslations } from 'next-intl'
import { EventSentence } from '@/components/task/event-sentence'
import { about } from '@/components/task/form-setup'
import { OneClickForm } from '@/components/task/forms/one-click-form'
import { namesOf } from '@/components/task/history-section'
import type { TaskView } from '@/components/task/task-view'
import type { Action } from '@/components/ui/action-state'
import { inForce, type TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'

/** What a supervisor wrote down for the viewer's department and it has not seen yet (rule 16). */
export function Unseen({ task, action }: { task: TaskView; action: Action }) {
  const t = useTranslations()
  const events = unseen(task.events, task.viewer)
  if (events.length === 0) return null
  return (
    <div className="said">
      <div>
        {t('task.unseen')}
        <ul>
          {events.map((event) => (
            <li key={event.seq}>
              <p>
                <a href={`#event-${event.seq}`}>{event.effectiveOn}</a> <EventSentence event={event} names={namesOf(task)} />
              </p>
            </li>
          ))}
        </ul>
      </div>
      <OneClickForm action={action} about={about(task, null)} fields={Object.fromEntries(events.map(({ seq }, n) => [`seqs.${n}`, seq]))}>
        {t('actions.markSeen')}
      </OneClickForm>
    </div>
  )
}

function unseen(events: readonly TaskEvent[], { role, departmentId }: Viewer): TaskEvent[] {
  if (role !== 'officer') return []
  const seen = events.flatMap((event) => (event.kind === 'seen' && event.payload.departmentId === departmentId ? event.payload.seqs : []))
  const upTo = Math.max(0, ...seen)
  return inForce(events).filter(({ seq, onBehalf }) => onBehalf?.departmentId === departmentId && seq > upTo)
}
