import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type TaskView, unconfirmed } from '@/components/task/task-view'
import { TrackLead } from '@/components/task/track-lead'
import { type Day, daysBetween } from '@/domain/calendar'
import { isOpen } from '@/domain/course'
import { dayText } from '@/messages/day-text'

const tags = {
  late: (chunks: ReactNode) => <span className="late">{chunks}</span>,
  history: (chunks: ReactNode) => (
    <a className="num" href="#history">
      {chunks}
    </a>
  ),
  parts: (chunks: ReactNode) => (
    <a className="num" href="#parts">
      {chunks}
    </a>
  ),
}

/** The sentence under the title: late or not on both bases, what has been done, who has not confirmed. */
export function TaskLead({ task }: { task: TaskView }) {
  const { standing, cooperating } = task
  return (
    <p className="lead">
      <Deadline task={task} />
      {isOpen(standing.state) && (
        <>
          <Claim task={task} />
          <Progress task={task} />
          {cooperating.length > 0 && <Parts waiting={unconfirmed(task).length} />}
          <LastReport day={standing.lastReportOn} />
        </>
      )}
      <TrackLead task={task} />
    </p>
  )
}

function Deadline({ task }: { task: TaskView }) {
  const t = useTranslations('task.lead')
  const locale = useLocale()
  const { daysLate, deadline, standing } = task
  const { approvedDueOn } = deadline
  if (standing.state === 'withdrawn') return t('withdrawn')
  if (standing.state === 'closed') return <Closed task={task} />
  if (approvedDueOn === null) return t('longTerm')
  const values = {
    days: daysLate.approved,
    issuedDays: daysLate.issued,
    deadline: deadline.issued,
    approved: dayText(approvedDueOn, locale),
  }
  if (daysLate.approved > 0) {
    const isAlike = approvedDueOn === deadline.issuedDueOn
    return isAlike ? t.rich('overdueAlike', { ...values, late: tags.late }) : t.rich('overdueTwice', { ...values, late: tags.late })
  }
  const due = standing.state !== 'claimed' && t('due', { day: dayText(approvedDueOn, locale), days: daysBetween(task.asOf, approvedDueOn) })
  return (
    <>
      {daysLate.issued > 0 && t('overdueIssued', values)}
      {due}
    </>
  )
}

function Closed({ task }: { task: TaskView }) {
  const t = useTranslations('task.lead')
  const locale = useLocale()
  const { completedOn, closedOn } = task.standing
  const onTime = useOnTime(task, completedOn)
  return (
    <>
      {t('closed', { completed: completedOn ? dayText(completedOn, locale) : '', closed: closedOn ? dayText(closedOn, locale) : '' })}
      {onTime && t('closedOnTime', { onTime })}
    </>
  )
}

/** Whether a completion on this day is on time, or how many days late, on both bases; null without a deadline. */
export function useOnTime({ deadline }: Pick<TaskView, 'deadline'>, completedOn: Day | null): string | null {
  const t = useTranslations('task')
  const { approvedDueOn, issuedDueOn } = deadline
  if (!completedOn || !approvedDueOn || !issuedDueOn) return null
  const words = (dueOn: Day) => t('settled', { onTime: completedOn <= dueOn ? 'yes' : 'no', days: daysBetween(dueOn, completedOn) })
  return t('onTimeBoth', {
    alike: approvedDueOn === issuedDueOn ? 'yes' : 'no',
    approved: words(approvedDueOn),
    issued: words(issuedDueOn),
  })
}

function Claim({ task: { standing, daysLate, events } }: { task: TaskView }) {
  const t = useTranslations('task.lead')
  const locale = useLocale()
  const returned = events.find((event) => event.seq === standing.returnSeq)
  if (returned) return t('returned', { day: dayText(returned.effectiveOn, locale) })
  if (standing.state !== 'claimed' || !standing.completedOn) return null
  return (
    <>
      {daysLate.approved > 0 && t('standsStill')}
      {t('claimed', { day: dayText(standing.completedOn, locale) })}
    </>
  )
}

function Progress({ task: { progress, expected } }: { task: TaskView }) {
  const t = useTranslations('task.lead')
  return expected === null
    ? t.rich('progressOnly', { progress, a: tags.history })
    : t.rich('progress', { progress, expected, a: tags.history })
}

function Parts({ waiting }: { waiting: number }) {
  const t = useTranslations('task.lead')
  return waiting === 0 ? t('confirmed') : t.rich('unconfirmed', { count: waiting, a: tags.parts })
}

function LastReport({ day }: { day: Day | null }) {
  const t = useTranslations('task.lead')
  const locale = useLocale()
  return day ? t('lastReport', { day: dayText(day, locale) }) : t('neverReported')
}
