import { useTranslations } from 'next-intl'
import { type EventOf, EventSentence } from '@/components/task/event-sentence'
import { namesOf } from '@/components/task/history-section'
import { lightAfter } from '@/components/task/light-after'
import type { TaskView } from '@/components/task/task-view'
import { LightWord } from '@/components/ui/light-mark'
import { dayInShanghai, daysBetween } from '@/domain/calendar'
import type { Light } from '@/domain/words'

/** What the supervisor has to decide on: the request in full, the light now, and what it becomes if approved as asked. */
export function ExtensionOnTheTable({ task, request }: { task: TaskView; request: EventOf<'extension_requested'> }) {
  const t = useTranslations()
  const after = lightAfter(task, { requestSeq: request.seq, dueOn: request.payload.dueOn })
  return (
    <div className="decide">
      <p>
        <EventSentence event={request} names={namesOf(task)} /> {request.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}
      </p>
      <p className="soft">
        {t('extensions.waits', { days: daysBetween(dayInShanghai(request.recordedAt), task.today), count: task.standing.extensions })}
      </p>
      <p>
        {t.rich('extensions.lightNow', {
          light: () => <Lit light={task.light} days={task.daysLate.approved} />,
          after: () => <Lit light={after.light} days={after.daysLate} />,
        })}
      </p>
    </div>
  )
}

function Lit({ light, days }: { light: Light; days: number }) {
  const t = useTranslations('common')
  return (
    <>
      <LightWord light={light} />
      {days > 0 && <span className="late"> {t('days', { count: days })}</span>}
    </>
  )
}
