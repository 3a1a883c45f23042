import { useLocale, useTranslations } from 'next-intl'
import type { ActiveFilter } from '@/components/ledger/active-filters'
import { AppLink } from '@/components/ui/app-link'
import type { Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** `firstDay` is that on which the first of the plans shown began. */
type EmptyLedgerProps = { filters: readonly ActiveFilter[]; clearHref: string; asOf: Day; firstDay: Day }

/** No row: because nothing had begun, or which filters are to blame, and the way out. */
export function EmptyLedger({ filters, clearHref, asOf, firstDay }: EmptyLedgerProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (asOf < firstDay)
    return <p className="empty">{t('ledger.emptyBefore', { day: dayText(asOf, locale), first: dayText(firstDay, locale) })}</p>
  if (filters.length === 0) return <p className="empty">{t('ledger.emptyPlan')}</p>
  return (
    <section className="empty">
      <h2>{t('ledger.emptyTitle')}</h2>
      <p>
        {t.rich('ledger.empty', {
          filters: filters.map(({ text }) => text).join(t('common.listSeparator')),
          clear: (text) => <AppLink href={clearHref}>{text}</AppLink>,
        })}
      </p>
    </section>
  )
}
