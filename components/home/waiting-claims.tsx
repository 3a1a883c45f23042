import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai, daysBetween, type Instant } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

export type Claim = { number: number; claimedAt: Instant; onBehalf: boolean }
type Numbered = { number: number }
type WaitingClaimsProps = {
  claims: readonly Claim[]
  /** Tasks with an extension request, respectively a stage result, that awaits a decision. */
  extensions: readonly Numbered[]
  stages: readonly Numbered[]
  today: Day
}
const NAMED = 5

/** What a supervisor must decide: claims, extension requests, stage results, the oldest first. Always as of today. */
export function WaitingClaims({ claims, extensions, stages, today }: WaitingClaimsProps) {
  const t = useTranslations()
  const locale = useLocale()
  const [oldest] = claims
  const since = oldest && dayInShanghai(oldest.claimedAt)
  const onBehalf = claims.filter((claim) => claim.onBehalf)
  const nothing = claims.length + extensions.length + stages.length === 0
  return (
    <Section title={t('home.decideTitle')} end={!nothing && <AppLink href="/review">{t('home.reviewAll')}</AppLink>}>
      {since && (
        <p>
          {t.rich('home.waiting', {
            ...named(claims),
            day: dayText(since, locale, 'short'),
            days: daysBetween(since, today),
            toReview: toReview(''),
          })}
        </p>
      )}
      {onBehalf.length > 0 && (
        <p className="note">{t.rich('home.waitingOnBehalf', { numbers: () => <Numbers of={onBehalf.slice(0, NAMED)} /> })}</p>
      )}
      {extensions.length > 0 && (
        <p>{t.rich('decisions.homeExtensions', { ...named(extensions, 'approve-extension'), to: toReview('#extensions') })}</p>
      )}
      {stages.length > 0 && <p>{t.rich('decisions.homeStages', { ...named(stages, 'verify-stage'), to: toReview('#stages') })}</p>}
      {nothing && <p className="note">{t('decisions.nothing')}</p>}
    </Section>
  )
}

/** On the page of a past day: where today's decisions are. */
export function DecideToday() {
  const t = useTranslations('home')
  return <p className="note noprint">{t.rich('decideToday', { to: (text) => <AppLink href="/review">{text}</AppLink> })}</p>
}

const toReview = (part: string) => (text: ReactNode) => (
  <AppLink className="num" href={`/review${part}`}>
    {text}
  </AppLink>
)

const named = (list: readonly Numbered[], form?: string) => ({
  count: list.length,
  more: Math.max(0, list.length - NAMED),
  numbers: () => <Numbers of={list.slice(0, NAMED)} form={form} />,
})

/** The tasks by their numbers; `form` opens that form on the task's page. */
function Numbers({ of, form }: { of: readonly Numbered[]; form?: string }) {
  const t = useTranslations('common')
  return of.map(({ number }, index) => (
    <span key={number}>
      {index > 0 && t('listSeparator')}
      <AppLink className="nb" href={form ? `${taskPath(number)}?form=${form}#${form}` : taskPath(number)}>
        {t('taskNumber', { number: numberText(number) })}
      </AppLink>
    </span>
  ))
}
