import { useLocale, useTranslations } from 'next-intl'
import type { TaskView } from '@/components/task/task-view'
import { ProgressBar } from '@/components/ui/progress-bar'
import { gapOf } from '@/domain/course'
import { dayText } from '@/messages/day-text'

/** What the department says and, once a supervisor has been there, what he found beside it (双跟踪). */
export function DoubleTrack({ task }: { task: TaskView }) {
  const t = useTranslations()
  const { checked } = task.standing
  return (
    <>
      <dt>{t(checked ? 'checks.reported' : 'terms.progress')}</dt>
      <dd>
        <ProgressBar progress={task.progress} expected={task.expected} />
      </dd>
      {checked && (
        <>
          <dt>{t('checks.checked')}</dt>
          <dd className="checked">
            <ProgressBar progress={checked.progress} expected={null} />
            <a className="x soft" href={`#event-${checked.seq}`}>
              <Found task={task} />
            </a>
          </dd>
        </>
      )}
    </>
  )
}

/** “核查60%，12月3日，低于自报20个百分点”; nothing without a check. */
export function Found({ task: { standing } }: { task: Pick<TaskView, 'standing'> }) {
  const t = useTranslations('checks')
  const locale = useLocale()
  const { checked } = standing
  if (!checked) return null
  const points = gapOf(standing)
  const side = points > 0 ? 'below' : checked.progress > checked.reported ? 'above' : 'alike'
  const more = points || checked.progress - checked.reported
  return <>{t('found', { progress: checked.progress, day: dayText(checked.on, locale), side, points: more })}</>
}
