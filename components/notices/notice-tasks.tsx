import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { numberText, taskPath } from '@/domain/task-number'
import type { State } from '@/domain/words'

type TaskNow = { number: number; title: string; progress: number; state: State }

/** Where the tasks of a notice stand now; the notice itself says how they stood at its issue. */
export function NoticeTasks({ tasks }: { tasks: readonly TaskNow[] }) {
  const t = useTranslations()
  return (
    <Section title={t('notices.tasksNow')} id="tasks">
      <ul className="noticetasks">
        {tasks.map(({ number, title, progress, state }) => (
          <li key={number}>
            <AppLink className="t" href={taskPath(number)} lang="zh-CN">
              {numberText(number)}　{title}
            </AppLink>
            <span className="muted">
              {t(`states.${state}`)} · {t('common.progressOnly', { progress })}
            </span>
          </li>
        ))}
      </ul>
    </Section>
  )
}
