import { useTranslations } from 'next-intl'
import { BY_URGENCY } from '@/components/ledger/by-urgency'
import type { To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { LightMark } from '@/components/ui/light-mark'
import type { Light } from '@/domain/words'

/** Counts by light under the other filters; each is the filter to its rows. */
export function LightFilter({ counts, all, light, to }: { counts: Record<Light, number>; all: number; light?: Light; to: To }) {
  const t = useTranslations()
  return (
    <nav className="lights" aria-label={t('terms.light')}>
      <AppLink href={to({ light: undefined })} aria-current={light === undefined ? 'true' : undefined}>
        {t('common.all')} <b>{all}</b>
      </AppLink>
      {BY_URGENCY.filter((code) => counts[code] > 0 || code === light).map((code) => (
        <AppLink key={code} href={to({ light: code })} aria-current={light === code ? 'true' : undefined}>
          <LightMark light={code} />
          {t(`lights.${code}`)} <b>{counts[code]}</b>
        </AppLink>
      ))}
    </nav>
  )
}
