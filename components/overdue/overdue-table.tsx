import { useLocale, useTranslations } from 'next-intl'
import { NoticesCell, type OpenNotice } from '@/components/notices/notices-of-task'
import { AppLink } from '@/components/ui/app-link'
import { Checked } from '@/components/ui/checked'
import { DutyContact } from '@/components/ui/duty-contact'
import { ExpandableText } from '@/components/ui/expandable-text'
import { LightWord } from '@/components/ui/light-mark'
import { SelectTask } from '@/components/ui/selection'
import type { Day } from '@/domain/calendar'
import type { Deadline } from '@/domain/deadline'
import type { Payloads } from '@/domain/events'
import { numberText } from '@/domain/task-number'
import type { Basis, Light, State } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Duty = { departmentId: string; department: string; office: string; contact: string; phone: string }
type Row = {
  number: number
  title: string
  measure: string
  light: Light
  state: State
  progress: number
  lead: Duty
  cooperating: Duty[]
  deadline: { issued: string; precision: Deadline['precision']; issuedDueOn: Day | null; approvedDueOn: Day | null }
  daysLate: Record<Basis, number>
  completedOn: Day | null
  lastReport: (Payloads['reported'] & { on: Day }) | null
  lastReportOn: Day | null
  extensions: number
  extensionSeq: number | null
  checked: number | null
  gap: number
}
type OverdueTableProps = {
  found: {
    rows: Row[]
    departments: { departmentId: string; department: string; approved: number; issued: number }[]
    total: { approved: number; issued: number }
  }
  asOf: Day
  /** The page's address with some parameters changed. */
  linkOf: (changes: Record<string, string | undefined>) => string
  /** A task's page, as of the day of this one. */
  taskHref: (number: number) => string
  /** Open supervision notices by the task's number. */
  notices: ReadonlyMap<number, readonly OpenNotice[]>
  /** Whether this person verifies claims and nudges. */
  decides: boolean
}

/** Overdue tasks by lead department, the latest first, on both bases; with whom to call, and what was last heard. */
export function OverdueTable({ found, linkOf, taskHref, notices, decides }: OverdueTableProps) {
  const t = useTranslations()
  const groups = Map.groupBy(found.rows, (row) => row.lead.departmentId)
  return (
    <table className={decides ? 'overdue selectable' : 'overdue'}>
      <thead>
        <tr>
          <th className="c-no" rowSpan={2} scope="col">
            {t('terms.number')}
          </th>
          <th className="c-light" rowSpan={2} scope="col">
            {t('terms.light')}
          </th>
          <th rowSpan={2} scope="col">
            {t('terms.task')}
          </th>
          <th colSpan={2} className="g" scope="colgroup">
            {t('bases.issued')}
          </th>
          <th colSpan={2} className="g" scope="colgroup">
            {t('bases.approved')}
          </th>
          <th className="c-ext" rowSpan={2} scope="col">
            {t('overdue.extensions')}
          </th>
          <th className="c-last" rowSpan={2} scope="col">
            {t('terms.lastReport')}
          </th>
          <th className="c-notices" rowSpan={2} scope="col">
            {t('nav.notices')}
          </th>
          <th className="c-note" rowSpan={2} scope="col">
            {t('overdue.contact')}
          </th>
        </tr>
        <tr>
          <th className="c-base" scope="col">
            {t('overdue.deadline')}
          </th>
          <th className="r c-days" scope="col">
            {t('overdue.lateDays')}
          </th>
          <th className="c-base" scope="col">
            {t('overdue.deadline')}
          </th>
          <th className="r c-days" scope="col">
            {t('overdue.lateDays')}
          </th>
        </tr>
      </thead>
      {found.departments
        .filter(({ departmentId }) => groups.has(departmentId))
        .map(({ departmentId, department, approved, issued }) => (
          <tbody key={departmentId}>
            <tr className="sum">
              <th colSpan={11} scope="rowgroup">
                <AppLink href={linkOf({ lead: departmentId })}>{department}</AppLink>　{t('overdue.departmentCounts', { approved, issued })}
              </th>
            </tr>
            {groups.get(departmentId)?.map((row) => (
              <OverdueRow
                key={row.number}
                row={row}
                href={taskHref(row.number)}
                notices={notices.get(row.number) ?? []}
                decides={decides}
              />
            ))}
          </tbody>
        ))}
      <tfoot>
        <tr>
          <th colSpan={3} scope="row">
            {t('overdue.totalOf', { count: found.departments.length })}
          </th>
          <td />
          <td className="r">{t('common.tasks', { count: found.total.issued })}</td>
          <td />
          <td className="r">{t('common.tasks', { count: found.total.approved })}</td>
          <td colSpan={4} />
        </tr>
      </tfoot>
    </table>
  )
}

