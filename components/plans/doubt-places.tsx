import { useTranslations } from 'next-intl'
import type { DoubtView } from '@/components/plans/import-view'
import { AppLink } from '@/components/ui/app-link'

/** Where in the source a doubt arises, each place a link to it. */
export function DoubtPlaces({ places, count }: Pick<DoubtView, 'places' | 'count'>) {
  const t = useTranslations('import')
  return (
    <span className="places small">
      {places.map(({ href, row, number }) => (
        <AppLink key={href} href={href}>
          {number === null ? t('atRow', { row }) : t('atRowOf', { row, number })}
        </AppLink>
      ))}
      {count > places.length && <span className="muted">{t('morePlaces', { count })}</span>}
    </span>
  )
}
