import { useLocale, useTranslations } from 'next-intl'
import { EventSentence } from '@/components/task/event-sentence'
import { namesOf } from '@/components/task/history-section'
import { useOnTime } from '@/components/task/task-lead'
import type { TaskView } from '@/components/task/task-view'
import { dayInShanghai, daysBetween } from '@/domain/calendar'
import { entryKind } from '@/domain/entry-kind'
import type { TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

/** What the supervisor has to decide on: the claim in full, whether it would count as on time, and who recorded it. */
export function ClaimOnTheTable({ task, claim }: { task: TaskView; claim: Extract<TaskEvent, { kind: 'claimed' }> }) {
  const t = useTranslations()
  const locale = useLocale()
  const onTime = useOnTime(task, claim.effectiveOn)
  const recordedOn = dayInShanghai(claim.recordedAt)
  const kind = entryKind(claim, task.plan)
  return (
    <div className="decide">
      <p>
        <EventSentence event={claim} names={namesOf(task)} /> {claim.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}{' '}
        {kind !== 'prompt' && <span className="mark">{t(`marks.${kind}`)}</span>}
      </p>
      <p className="soft">
        {onTime && t('task.claimWouldBe', { onTime })}{' '}
        {t('task.claimWaiting', { day: dayText(recordedOn, locale), days: daysBetween(recordedOn, task.today) })}
      </p>
      {claim.onBehalf && claim.actor.userId === task.viewer.userId && <p className="said">{t('task.yourOwnEntry')}</p>}
    </div>
  )
}
