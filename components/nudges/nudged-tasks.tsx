import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { DutyContact } from '@/components/ui/duty-contact'
import { LightWord } from '@/components/ui/light-mark'
import { type Day, daysBetween } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import type { Light, Part } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Duty = { part: Part; partSince: Day; office: string; contact: string; phone: string }
type Row = {
  number: number
  title: string
  light: Light
  daysLate: { approved: number }
  deadline: { approvedDueOn: Day | null }
  lastReportOn: Day | null
}
/** `workingDays`: how long its part has been waited for; null for the lead. */
export type NudgedItem = { row: Row; duty: Duty; workingDays: number | null }

/** The tasks of which one department will be reminded, why, and with whom to talk. */
export function NudgedTasks({ items, today, department }: { items: readonly NudgedItem[]; today: Day; department: string }) {
  const t = useTranslations()
  return (
    <table className="plainhead cards nudged" aria-label={department}>
      <thead>
        <tr>
          <th scope="col">{t('terms.task')}</th>
          <th scope="col" className="c-light">
            {t('terms.light')}
          </th>
          <th scope="col" className="c-why">
            {t('nudges.why')}
          </th>
          <th scope="col" className="c-note">
            {t('nudges.contactHead')}
          </th>
        </tr>
      </thead>
      <tbody>
        {items.map(({ row, duty, workingDays }) => (
          <tr key={row.number}>
            <td>
              <AppLink href={taskPath(row.number)}>
                {numberText(row.number)}　{row.title}
              </AppLink>
            </td>
            <td className="c-light">
              <LightWord light={row.light} />
            </td>
            <td className="c-why">
              {workingDays === null ? <LeadBecause row={row} today={today} /> : <PartBecause duty={duty} days={workingDays} />}
            </td>
            <td className="c-note" data-l={t('nudges.contactHead')}>
              <DutyContact duty={duty} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function LeadBecause({ row, today }: { row: Row; today: Day }) {
  const t = useTranslations('nudges.because')
  const locale = useLocale()
  const { lastReportOn, deadline, daysLate } = row
  return (
    <>
      {daysLate.approved > 0 ? (
        <span className="x late">{t('late', { days: daysLate.approved })}</span>
      ) : (
        deadline.approvedDueOn && <span className="x">{t('left', { days: daysBetween(today, deadline.approvedDueOn) })}</span>
      )}
      <span className="x">
        {lastReportOn ? t('silent', { day: dayText(lastReportOn, locale), days: daysBetween(lastReportOn, today) }) : t('never')}
      </span>
    </>
  )
}

function PartBecause({ duty, days }: { duty: Duty; days: number }) {
  const t = useTranslations()
  return <>{t('nudges.because.part', { part: t(`parts.${duty.part}`), day: dayText(duty.partSince, useLocale()), days })}</>
}
