import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type PrintLineProps = { asOf: string; basis?: Basis; knownOn?: string | null; plan?: string; children?: ReactNode }

/**
 * On paper only: of which day and plan the page speaks, on whose knowledge and which basis. The head of every sheet says whether the data are
 * invented.
 */
export function PrintLine({ asOf, basis, knownOn, plan, children }: PrintLineProps) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <p className="printonly small meta">
      {t('common.asOf', { day: dayText(asOf, locale) })}
      {knownOn && <>　{t('scope.knownOn', { day: dayText(knownOn, locale) })}</>}
      {basis && <>　{t('common.printBasis', { basis: t(`bases.${basis}`) })}</>}
      {plan && <>　{plan}</>}
      {children && <>　{children}</>}
    </p>
  )
}
