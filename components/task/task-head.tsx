import { useTranslations } from 'next-intl'
import { isLongTerm, type TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { LightWord } from '@/components/ui/light-mark'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'

type HeadProps = { task: TaskView; previous: number | null; next: number | null }

/** Where the task stands in the ledger, its title with light and marks, the as-of day. */
export function TaskHead({ task, previous, next }: HeadProps) {
  const t = useTranslations()
  return (
    <>
      <Crumb task={task} previous={previous} next={next} />
      <PageHead
        title={
          <>
            {task.number}　<span lang="zh-CN">{task.title}</span>
          </>
        }
        marks={
          <>
            <LightWord light={task.light} />
            {task.standing.returnSeq !== null && <span className="mark">{t('marks.returned')}</span>}
            {isLongTerm(task) && <span className="mark">{t('marks.longTerm')}</span>}
          </>
        }
        tools={
          <>
            <AsOfPicker asOf={task.asOf} today={task.today} path={`/tasks/${task.number}`} />
            <PrintButton />
          </>
        }
      />
      <PrintLine asOf={task.asOf} basis="approved" />
    </>
  )
}

function Crumb({ task, previous, next }: HeadProps) {
  const t = useTranslations()
  const kept = task.asOf === task.today ? '' : `asOf=${task.asOf}`
  const ledger = (query: string) => `/ledger?${[query, kept].filter(Boolean).join('&')}`.replace(/\?$/, '')
  const neighbour = (number: number) => `/tasks/${number}${kept && `?${kept}`}`
  return (
    <nav aria-label={t('task.position')}>
      <p className="crumb">
        <span>
          <AppLink href={ledger('')}>{t('terms.ledger')}</AppLink> /{' '}
          <span className="mid">
            <AppLink href={ledger(`goal=${task.goal.number}`)} lang="zh-CN">
              {task.goal.text}
            </AppLink>{' '}
            /{' '}
          </span>
          {t('common.taskNumber', { number: task.number })}
        </span>
        <span className="end">
          {previous !== null && (
            <AppLink href={neighbour(previous)} rel="prev">
              {t('task.previousTask')}
            </AppLink>
          )}
          {next !== null && (
            <AppLink href={neighbour(next)} rel="next">
              {t('task.nextTask')}
            </AppLink>
          )}
        </span>
      </p>
    </nav>
  )
}
