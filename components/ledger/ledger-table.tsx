import { useLocale, useTranslations } from 'next-intl'
import { DeadlineCell } from '@/components/ledger/deadline-cell'
import { GoalRow } from '@/components/ledger/goal-row'
import { LastReport } from '@/components/ledger/last-report'
import type { To } from '@/components/ledger/ledger-link'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LightCell } from '@/components/ledger/light-cell'
import { type Sorted, SortHead } from '@/components/ledger/sort-head'
import { AppLink } from '@/components/ui/app-link'
import { Checked } from '@/components/ui/checked'
import { ExpandableText } from '@/components/ui/expandable-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SelectTask } from '@/components/ui/selection'
import type { Day } from '@/domain/calendar'
import { numberText, planOf } from '@/domain/task-number'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type LedgerTableProps = {
  rows: readonly LedgerRow[]
  basis: Basis
  asOf: Day
  sorted: Sorted
  /** All rows of the list are on this page, so that what a goal row counts is true. */
  whole: boolean
  to: To
  taskHref: (number: number) => string
  /** Which rows can be chosen; none unless given. */
  canSelect?: (row: LedgerRow) => boolean
  /** What the plans are called, where the rows are of several. */
  planNames?: ReadonlyMap<number, string>
}

export const COLUMNS = 8

/** The ledger: rows under their goals when sorted by number, else one after the other. */
export function LedgerTable({ rows, basis, asOf, sorted, whole, to, taskHref, canSelect, planNames }: LedgerTableProps) {
  const t = useTranslations()
  const isByNumber = sorted.by === 'number'
  const groups = isByNumber ? [...Map.groupBy(rows, (row) => `${planOf(row.number)}/${row.goal.number}/${row.goal.text}`).values()] : [rows]
  const head = { sorted, to }
  return (
    <table
      className={canSelect ? 'ledger selectable' : 'ledger'}
      role="table"
      aria-label={t('ledger.caption', { day: dayText(asOf, useLocale()) })}
    >
      <thead role="rowgroup">
        <tr role="row">
          <SortHead {...head} className="c-no" by="number" name={t('terms.number')} />
          <SortHead {...head} className="c-title" name={t('terms.title')} />
          <SortHead {...head} className="c-measure" name={t('terms.measure')} />
          <SortHead {...head} className="c-dept" by="lead" name={t('terms.leadDepartment')}>
            {t.rich('ledger.columnDepartments', { soft: (text) => <span className="muted">{text}</span> })}
          </SortHead>
          <SortHead {...head} className="c-due" by="deadline" name={t('terms.deadline')}>
            {t('terms.deadline')} <span className="muted">{basis === 'issued' ? t('ledger.byIssued') : t('ledger.byApproved')}</span>
          </SortHead>
          <SortHead {...head} className="c-light" name={t('terms.light')} />
          <SortHead {...head} className="c-prog" by="progress" name={t('ledger.columnProgress')} />
          <SortHead {...head} className="c-last" by="report" name={t('terms.lastReport')} />
        </tr>
      </thead>
      {groups.map((group) => (
        <tbody key={group[0]?.number} role="rowgroup">
          {isByNumber && group[0] && (
            <GoalRow
              goal={group[0].goal}
              plan={planOf(group[0].number)}
              planName={planNames?.get(planOf(group[0].number))}
              rows={group}
              whole={whole}
              to={to}
            />
          )}
          {group.map((row, index) => (
            <Row
              key={row.number}
              row={row}
              again={isByNumber && group[index - 1]?.title === row.title}
              basis={basis}
              asOf={asOf}
              href={taskHref(row.number)}
              selects={canSelect?.(row)}
            />
          ))}
        </tbody>
      ))}
    </table>
  )
}

type RowProps = { row: LedgerRow; again: boolean; basis: Basis; asOf: Day; href: string; selects?: boolean }

function Row({ row, again, basis, asOf, href, selects }: RowProps) {
  const t = useTranslations()
  const isSettled = row.state === 'closed' || row.state === 'withdrawn'
  return (
    <tr role="row" className="row">
      <td className="c-no" role="cell">
        {selects && <SelectTask number={row.number} />}
        <AppLink href={href}>{numberText(row.number)}</AppLink>
      </td>
      <td className={again ? 'c-title again' : 'c-title'} role="cell">
        {row.title}
      </td>
      <td className="c-measure" role="cell">
        <ExpandableText text={row.measure} />
      </td>
      <td className="c-dept" role="cell">
        <span className="dept">{row.lead.department}</span>
        {row.cooperating.length > 0 && (
          <span className="x muted">
            <span className="pre">{t('ledger.cooperating')}</span>
            {row.cooperating.map(({ departmentId, department }, index) => (
              <span key={departmentId} className="dept">
                {department}
                {index < row.cooperating.length - 1 && t('common.listSeparator')}
              </span>
            ))}
          </span>
        )}
      </td>
      <td className="c-due" role="cell">
        <DeadlineCell row={row} basis={basis} asOf={asOf} />
      </td>
      <td className="c-light" role="cell">
        <LightCell row={row} />
      </td>
      <td className="c-prog" role="cell">
        {!isSettled && <ProgressBar progress={row.progress} expected={row.expected} />}
        <Checked row={row} />
      </td>
      <td className="c-last" role="cell">
        <LastReport row={row} />
      </td>
    </tr>
  )
}
