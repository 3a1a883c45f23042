import { useTranslations } from 'next-intl'
import { EventSentence } from '@/components/task/event-sentence'
import { historyItems } from '@/components/task/history-items'
import { namesOf } from '@/components/task/history-section'
import type { TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { taskPath } from '@/domain/task-number'

const SHOWN = 6

/** What happened last to the task; everything else stands on its own page. */
export function RecentHistory({ task }: { task: TaskView }) {
  const t = useTranslations()
  const items = historyItems(task.events, task.plan, task.asOf).filter(
    ({ event }) => event.kind !== 'seen' && event.kind !== 'contacts_changed',
  )
  const rest = items.length > SHOWN
  return (
    <Section title={t('review.history')} end={rest && <AppLink href={`${taskPath(task.number)}#history`}>{t('review.openTask')}</AppLink>}>
      <ol className="hist">
        {items.slice(0, SHOWN).map(({ event, retraction, mark }) => (
          <li key={event.seq}>
            <time dateTime={event.effectiveOn}>{event.effectiveOn}</time>
            <div>
              {retraction ? (
                <del>
                  <EventSentence event={event} names={namesOf(task)} />
                </del>
              ) : (
                <EventSentence event={event} names={namesOf(task)} />
              )}{' '}
              {mark && <span className="mark">{t(`marks.${mark}`)}</span>}{' '}
              {event.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}
            </div>
          </li>
        ))}
      </ol>
    </Section>
  )
}
