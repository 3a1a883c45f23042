import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai, daysBetween, type Instant } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

/** `asks` says in words what is asked for, `reason` as it was typed; days late by the approved deadline. */
export type Undecided = {
  number: number
  title: string
  lead: string
  daysLate: number
  recordedAt: Instant
  asks: string
  reason: string
  onBehalf: boolean
}
type DecisionListProps = { title: string; act: string; form: string; id: string; waiting: readonly Undecided[]; today: Day }

/** What else awaits a supervisor, the longest first; each with the way to its form on the task's page. Nothing where nothing waits. */
export function DecisionList({ title, act, form, id, waiting, today }: DecisionListProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (waiting.length === 0) return null
  return (
    <Section title={title} note={waiting.length} id={id} className="undecided">
      <ol>
        {waiting.map((one) => {
          const since = dayInShanghai(one.recordedAt)
          return (
            <li key={one.number}>
              <AppLink href={`${taskPath(one.number)}?form=${form}#${form}`}>
                <span className="n">{numberText(one.number)}</span>
                <span lang="zh-CN">{one.title}</span>
              </AppLink>
              <span className="x">
                <b>{one.asks}</b> {one.daysLate > 0 && <span className="late">{t('common.daysLate', { count: one.daysLate })}</span>}
              </span>
              <span className="x soft" lang="zh-CN">
                {one.lead} <q>{one.reason}</q>
              </span>
              <span className="x note">
                {t('decisions.waited', { day: dayText(since, locale, 'short'), days: daysBetween(since, today) })}{' '}
                {one.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}
              </span>
              <span className="x noprint">
                <AppLink href={`${taskPath(one.number)}?form=${form}#${form}`}>
                  {act}
                  <span className="vh"> {numberText(one.number)}</span>
                </AppLink>
              </span>
            </li>
          )
        })}
      </ol>
    </Section>
  )
}
