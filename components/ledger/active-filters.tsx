import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'

/** `href` is the address without this filter. */
export type ActiveFilter = { name: string; text: string; href: string }

/** What the list is narrowed to, each with the way to drop it. */
export function ActiveFilters({ filters, count, clearHref }: { filters: readonly ActiveFilter[]; count: number; clearHref: string }) {
  const t = useTranslations('ledger')
  if (filters.length === 0) return null
  return (
    <p className="chosen noprint">
      <span aria-live="polite">{t('chosen', { count })}</span>
      {filters.map(({ name, text, href }) => (
        <AppLink key={name} href={href} className="chip" aria-label={t('removeFilter', { filter: text })}>
          {text} <span aria-hidden="true">×</span>
        </AppLink>
      ))}
      <AppLink href={clearHref}>{t('clearAll')}</AppLink>
    </p>
  )
}
