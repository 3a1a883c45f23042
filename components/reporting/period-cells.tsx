import { useLocale, useTranslations } from 'next-intl'
import { periodName } from '@/components/reporting/period-name'
import { AppLink } from '@/components/ui/app-link'
import type { Day } from '@/domain/calendar'
import { isPastDue, type ReportingPeriod } from '@/domain/reporting-periods'

type Cell = { period: ReportingPeriod; owed: number; reported: number }
export type CellLook = 'full' | 'part' | 'none' | 'running' | 'nothing'

/** How a period went: nothing owed, all, some or none reported; before its due day it is still running, unless all is there. */
export function cellLook({ period, owed, reported }: Cell, asOf: Day): CellLook {
  if (owed === 0) return 'nothing'
  if (reported >= owed) return 'full'
  if (!isPastDue(period, asOf)) return 'running'
  return reported === 0 ? 'none' : 'part'
}

/** The latest periods, the oldest at the left, each a mark with its words; what was missing leads to the rows. */
export function PeriodCells({ cells, asOf, href }: { cells: readonly Cell[]; asOf: Day; href: (period: ReportingPeriod) => string }) {
  const t = useTranslations('reporting')
  const locale = useLocale()
  return (
    <ol className="periods">
      {cells.toReversed().map((cell) => {
        const { rhythm, ...name } = periodName(cell.period, locale)
        const { owed, reported } = cell
        const missing = owed - reported
        const look = cellLook(cell, asOf)
        const words = t(`cell.${look}`, { period: t(`period.${rhythm}`, name), owed, reported, missing })
        return (
          <li key={cell.period.key} className={`is-${look}`} title={words}>
            <span aria-hidden="true" className="p">
              {t(`short.${rhythm}`, name)}
            </span>
            {missing > 0 ? (
              <AppLink href={href(cell.period)}>
                {missing}
                <span className="vh"> {words}</span>
              </AppLink>
            ) : (
              <>
                <span aria-hidden="true">{look === 'full' ? '✓' : '·'}</span>
                <span className="vh">{words}</span>
              </>
            )}
          </li>
        )
      })}
    </ol>
  )
}
