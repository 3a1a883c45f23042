import { useTranslations } from 'next-intl'
import { DeadlineCell } from '@/components/ledger/deadline-cell'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LightCell } from '@/components/ledger/light-cell'
import { AppLink } from '@/components/ui/app-link'
import { DutyContact } from '@/components/ui/duty-contact'
import { ExpandableText } from '@/components/ui/expandable-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import { SelectTask } from '@/components/ui/selection'
import { WarningReason } from '@/components/warning/warning-reason'
import type { Day } from '@/domain/calendar'
import type { Risk } from '@/domain/risk'
import { numberText } from '@/domain/task-number'

type Row = LedgerRow & { lead: { office: string; contact: string; phone: string } }
export type WarningItem = { row: Row; risk: Risk; unconfirmed: readonly string[] }

type WarningTableProps = {
  items: readonly WarningItem[]
  asOf: Day
  /** After how many days without a report a task is silent, by its plan's rhythm. */
  quietDays: (number: number) => number
  selects: boolean
  taskHref: (number: number) => string
}

/** Tasks that will be overdue soon, in order of risk, each with the sentence that says why. */
export function WarningTable({ items, asOf, quietDays, selects, taskHref }: WarningTableProps) {
  const t = useTranslations()
  const heads = [
    ['c-no', t('terms.number')],
    ['c-light', t('terms.light')],
    ['c-task', t('terms.task')],
    ['c-lead', t('warning.lead')],
    ['c-due', t('terms.deadline')],
    ['c-prog', t('ledger.columnProgress')],
    ['c-why', t('warning.columns.why')],
  ] as const
  return (
    <table className={selects ? 'cards warning selectable' : 'cards warning'} aria-label={t('warning.title')}>
      <thead>
        <tr>
          {heads.map(([column, word]) => (
            <th key={column} scope="col" className={column}>
              {word}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {items.map(({ row, risk, unconfirmed }) => (
          <tr key={row.number} className="row">
            <td className="c-no">
              {selects && <SelectTask number={row.number} />}
              <AppLink href={taskHref(row.number)}>{numberText(row.number)}</AppLink>
            </td>
            <td className="c-light">
              <LightCell row={row} />
            </td>
            <td className="c-task">
              <AppLink className="t" href={taskHref(row.number)}>
                {row.title}
              </AppLink>
              <span className="x muted">
                <ExpandableText text={row.measure} fits={60} />
              </span>
            </td>
            <td className="c-lead">
              <span lang="zh-CN">{row.lead.department}</span>
              <span className="x small">
                <DutyContact duty={row.lead} />
              </span>
            </td>
            <td className="c-due">
              <DeadlineCell row={row} basis="approved" asOf={asOf} />
            </td>
            <td className="c-prog">
              <ProgressBar progress={row.progress} expected={row.expected} />
            </td>
            <td className="c-why">
              <WarningReason
                risk={risk}
                progress={row.progress}
                everReported={row.lastReportOn !== null}
                unconfirmed={unconfirmed}
                quietDays={quietDays(row.number)}
              />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
