import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { dayText } from '@/components/ui/day-text'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai, daysBetween, type Instant } from '@/domain/calendar'

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
        <table className="plainhead decide">
          <tbody>
            <tr>
              <th scope="row" className="w">
                {t('nav.review')} <AppLink href="/review" className="num">{claims.length}</AppLink>
              </th>
              <td className="s">
                {t.rich('home.waiting', {
                  numbers: '',
                  first: () => numbers(claims.slice(0, NAMED)),
                  more: Math.max(0, claims.length - NAMED),
                  count: claims.length,
                  day: dayText(since, locale, 'short'),
                  days: daysBetween(since, today),
                })}
              </td>
            </tr>
            {onBehalf.length > 0 && (
              <tr>
                <th scope="row" className="w">
                  {t('marks.onBehalf')} <span className="num">{onBehalf.length}</span>
                </th>
                <td className="s">
                  {numbers(onBehalf.slice(0, NAMED))}
                  {onBehalf.length > NAMED && '…'} {t('home.waitingOnBehalf')}
                </td>
              </tr>
            )}
          </tbody>
        </table>
      ) : (
        <p className="note">{t('home.nothingWaiting')}</p>
      )}
    </Section>
  )
}
