import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { ExpandableText } from '@/components/ui/expandable-text'
import { LightWord } from '@/components/ui/light-mark'
import type { Day } from '@/domain/calendar'
import type { Deadline } from '@/domain/deadline'
import type { Payloads } from '@/domain/events'
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
  /** Whether this person verifies claims. */
  decides: boolean
}

/** Overdue tasks by lead department, the latest first, on both bases; with whom to call, and what was last heard. */
export function OverdueTable({ found, linkOf, decides }: OverdueTableProps) {
  const t = useTranslations()
  const groups = Map.groupBy(found.rows, (row) => row.lead.departmentId)
  return (
    <table className="overdue">
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
          <th className="c-last" rowSpan={2} scope="col">
            {t('terms.lastReport')}
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
              <th colSpan={9} scope="rowgroup">
                <AppLink href={linkOf({ lead: departmentId })}>{department}</AppLink>　{t('overdue.departmentCounts', { approved, issued })}
              </th>
            </tr>
            {groups.get(departmentId)?.map((row) => (
              <OverdueRow key={row.number} row={row} decides={decides} />
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
          <td colSpan={2} />
        </tr>
      </tfoot>
    </table>
  )
}

function OverdueRow({ row, decides }: { row: Row; decides: boolean }) {
  const t = useTranslations()
  const locale = useLocale()
  const { number, deadline, daysLate, completedOn } = row
  const claimed = row.state === 'claimed'
  const extended = deadline.approvedDueOn !== null && deadline.approvedDueOn !== deadline.issuedDueOn
  return (
    <tr>
      <td className="c-no">
        <AppLink href={`/tasks/${number}`}>{number}</AppLink>
      </td>
      <td className="c-light">
        <LightWord light={row.light} />
      </td>
      <td className="c-task">
        <AppLink className="t" href={`/tasks/${number}`}>
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
      <td className="c-last">
        <LastHeard row={row} />
        {claimed && decides && (
          <span className="x noprint">
            <AppLink href={`/review?task=${number}`}>{t('actions.verify')}</AppLink>
          </span>
        )}
      </td>
      <td className="c-note">
        <Contact duty={row.lead} />
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

function Contact({ duty }: { duty: Duty }) {
  const t = useTranslations('overdue')
  if (!duty.contact && !duty.phone && !duty.office) return <span className="muted">{t('noContact')}</span>
  return (
    <>
      {duty.office && <span className="x">{duty.office}</span>}
      {duty.contact && <span className="x">{duty.contact}</span>}
      {duty.phone && <a href={`tel:${duty.phone.replace(/[^\d+]/g, '')}`}>{duty.phone}</a>}
    </>
  )
}
