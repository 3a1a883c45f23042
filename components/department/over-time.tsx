import { useLocale, useTranslations } from 'next-intl'
import { MonthChart } from '@/components/charts/month-chart'
import { percentText } from '@/components/home/figures'
import { Count } from '@/components/ledger/ledger-link'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import { onTimeRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Month = { day: Day; total: number; closed: number; onTime: number; overdueApproved: number; overdueIssued: number }
type OverTimeProps = {
  months: readonly Month[]
  listOn: (day: Day, filter: Record<string, string>) => string
  overdueOn: (day: Day, basis: Basis) => string
}

/** The department's lead tasks at the last month-ends, as a drawing and as a table; each number leads to the rows of its day. */
export function OverTime({ months, listOn, overdueOn }: OverTimeProps) {
  const t = useTranslations('overview')
  const locale = useLocale()
  if (months.length === 0) return null
  return (
    <Section title={t('overTimeTitle', { count: months.length })} note={t('overTimeNote')}>
      {months.length > 1 && <MonthChart months={months} />}
      <table className="plainhead overtime">
        <thead>
          <tr>
            <th scope="col">{t('monthEnd')}</th>
            <th scope="col" className="r">
              {t('overdueApproved')}
            </th>
            <th scope="col" className="r">
              {t('overdueIssued')}
            </th>
            <th scope="col" className="r">
              {t('closed')}
            </th>
            <th scope="col" className="r">
              {t('onTimeRate')}
            </th>
          </tr>
        </thead>
        <tbody>
          {months.toReversed().map((month) => {
            const { day, closed, onTime, overdueApproved, overdueIssued } = month
            return (
              <tr key={day}>
                <th scope="row">{dayText(day, locale)}</th>
                <td className="r">
                  <Count count={overdueApproved} href={overdueOn(day, 'approved')} />
                </td>
                <td className="r">
                  <Count count={overdueIssued} href={overdueOn(day, 'issued')} />
                </td>
                <td className="r">
                  <Count count={closed} href={listOn(day, { light: 'closed' })} />
                </td>
                <td className="r">{percentText(onTimeRate({ onTime, closed, overdue: overdueApproved }))}</td>
              </tr>
            )
          })}
        </tbody>
      </table>
    </Section>
  )
}
