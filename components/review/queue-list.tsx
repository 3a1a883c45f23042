import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai } from '@/domain/calendar'
import { entryKind } from '@/domain/entry-kind'
import type { TaskEvent } from '@/domain/events'
import { numberText, planOf } from '@/domain/task-number'
import { daysWaiting } from '@/domain/workflow'
import { dayText } from '@/messages/day-text'

export type Waiting = { number: number; title: string; lead: string; claim: Extract<TaskEvent, { kind: 'claimed' }> }
type QueueListProps = { waiting: readonly Waiting[]; current: number | null; today: Day; plans: readonly Plan[] }
type Plan = { number: number; openedOn: Day; lateEntryDays: number }

/** Who waits for a decision, and how long; the longest first. */
export function QueueList({ waiting, current, today, plans }: QueueListProps) {
  const t = useTranslations('review')
  return (
    <Section title={t('queue')} note={t('oldestFirst')} className="queue">
      {waiting.length === 0 ? (
        <p>
          {t('empty')} <span className="muted">{t('emptyNext')}</span>
        </p>
      ) : (
        <ol>
          {waiting.map((one) => (
            <li key={one.number} aria-current={one.number === current ? 'true' : undefined}>
              <AppLink href={`/review?task=${numberText(one.number)}`}>
                <span className="n">{numberText(one.number)}</span>
                <span lang="zh-CN">{one.title}</span>
              </AppLink>
              <span className="x soft" lang="zh-CN">
                {one.lead}
              </span>
              <Wait claim={one.claim} today={today} plan={plans.find(({ number }) => number === planOf(one.number))} />
            </li>
          ))}
        </ol>
      )}
    </Section>
  )
}

function Wait({ claim, today, plan }: Pick<Waiting, 'claim'> & { today: Day; plan: Plan | undefined }) {
  const t = useTranslations()
  const locale = useLocale()
  const recordedOn = dayInShanghai(claim.recordedAt)
  const days = daysWaiting(recordedOn, today)
  const kind = plan ? entryKind(claim, plan) : 'prompt'
  return (
    <span className="x note">
      {days === 0
        ? t('review.waitedToday')
        : `${t('review.claimedOn', { day: dayText(recordedOn, locale, 'short') })} · ${t('review.waited', { count: days })}`}{' '}
      {kind !== 'prompt' && <span className="mark">{t(`marks.${kind}`)}</span>}{' '}
      {claim.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}
    </span>
  )
}
