import { scaleLinear } from 'd3-scale'
import { curveStepAfter, line } from 'd3-shape'
import { useLocale, useTranslations } from 'next-intl'
import { cumulative, type DayCount, valueOn, yearEnds } from '@/components/charts/cumulative'
import { addDays, type Day, daysBetween, laterOf } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

const WIDTH = 352
const HEIGHT = 244
const RIGHT = WIDTH - 8
const TOP = 32
const BOTTOM = HEIGHT - 22

type CourseChartProps = {
  /** Days on which tasks fall due, respectively were closed. */
  due: readonly DayCount[]
  closed: readonly DayCount[]
  firstDay: Day
  asOf: Day
  href: { due: string; closed: string }
}

/**
 * Deadlines passed against tasks closed, as running totals over time. A deadline has passed on the day after it (rule 1). Drawn with
 * attributes only, because the content policy forbids inline styles; the same figures stand in a table for those who cannot see it.
 */
export function CourseChart({ due, closed, firstDay, asOf, href }: CourseChartProps) {
  const t = useTranslations('chart')
  const locale = useLocale()
  const passed = cumulative(due.map(({ day, count }) => ({ day: addDays(day, 1), count })))
  const done = cumulative(closed)
  const lastDay = laterOf(passed.at(-1)?.day ?? asOf, asOf)
  const most = Math.max(1, passed.at(-1)?.total ?? 0)
  const now = { due: valueOn(passed, asOf), closed: valueOn(done, asOf) }

  const left = 16 + 7 * String(most).length
  const xScale = scaleLinear([0, Math.max(1, daysBetween(firstDay, lastDay))], [left, RIGHT])
  const x = (day: Day) => round(xScale(daysBetween(firstDay, laterOf(day, firstDay))))
  const yScale = scaleLinear([0, most], [BOTTOM, TOP]).nice(4)
  const y = (value: number) => round(yScale(value))
  const path = (points: readonly { day: Day; total: number }[], until: Day) =>
    line<{ day: Day; total: number }>(
      (point) => x(point.day),
      (point) => y(point.total),
    ).curve(curveStepAfter)([
      { day: firstDay, total: 0 },
      ...points.filter(({ day }) => day <= until),
      { day: until, total: valueOn(points, until) },
    ]) ?? ''

  const ends = yearEnds(firstDay, lastDay)
  const hasRoom = x(asOf) < left + 0.7 * (RIGHT - left)
  const beside = !hasRoom ? { x: x(asOf) - 6, textAnchor: 'end' as const } : { x: x(asOf) + 6 }
  const dueIsHigher = now.due >= now.closed
  const lower = Math.min(y(Math.min(now.due, now.closed)) + 15, BOTTOM - 5)
  const higher = Math.min(y(Math.max(now.due, now.closed)) - 6, lower - 15)
  const label = t('summary', {
    day: dayText(asOf, locale),
    due: now.due,
    closed: now.closed,
    last: dayText(due.at(-1)?.day ?? asOf, locale),
    all: passed.at(-1)?.total ?? 0,
  })
  return (
    <>
      {/* biome-ignore lint/a11y/useSemanticElements: a drawing with links in it */}
      <svg className="scurve" viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="group" aria-label={label}>
        {/* biome-ignore lint/a11y/noAriaHiddenOnFocusable: nothing in here takes the focus */}
        <g aria-hidden="true">
          {yScale
            .ticks(4)
            .filter(Number.isInteger)
            .map((value) => (
              <g key={value}>
                <line className={value === 0 ? 'axis' : 'grid'} x1={left} x2={RIGHT} y1={y(value)} y2={y(value)} />
                <text x={left - 6} y={y(value) + 4} textAnchor="end">
                  {value}
                </text>
              </g>
            ))}
          {ends.map(({ year, from, to }) => (
            <g key={year}>
              <line className="axis" x1={x(from)} x2={x(from)} y1={BOTTOM} y2={BOTTOM + 5} />
              {x(to) - x(from) > 28 && (
                <text x={(x(from) + x(to)) / 2} y={HEIGHT - 6} textAnchor="middle">
                  {year}
                </text>
              )}
            </g>
          ))}
          <line className="now" x1={x(asOf)} x2={x(asOf)} y1={TOP - 18} y2={BOTTOM} />
          <text className="k" x={beside.x} y={TOP - 21} textAnchor={beside.textAnchor}>
            {t('asOf', { day: dayText(asOf, locale, 'short') })}
          </text>
        </g>
        {hasRoom && due.length > 0 && (
          <text className="k" x={RIGHT} y={y(most) - 6} textAnchor="end">
            {t('lastLabel', { month: dayText(due.at(-1)?.day ?? asOf, locale, 'month'), count: most })}
          </text>
        )}
        <path className="due" d={path(passed, lastDay)} />
        <path className="done" d={path(done, asOf)} />
        <a href={href.due}>
          <text className="v" {...beside} y={dueIsHigher ? higher : lower}>
            {t('dueLabel', { count: now.due })}
          </text>
        </a>
        <a href={href.closed}>
          <text className="v" {...beside} y={dueIsHigher ? lower : higher}>
            {t('closedLabel', { count: now.closed })}
          </text>
        </a>
      </svg>
      <p className="note key">
        <span>
          <i className="k-due" />
          {t('due')}
        </span>
        <span>
          <i className="k-done" />
          {t('closed')}
        </span>
      </p>
      <div className="vh">
        <table>
          <caption>{t('tableCaption')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('yearEnd')}</th>
              <th scope="col">{t('due')}</th>
              <th scope="col">{t('closed')}</th>
            </tr>
          </thead>
          <tbody>
            {[...ends.map(({ to }) => to).filter((day) => day < asOf), asOf].map((day) => (
              <tr key={day}>
                <th scope="row">{dayText(day, locale)}</th>
                <td>{valueOn(passed, day)}</td>
                <td>{valueOn(done, day)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </>
  )
}

const round = (value: number): number => Math.round(value * 10) / 10
