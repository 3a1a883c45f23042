import { useLocale, useTranslations } from 'next-intl'
import { AsOfRefused } from '@/components/ledger/as-of-refused'
import { Notice } from '@/components/ui/notice'
import type { Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

export type Asked = {
  asOf: Day
  knownOn: Day | null
  asOfRefused: string | null
  knownOnRefused: string | null
  planRefused: string | null
}
/** `byDay`: the page can speak of a day, but not of what was known on one. */
type ScopeRefusedProps = { query: Asked; today: Day; byDay?: boolean }

/** Says what was asked for and cannot be shown, and what is shown instead. */
export function ScopeRefused({ query, today, byDay = false }: ScopeRefusedProps) {
  const t = useTranslations('scope')
  const asOf = dayText(query.asOf, useLocale())
  return (
    <>
      {query.asOfRefused !== null && <AsOfRefused asked={query.asOfRefused} today={today} />}
      {query.knownOnRefused !== null && <Notice refused>{t('knownRefused', { day: query.knownOnRefused.slice(0, 40), asOf })}</Notice>}
      {byDay && query.knownOn !== null && <Notice refused>{t('knownUnheeded')}</Notice>}
      {query.planRefused !== null && <Notice refused>{t('planRefused', { plan: query.planRefused.slice(0, 40) })}</Notice>}
    </>
  )
}