type OverdueRowProps = { row: Row; href: string; notices: readonly OpenNotice[]; decides: boolean }

function OverdueRow({ row, href, notices, decides }: OverdueRowProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { number, deadline, daysLate, completedOn } = row
  const claimed = row.state === 'claimed'
  const extended = deadline.approvedDueOn !== null && deadline.approvedDueOn !== deadline.issuedDueOn
  return (
    <tr>
      <td className="c-no">
        {decides && <SelectTask number={number} />}
        <AppLink href={href}>{numberText(number)}</AppLink>
      </td>
      <td className="c-light">
        <LightWord light={row.light} />
      </td>
      <td className="c-task">
        <AppLink className="t" href={href}>
          {row.title}
        </AppLink>
        <span className="x muted">
          <ExpandableText text={row.measure} fits={92} />
        </span>
        {row.cooperating.length > 0 && (
          <span className="x muted">
            {t('dutyRoles.cooperating')}
            {t('overdue.colon')}
            {row.cooperating.map((duty) => duty.department).join(t('common.listSeparator'))}
          </span>
        )}
      </td>
      <td className="c-base" data-l={t('terms.issuedDeadline')}>
        {deadline.issued}
      </td>
      <td className="c-days r" data-l={t('overdue.late')}>
        {daysLate.issued || '—'}
      </td>
      <td className="c-base" data-l={t('terms.approvedDeadline')}>
        {extended && deadline.approvedDueOn ? (
          dayText(deadline.approvedDueOn, locale)
        ) : (
          <span className="muted">{t('export.notExtended')}</span>
        )}
      </td>
      <td className="c-days r" data-l={t('overdue.late')}>
        {daysLate.approved > 0 ? <span className="late">{daysLate.approved}</span> : <span className="muted">—</span>}
        {claimed && completedOn && <span className="x muted">{t('overdue.stopped', { day: dayText(completedOn, locale, 'short') })}</span>}
      </td>
      <td className="c-ext" data-l={t('overdue.extensions')}>
        {row.extensions > 0 ? <AppLink href={`${href}#extensions`}>{row.extensions}</AppLink> : <span className="muted">—</span>}
        {row.extensionSeq !== null && <span className="x soft">{t('overdue.extensionAsked')}</span>}
      </td>
      <td className="c-last">
        <LastHeard row={row} />
        <Checked row={row} />
        {claimed && decides && (
          <span className="x noprint">
            <AppLink href={`/review?task=${numberText(number)}`}>{t('actions.verify')}</AppLink>
          </span>
        )}
      </td>
      <td className="c-notices" data-l={t('nav.notices')}>
        <NoticesCell notices={notices} />
        {decides && notices.length === 0 && (
          <span className="x noprint">
            <AppLink href={`/notices/new?task=${numberText(number)}`}>
              {t('notices.draft')}
              <span className="vh"> {numberText(number)}</span>
            </AppLink>
          </span>
        )}
      </td>
      <td className="c-note">
        <DutyContact duty={row.lead} />
      </td>
    </tr>
  )
}

function LastHeard({ row }: { row: Row }) {
  const t = useTranslations()
  const locale = useLocale()
  const { lastReport, lastReportOn, progress } = row
  if (!lastReportOn) return <span className="muted">{t('terms.never')}</span>
  const unchanged = !lastReport || lastReportOn > lastReport.on
  return (
    <>
      {lastReport && <ExpandableText text={lastReport.done} fits={60} />}
      <span className="x muted">
        {t('overdue.heardOn', { day: dayText(lastReportOn, locale), progress })}
        {unchanged && <> · {t('eventKinds.no_change')}</>}
      </span>
    </>
  )
}
