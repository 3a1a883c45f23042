import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Checked } from '@/components/ui/checked'
import { ExpandableText } from '@/components/ui/expandable-text'
import { LightWord } from '@/components/ui/light-mark'
import { ProgressBar } from '@/components/ui/progress-bar'
import { type Day, daysBetween } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import type { Basis, Light, State } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type ListedTask = {
  number: number
  title: string
  measure: string
  lead: { departmentId: string; department: string }
  cooperating: readonly { departmentId: string; department: string }[]
  deadline: { issued: string; issuedDueOn: Day | null; approvedDueOn: Day | null }
  state: State
  light: Light
  progress: number
  expected: number | null
  daysLate: Record<Basis, number>
  completedOn: Day | null
  returnSeq: number | null
  lastReport: { done: string; on: Day } | null
  lastReportOn: Day | null
  extensions: number
  extensionSeq: number | null
  checked: number | null
  gap: number
}

/** `showLead`: where the tasks are not all of one lead department. `href`: the task's page on another day than today. */
type TaskCellsProps = { row: ListedTask; asOf: Day; showLead: boolean; href?: string }

/** The cells of a task that are read, not filled in: number, task, deadline with its light, progress with the last report. */
export function TaskCells({ row, asOf, showLead, href = taskPath(row.number) }: TaskCellsProps) {
  const t = useTranslations()
  const { number, title, measure, lead, cooperating } = row
  return (
    <>
      <td className="c-no">
        <AppLink href={href}>{numberText(number)}</AppLink>
      </td>
      <td className="c-task">
        <AppLink className="t" href={href}>
          {title}
        </AppLink>
        <div className="note">
          <ExpandableText text={measure} lines={1} fits={40} />
        </div>
        {(showLead || cooperating.length > 0) && (
          <span className="x note">
            {showLead && <span className="soft">{lead.department}</span>}
            {showLead && cooperating.length > 0 && ' · '}
            {cooperating.length > 0 &&
              t('department.cooperatedBy', { departments: cooperating.map((duty) => duty.department).join(t('common.listSeparator')) })}
          </span>
        )}
      </td>
      <td className="c-due">
        <LightWord light={row.light} />
        {row.returnSeq !== null && row.state === 'in_progress' && <span className="mark">{t('marks.returned')}</span>}
        <DueLines row={row} asOf={asOf} />
      </td>
      <td className="c-last">
        <ProgressBar progress={row.progress} expected={null} />
        <Checked row={row} />
        <LastHeard row={row} />
      </td>
    </>
  )
}

function DueLines({
  row: { deadline, daysLate, state, completedOn, light, extensions, extensionSeq },
  asOf,
}: {
  row: ListedTask
  asOf: Day
}) {
  const t = useTranslations()
  const locale = useLocale()
  const { issued, issuedDueOn, approvedDueOn } = deadline
  const open = state !== 'closed' && state !== 'withdrawn'
  return (
    <>
      <span className="x">{issued}</span>
      {approvedDueOn && approvedDueOn !== issuedDueOn && (
        <span className="x muted">{t('ledger.extendedTimes', { count: extensions, day: dayText(approvedDueOn, locale) })}</span>
      )}
      {extensionSeq !== null && <span className="x soft">{t('ledger.extensionAsked')}</span>}
      {issuedDueOn === null && <span className="mark">{t('marks.longTerm')}</span>}
      {light === 'overdue' && <span className="x late">{t('common.daysLate', { count: daysLate.approved })}</span>}
      {open && light !== 'overdue' && light !== 'claimed' && approvedDueOn && (
        <span className="x muted">{t('common.daysLeft', { count: Math.max(0, daysBetween(asOf, approvedDueOn)) })}</span>
      )}
      {completedOn && <span className="x muted">{t('department.completedOn', { day: dayText(completedOn, locale) })}</span>}
    </>
  )
}

function LastHeard({ row: { lastReport, lastReportOn } }: { row: ListedTask }) {
  const t = useTranslations()
  const locale = useLocale()
  if (!lastReportOn) return <span className="x muted">{t('terms.never')}</span>
  const unchanged = !lastReport || lastReportOn > lastReport.on
  return (
    <>
      <span className="x muted">
        {dayText(lastReportOn, locale)} {unchanged && <span className="nb">{t('eventKinds.no_change')}</span>}
      </span>
      {lastReport && <ExpandableText text={lastReport.done} lines={1} fits={28} />}
    </>
  )
}
