import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai, daysBetween, type Instant } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

export type Claim = { number: number; claimedAt: Instant; onBehalf: boolean }
const NAMED = 5

/** What a supervisor must decide: claims that await verification, the oldest first. Always as of today. */
export function WaitingClaims({ claims, today }: { claims: readonly Claim[]; today: Day }) {
  const t = useTranslations()
  const locale = useLocale()
  const numbers = (list: readonly Claim[]) =>
    list.map(({ number }, index) => (
      <span key={number}>
        {index > 0 && t('common.listSeparator')}
        <AppLink className="nb" href={`/tasks/${number}`}>
          {t('common.taskNumber', { number })}
        </AppLink>
      </span>
    ))
  const [oldest] = claims
  const since = oldest && dayInShanghai(oldest.claimedAt)
  const onBehalf = claims.filter((claim) => claim.onBehalf)
  return (
    <Section title={t('home.decideTitle')} end={since && <AppLink href="/review">{t('home.reviewAll')}</AppLink>}>
      {since ? (
        <>
          <p>
            {t.rich('home.waiting', {
              numbers: () => numbers(claims.slice(0, NAMED)),
              more: Math.max(0, claims.length - NAMED),
              count: claims.length,
              day: dayText(since, locale, 'short'),
              days: daysBetween(since, today),
              toReview: (text) => (
                <AppLink className="num" href="/review">
                  {text}
                </AppLink>
              ),
            })}
          </p>
          {onBehalf.length > 0 && (
            <p className="note">{t.rich('home.waitingOnBehalf', { numbers: () => numbers(onBehalf.slice(0, NAMED)) })}</p>
          )}
        </>
      ) : (
        <p className="note">{t('home.nothingWaiting')}</p>
      )}
    </Section>
  )
}
