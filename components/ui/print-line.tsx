import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

/** On paper only: of which day the page speaks and on which basis. The head of every sheet says whether the data are invented. */
export function PrintLine({ asOf, basis, children }: { asOf: string; basis?: Basis; children?: ReactNode }) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <p className="printonly small meta">
      {t('common.asOf', { day: dayText(asOf, locale) })}
      {basis && <>　{t('common.printBasis', { basis: t(`bases.${basis}`) })}</>}
      {children && <>　{children}</>}
    </p>
  )
}
