import { useLocale, useTranslations } from 'next-intl'
import { type DutyView, responsible, type TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { isOpen } from '@/domain/course'
import { canNudge } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'
import { unpublishedYears, type WorkCalendar, workingDaysBetween } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

/** Which cooperating departments have confirmed, who waits for whom, what for, and since when; nothing without such departments. */
export function PartsSection({ task, calendar }: { task: TaskView; calendar: WorkCalendar }) {
  const t = useTranslations('task')
  if (task.cooperating.length === 0) return null
  return (
    <Section title={t('parts')} id="parts">
      <table className="plainhead parts">
        <thead>
          <tr>
            <th scope="col">{t('department')}</th>
            <th scope="col">{t('partState')}</th>
            <th scope="col">{t('whoWaits')}</th>
            <th scope="col">{t('whatFor')}</th>
            <th scope="col" className="r">
              {t('waited')}
            </th>
          </tr>
        </thead>
        <tbody>
          {task.cooperating.map((duty) => (
            <PartRow key={duty.departmentId} duty={duty} task={task} calendar={calendar} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function PartRow({ duty, task, calendar }: { duty: DutyView; task: TaskView; calendar: WorkCalendar }) {
  const t = useTranslations()
  const locale = useLocale()
  const { part, since, note } = task.standing.parts[duty.departmentId] ?? { part: 'none' as const, since: task.start, note: '' }
  const waits = isOpen(task.state) && part !== 'done'
  const nudges = waits && task.asOf === task.today && canNudge(task.viewer, responsible(task), duty.departmentId)
  const guessed = waits ? unpublishedYears(calendar, since, task.asOf) : []
  const waiting = part === 'waiting_for_lead' ? t('task.cooperatingWaits') : t('task.leadWaits')
  return (
    <tr>
      <th scope="row" lang="zh-CN">
        {duty.department}
      </th>
      <td className="nb">{t(`parts.${part}`)}</td>
      <td className="nb">{waits && (part === 'waiting_for_lead' ? <b>{waiting}</b> : waiting)}</td>
      <td>{note}</td>
      <td className="r nb">
        {waits && t('waiting.sinceDays', { day: dayText(since, locale), days: workingDaysBetween(calendar, since, task.asOf) })}
        {guessed.length > 0 && <span className="x muted">{t('waiting.assumed')}</span>}
        {nudges && (
          <AppLink className="x noprint" href={`/nudge?task=${numberText(task.number)}&department=${duty.departmentId}`}>
            {t('waiting.nudgeOf', { department: duty.department })}
          </AppLink>
        )}
        {part === 'done' && <span className="muted">{t('task.confirmedOn', { day: dayText(since, locale) })}</span>}
      </td>
    </tr>
  )
}
