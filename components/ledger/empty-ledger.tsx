import { useTranslations } from 'next-intl'
import type { ActiveFilter } from '@/components/ledger/active-filters'
import { AppLink } from '@/components/ui/app-link'

/** No row: which filters are to blame, and the way out. */
export function EmptyLedger({ filters, clearHref }: { filters: readonly ActiveFilter[]; clearHref: string }) {
  const t = useTranslations()
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
