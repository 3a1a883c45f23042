import { useTranslations } from 'next-intl'
import { DeadlineCell } from '@/components/ledger/deadline-cell'
import { LastReport } from '@/components/ledger/last-report'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LightCell } from '@/components/ledger/light-cell'
import { AppLink } from '@/components/ui/app-link'
import { ExpandableText } from '@/components/ui/expandable-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import type { Day } from '@/domain/calendar'

const HEADS = [
  ['number', 'c-no'],
  ['task', 'c-task'],
  ['deadline', 'c-due'],
  ['light', 'c-light'],
  ['progress', 'c-prog'],
  ['lastReport', 'c-last'],
] as const

/** The tasks that the department leads and has not finished, by number. */
export function OwnTasks({ rows, asOf }: { rows: readonly LedgerRow[]; asOf: Day }) {
  const t = useTranslations()
  return (
    <table className="report" role="table" aria-label={t('toDo.ownTitle')}>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map(([term, column]) => (
            <th key={term} scope="col" role="columnheader" className={column}>
              {t(`terms.${term}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.number} role="row">
            <td className="c-no" role="cell">
              <AppLink href={`/tasks/${row.number}`}>{row.number}</AppLink>
            </td>
            <td className="c-task" role="cell">
              <AppLink className="t" href={`/tasks/${row.number}`}>
                {row.title}
              </AppLink>
              <div className="note">
                <ExpandableText text={row.measure} lines={1} fits={60} />
              </div>
            </td>
            <td className="c-due" role="cell">
              <DeadlineCell row={row} basis="approved" asOf={asOf} />
            </td>
            <td className="c-light" role="cell">
              <LightCell row={row} />
            </td>
            <td className="c-prog" role="cell">
              <ProgressBar progress={row.progress} expected={row.expected} />
            </td>
            <td className="c-last" role="cell">
              <LastReport row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
