import type { ReportingPeriod } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'
import type { Locale } from '@/messages/locales'

/** What the words of a period are made of. `month` is a whole name for a month, `number` that of the month or quarter in its year. */
export function periodName({ key, from }: Pick<ReportingPeriod, 'key' | 'from'>, locale: Locale) {
  const [year = '', rest = ''] = key.split('-')
  const rhythm = rest.startsWith('Q') ? ('quarterly' as const) : ('monthly' as const)
  return { rhythm, year, month: dayText(from, locale, 'month'), number: String(Number(rest.replace('Q', ''))) }
}
