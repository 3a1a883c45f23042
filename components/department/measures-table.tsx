import { useTranslations } from 'next-intl'
import { type Figures, percentText } from '@/components/home/figures'
import { Count, type To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { closedRate, onTimeRate } from '@/domain/rates'
import type { Basis } from '@/domain/words'

type Counted = Figures & Record<'obstructed' | 'extended', number>
export type MeasuresRow = { departmentId: string; department: string; figures: Counted | null; silent: number; notices: number }
type MeasuresTableProps = {
  rows: readonly MeasuresRow[]
  all: { figures: Counted; silent: number; notices: number }
  overviewOf: (departmentId: string) => string
  to: To
  /** What narrows the ledger to the silent: tasks without a report on that day or later, perhaps of one plan. */
  silent: { silentSince: string; plan?: string }
  overdueHref: (basis: Basis, departmentId?: string) => string
  /** Undefined where the list of notices cannot speak of the day. */
  noticesHref: (departmentId?: string) => string | undefined
}

/** Departments side by side in their official order: closing, overdue by both bases, reports, obstacles, notices, extensions of what each leads. */
export function MeasuresTable({ rows, all, overviewOf, to, silent: silentOnly, overdueHref, noticesHref }: MeasuresTableProps) {
  const t = useTranslations()
  const columns = [
    t('dutyRoles.lead'),
    t('overview.closedRate'),
    t('overview.onTimeRate'),
    t('overview.overdueApproved'),
    t('overview.overdueIssued'),
    t('overview.silent'),
    t('overview.obstacles'),
    t('overview.notices'),
    t('overview.extended'),
  ]
  const cells = (figures: Counted | null, { silent, notices }: { silent: number; notices: number }, lead?: string) => [
    <Count key="total" count={figures?.total ?? 0} href={to({ lead })} />,
    <Rate key="closed" rate={figures && closedRate(parts(figures))} href={to({ lead, light: 'closed' })} />,
    <Rate key="onTime" rate={figures && onTimeRate(parts(figures))} href={to({ lead, list: 'on_time' })} />,
    <Count key="approved" count={figures?.overdue_approved ?? 0} href={overdueHref('approved', lead)} className="late" />,
    <Count key="issued" count={figures?.overdue_issued ?? 0} href={overdueHref('issued', lead)} />,
    <Count key="silent" count={silent} href={to({ lead, ...silentOnly })} />,
    <Count key="obstacles" count={figures?.obstructed ?? 0} href={to({ lead, list: 'obstructed' })} />,
    <Notices key="notices" count={notices} href={noticesHref(lead)} />,
    <Count key="extended" count={figures?.extended ?? 0} href={to({ lead, list: 'extended' })} />,
  ]
  const line = (values: ReturnType<typeof cells>) =>
    values.map((value, index) => (
      <td key={value.key} className="r" data-l={columns[index]}>
        {value}
      </td>
    ))
  return (
    <table className="cards departments measures">
      <thead>
        <tr>
          <th scope="col">{t('terms.department')}</th>
          {columns.map((column) => (
            <th key={column} scope="col" className="r">
              {column}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {rows.map(({ departmentId, department, figures, ...row }) => (
          <tr key={departmentId}>
            <th scope="row">
              <AppLink className="t" href={overviewOf(departmentId)}>
                {department}
              </AppLink>
            </th>
            {line(cells(figures, row, departmentId))}
          </tr>
        ))}
      </tbody>
      <tfoot>
        <tr>
          <th scope="row">{t('common.total')}</th>
          {line(cells(all.figures, all))}
        </tr>
      </tfoot>
    </table>
  )
}

const parts = ({ total, lights, long_term: longTerm, onTime, overdue_approved: overdue }: Counted) => ({
  total,
  closed: lights.closed,
  withdrawn: lights.withdrawn,
  longTerm,
  onTime: onTime.approved,
  overdue,
})

function Rate({ rate, href }: { rate: number | null; href: string }) {
  return rate === null ? <span className="zero">—</span> : <AppLink href={href}>{percentText(rate)}</AppLink>
}

const Notices = ({ count, href }: { count: number; href: string | undefined }) =>
  href === undefined ? <span className={count === 0 ? 'zero' : undefined}>{count}</span> : <Count count={count} href={href} />
