import { scaleLinear, scalePoint } from 'd3-scale'
import { line } from 'd3-shape'
import { useLocale, useTranslations } from 'next-intl'
import type { Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

const WIDTH = 352
const HEIGHT = 150
const LEFT = 28
const RIGHT = WIDTH - 12
const TOP = 12
const BOTTOM = HEIGHT - 22

type Month = { day: Day; overdueApproved: number; overdueIssued: number }

/**
 * How many tasks were overdue at the end of each month, on both bases. Drawn with attributes only, because the content policy forbids
 * inline styles; the table beside it has the same figures.
 */
export function MonthChart({ months }: { months: readonly Month[] }) {
  const t = useTranslations('overview')
  const locale = useLocale()
  const x = scalePoint(
    months.map(({ day }) => day),
    [LEFT + 4, RIGHT],
  )
  const most = Math.max(1, ...months.flatMap(({ overdueApproved, overdueIssued }) => [overdueApproved, overdueIssued]))
  const y = scaleLinear([0, most], [BOTTOM, TOP]).nice(3)
  const path = (pick: (month: Month) => number) =>
    line<Month>(
      (month) => round(x(month.day) ?? LEFT),
      (month) => round(y(pick(month))),
    )(months) ?? ''
  const named = [months[0], months.at(-1)].filter((month) => month !== undefined)
  return (
    <>
      <svg className="scurve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={t('chartLabel')}>
        {y
          .ticks(3)
          .filter(Number.isInteger)
          .map((value) => (
            <g key={value}>
              <line className={value === 0 ? 'axis' : 'grid'} x1={LEFT} x2={RIGHT} y1={round(y(value))} y2={round(y(value))} />
              <text x={LEFT - 6} y={round(y(value)) + 4} textAnchor="end">
                {value}
              </text>
            </g>
          ))}
        {named.map(({ day }, index) => (
          <text key={day} x={x(day)} y={HEIGHT - 6} textAnchor={index === 0 ? 'start' : 'end'}>
            {dayText(day, locale, 'month')}
          </text>
        ))}
        <path className="due" d={path((month) => month.overdueIssued)} />
        <path className="done" d={path((month) => month.overdueApproved)} />
        {months.map((month) => (
          <circle key={month.day} className="dot" cx={round(x(month.day) ?? LEFT)} cy={round(y(month.overdueApproved))} r={2.5} />
        ))}
      </svg>
      <p className="note key">
        <span>
          <i className="k-done" />
          {t('overdueApproved')}
        </span>
        <span>
          <i className="k-due" />
          {t('overdueIssued')}
        </span>
      </p>
    </>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
