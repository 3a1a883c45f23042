import { useTranslations } from 'next-intl'
import { about } from '@/components/task/form-setup'
import { OneClickForm } from '@/components/task/forms/one-click-form'
import { ReferenceForm } from '@/components/task/forms/reference-form'
import type { TaskActions } from '@/components/task/task-actions'
import { responsible, type TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { canActAsLead } from '@/domain/permissions'
import { numberText, planOf, taskPath } from '@/domain/task-number'

/** Another task that this one is linked with; `seq` is the event that says so. */
export type Reference = { seq: number; number: number; title: string; planTitle: string }
export type References = { to: readonly Reference[]; from: readonly Reference[] }

type ReferencesProps = { task: TaskView; references: References; actions: TaskActions; wanted: string | undefined }

/** The tasks, also of other plans, that this one refers to and that refer to it; as they are today. */
export function ReferencesSection({ task, references: { to, from }, actions, wanted }: ReferencesProps) {
  const t = useTranslations('references')
  const may = canActAsLead(task.viewer, responsible(task))
  if (!may && to.length + from.length === 0) return null
  const line = (other: Reference) => <Line other={other} isOfOtherPlan={planOf(other.number) !== planOf(task.number)} />
  return (
    <Section title={t('title')} id="references" className="opens" note={to.length + from.length === 0 ? t('none') : undefined}>
      {to.length > 0 && (
        <ul className="refs" aria-label={t('to')}>
          {to.map((other) => (
            <li key={other.seq}>
              {line(other)}
              {may && (
                <OneClickForm action={actions.removeReference} about={about(task, null)} fields={{ referredSeq: other.seq }}>
                  {t('remove')}
                  <span className="vh"> {numberText(other.number)}</span>
                </OneClickForm>
              )}
            </li>
          ))}
        </ul>
      )}
      {from.length > 0 && (
        <>
          <p className="note">{t('from')}</p>
          <ul className="refs" aria-label={t('from')}>
            {from.map((other) => (
              <li key={`${other.number} ${other.seq}`}>{line(other)}</li>
            ))}
          </ul>
        </>
      )}
      <ReferenceForm
        id="refer"
        about={about(task, null)}
        action={actions.referToTask}
        allowed={may}
        user={task.viewer.username}
        title={t('add')}
        open={wanted === 'refer'}
      />
    </Section>
  )
}

function Line({ other: { number, title, planTitle }, isOfOtherPlan }: { other: Reference; isOfOtherPlan: boolean }) {
  return (
    <span>
      <AppLink href={taskPath(number)} lang="zh-CN">
        {numberText(number)}　{title}
      </AppLink>{' '}
      {isOfOtherPlan && (
        <span className="muted" lang="zh-CN">
          {planTitle}
        </span>
      )}
    </span>
  )
}
