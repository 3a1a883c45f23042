import { useLocale, useTranslations } from 'next-intl'
import { DoubleTrack } from '@/components/task/double-track'
import { useOnTime } from '@/components/task/task-lead'
import type { TaskView } from '@/components/task/task-view'
import { LightWord } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import { dayText } from '@/messages/day-text'

/** The row as issued, its deadlines, and where it stands. */
export function IssuedSection({ task }: { task: TaskView }) {
  const t = useTranslations()
  return (
    <Section title={t('task.issued')} className="issued">
      <dl>
        <dt>{t('terms.goal')}</dt>
        <dd lang="zh-CN">{task.goal.text}</dd>
        <dt className="again">{t('terms.title')}</dt>
        <dd className="again" lang="zh-CN">
          {task.title}
        </dd>
        <dt>{t('terms.measure')}</dt>
        <dd lang="zh-CN" className="big">
          {task.measure}
        </dd>
        <dt>{t('terms.leadDepartment')}</dt>
        <dd lang="zh-CN">{task.lead.department}</dd>
        <dt>{t('terms.cooperatingDepartments')}</dt>
        <dd>
          {task.cooperating.length === 0 && t('task.noCooperating')}
          {task.cooperating.map(({ departmentId, department }, index) => (
            <span key={departmentId} className="dept" lang="zh-CN">
              {department}
              {index < task.cooperating.length - 1 && '、'}
            </span>
          ))}
        </dd>
      </dl>
      <dl className="h">
        <Deadlines task={task} />
        <dt>{t('terms.state')}</dt>
        <dd>
          {t(`states.${task.state}`)}　{task.light !== task.state && <LightWord light={task.light} />}
        </dd>
        <DoubleTrack task={task} />
        <Completion task={task} />
      </dl>
    </Section>
  )
}

function Deadlines({ task: { deadline, standing } }: { task: TaskView }) {
  const t = useTranslations()
  const locale = useLocale()
  const { issued, issuedDueOn, approvedDueOn } = deadline
  return (
    <>
      <dt>{t('terms.issuedDeadline')}</dt>
      <dd>
        <span lang="zh-CN">{issued}</span>
        <span className="muted">　{issuedDueOn ? t('task.dueOn', { day: dayText(issuedDueOn, locale) }) : t('task.longTerm')}</span>
      </dd>
      {approvedDueOn && (
        <>
          <dt>{t('terms.approvedDeadline')}</dt>
          <dd>
            {standing.extensions === 0 && approvedDueOn === issuedDueOn
              ? t('task.noExtension')
              : t('ledger.extendedTimes', { count: standing.extensions, day: dayText(approvedDueOn, locale) })}
          </dd>
        </>
      )}
    </>
  )
}

function Completion({ task }: { task: TaskView }) {
  const t = useTranslations()
  const locale = useLocale()
  const { completedOn, closedOn } = task.standing
  const onTime = useOnTime(task, completedOn)
  if (!completedOn) return null
  return (
    <>
      <dt>{t('terms.completionDay')}</dt>
      <dd>{closedOn ? dayText(completedOn, locale) : t('task.claimedDay', { day: dayText(completedOn, locale) })}</dd>
      {closedOn && (
        <>
          <dt>{t('task.closedOn')}</dt>
          <dd>{dayText(closedOn, locale)}</dd>
          {onTime && (
            <>
              <dt>{t('task.onTime')}</dt>
              <dd>{onTime}</dd>
            </>
          )}
        </>
      )}
    </>
  )
}
