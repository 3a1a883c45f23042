import { useLocale, useTranslations } from 'next-intl'
import { Count } from '@/components/ledger/ledger-link'
import { PeriodCells } from '@/components/reporting/period-cells'
import { AppLink } from '@/components/ui/app-link'
import { ButtonLink } from '@/components/ui/button'
import { SelectRow } from '@/components/ui/selection'
import type { Day } from '@/domain/calendar'
import type { ReportingPeriod } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'

export type ReportingCell = { period: ReportingPeriod; owed: number; reported: number }
export type ReportingRow = {
  departmentId: string
  department: string
  owed: number
  reported: number
  lastReportOn: Day | null
  missedInARow: number
  cells: readonly ReportingCell[]
}
type ReportingTableProps = {
  rows: readonly ReportingRow[]
  asOf: Day
  /** Without a period only silence is listed, of so many days. */
  silentDays: number | null
  /** The most that `missedInARow` counts. */
  countedBack: number
  /** How many of the cells are shown, newest first. */
  shown: number
  selects: boolean
  missingHref: (departmentId: string) => string
  cellHref: (departmentId: string, period: ReportingPeriod) => string
  nudgeHref: (departmentId: string) => string
}

/** Per lead department: what is owed, reported and missing, and the periods before. */
export function ReportingTable({ rows, ...rest }: ReportingTableProps) {
  const { silentDays, shown, selects } = rest
  const t = useTranslations('reporting')
  const isSilence = silentDays !== null
  const sum = (pick: (row: ReportingRow) => number) => rows.reduce((total, row) => total + pick(row), 0)
  const periods = Math.min(shown, rows[0]?.cells.length ?? 0)
  return (
    <table className={selects ? 'cards reporting selectable' : 'cards reporting'} aria-label={t('title')}>
      <thead>
        <tr>
          <th scope="col">{t('columns.department')}</th>
          <th scope="col" className="r">
            {t('columns.owed')}
          </th>
          <th scope="col" className="r">
            {t(isSilence ? 'columns.heard' : 'columns.reported')}
          </th>
          <th scope="col" className="r">
            {isSilence ? t('columns.silent', { days: silentDays }) : t('columns.missing')}
          </th>
          <th scope="col">{t('columns.last')}</th>
          {!isSilence && (
            <>
              <th scope="col" className="r">
                {t('columns.inARow')}
              </th>
              <th scope="col">{t('columns.periods', { count: periods })}</th>
            </>
          )}
          {selects && (
            <th scope="col">
              <span className="vh">{t('columns.nudge')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <Row key={row.departmentId} row={row} {...rest} />
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('total', { count: rows.length })}</th>
          <td className="r" data-l={t('columns.owed')}>
            {sum(({ owed }) => owed)}
          </td>
          <td className="r" data-l={t('columns.reported')}>
            {sum(({ reported }) => reported)}
          </td>
          <td className="r" data-l={t('columns.missing')}>
            {sum(({ owed, reported }) => owed - reported)}
          </td>
          <td colSpan={(isSilence ? 1 : 3) + (selects ? 1 : 0)} />
        </tr>
      </tfoot>
    </table>
  )
}

type RowProps = Omit<ReportingTableProps, 'rows'> & { row: ReportingRow }

function Row({ row, asOf, silentDays, countedBack, shown, selects, missingHref, cellHref, nudgeHref }: RowProps) {
  const t = useTranslations('reporting')
  const locale = useLocale()
  const terms = useTranslations('terms')
  const words = useTranslations('selection')
  const { departmentId, department, owed, reported, lastReportOn, missedInARow } = row
  const missing = owed - reported
  const isSilence = silentDays !== null
  return (
    <tr>
      <th scope="row" className="c-dept">
        {selects && missing > 0 && <SelectRow name="lead" value={departmentId} label={words('department', { department })} />}
        <AppLink href={`/departments/${departmentId}`}>{department}</AppLink>
      </th>
      <td className="r" data-l={t('columns.owed')}>
        {owed}
      </td>
      <td className="r" data-l={t(isSilence ? 'columns.heard' : 'columns.reported')}>
        {reported}
      </td>
      <td className="r" data-l={isSilence ? t('columns.silent', { days: silentDays }) : t('columns.missing')}>
        <Count count={missing} href={missingHref(departmentId)} />
      </td>
      <td data-l={t('columns.last')}>{lastReportOn ? dayText(lastReportOn, locale) : <span className="muted">{terms('never')}</span>}</td>
      {!isSilence && (
        <>
          <td className="r" data-l={t('columns.inARow')}>
            {missedInARow === 0 ? (
              <span className="muted">{t('noneInARow')}</span>
            ) : (
              t(missedInARow === countedBack ? 'inARowMore' : 'inARow', { count: missedInARow })
            )}
          </td>
          <td className="c-periods">
            <PeriodCells cells={row.cells.slice(0, shown)} asOf={asOf} href={(period) => cellHref(departmentId, period)} />
          </td>
        </>
      )}
      {selects && (
        <td className="r">
          {missing > 0 && (
            <ButtonLink small className="noprint" href={nudgeHref(departmentId)} aria-label={t('nudgeOf', { department })}>
              {t('nudge')}
            </ButtonLink>
          )}
        </td>
      )}
    </tr>
  )
}
