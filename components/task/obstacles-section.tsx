import { useLocale, useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import type { EventOf } from '@/components/task/event-sentence'
import { about } from '@/components/task/form-setup'
import { ObstacleForm, RemovalForm } from '@/components/task/forms/obstacle-forms'
import { responsible, type TaskView } from '@/components/task/task-view'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'
import { daysBetween } from '@/domain/calendar'
import { isOpen } from '@/domain/course'
import { inForce } from '@/domain/events'
import { actsOnBehalf, canReportObstacle } from '@/domain/permissions'
import { dayText } from '@/messages/day-text'

/** What stops the task, since when and who could remove it; with the forms to say so, and that it is removed. */
export function ObstaclesSection({ task, actions, wanted }: ActProps) {
  const t = useTranslations('talk')
  const { viewer, today, standing } = task
  const open = isOpen(standing.state)
  const speaksFor = [task.lead, ...task.cooperating].filter(({ departmentId }) =>
    canReportObstacle(viewer, responsible(task), departmentId),
  )
  const raised = inForce(task.events).filter((event) => event.kind === 'obstacle_raised')
  const count = open ? standing.obstacles.length : 0
  return (
    <Section title={t('obstacles')} id="obstacles" className="opens" note={count > 0 ? t('obstaclesNote', { count }) : t('noObstacles')}>
      {raised.map((event) => (
        <ObstacleItem key={event.seq} event={event} task={task} action={actions.removeObstacle} />
      ))}
      {speaksFor.length > 0 && (
        <ObstacleForm
          id="obstacle"
          about={about(task, null)}
          action={actions.raiseObstacle}
          allowed={open && task.asOf === today}
          user={viewer.username}
          title={t(actsOnBehalf(viewer) ? 'raiseOnBehalf' : 'raise')}
          open={wanted === 'obstacle'}
          start={{
            departments: speaksFor.map(({ departmentId, department }) => ({ value: departmentId, label: department })),
            today,
            source: actsOnBehalf(viewer) ? '' : undefined,
          }}
        />
      )}
    </Section>
  )
}

// One that is removed leaves nothing but a form that was just refused.
function ObstacleItem({ event, task, action }: { event: EventOf<'obstacle_raised'>; task: TaskView; action: Action }) {
  const t = useTranslations('talk')
  const { viewer, today, asOf, standing } = task
  const { departmentId, text, remover } = event.payload
  const stands = isOpen(standing.state) && standing.obstacles.some(({ seq }) => seq === event.seq)
  const department = task.departmentNames[departmentId] ?? ''
  const since = { day: dayText(event.effectiveOn, useLocale()), days: daysBetween(event.effectiveOn, asOf) }
  return (
    <div className={stands ? 'obstacle' : undefined}>
      {stands && (
        <>
          <p className="words">{text}</p>
          <p className="soft">{t.rich('obstacleOf', { department, remover, ...since, b: (chunks) => <b>{chunks}</b> })}</p>
        </>
      )}
      <RemovalForm
        id={`remove-${event.seq}`}
        about={about(task, null)}
        action={action}
        allowed={stands && asOf === today && canReportObstacle(viewer, responsible(task), departmentId)}
        user={viewer.username}
        title={t('remove')}
        start={{ raisedSeq: event.seq, since: event.effectiveOn, today, source: actsOnBehalf(viewer) ? '' : undefined }}
      />
    </div>
  )
}
