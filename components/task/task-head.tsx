import { useTranslations } from 'next-intl'
import { isLongTerm, type TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { LightWord } from '@/components/ui/light-mark'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { numberText, planOf, taskNumber, taskPath } from '@/domain/task-number'

/** `planName`: where there are several plans, of which it is one. */
type HeadProps = { task: TaskView; planName: string | null; previous: number | null; next: number | null }

/** Where the task stands in the ledger, its title with light and marks, the as-of day. */
export function TaskHead({ task, planName, previous, next }: HeadProps) {
  const t = useTranslations()
  return (
    <>
      <Crumb task={task} planName={planName} previous={previous} next={next} />
      <PageHead
        title={
          <>
            {numberText(task.number)}　<span lang="zh-CN">{task.title}</span>
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
            <AsOfPicker asOf={task.asOf} today={task.today} path={taskPath(task.number)} scope={{ knownOn: task.knownOn, plans: [] }} />
            <PrintButton />
          </>
        }
      />
      <PrintLine asOf={task.asOf} basis="approved" knownOn={task.knownOn} plan={task.plan.title} />
    </>
  )
}

function Crumb({ task, planName, previous, next }: HeadProps) {
  const t = useTranslations()
  const day = task.asOf === task.today ? '' : `asOf=${task.asOf}`
  const kept = [day, task.knownOn && `knownOn=${task.knownOn}`].filter(Boolean).join('&')
  const ledger = (query: string) => `/ledger?${[query, kept].filter(Boolean).join('&')}`.replace(/\?$/, '')
  const neighbour = (number: number) => `${taskPath(number)}${kept && `?${kept}`}`
  return (
    <nav aria-label={t('task.position')}>
      <p className="crumb">
        <span>
          <AppLink href={ledger('')}>{t('terms.ledger')}</AppLink> /{' '}
          {planName && (
            <>
              <AppLink href={ledger(`plan=${planOf(task.number)}`)} lang="zh-CN">
                {planName}
              </AppLink>{' '}
              /{' '}
            </>
          )}
          <span className="mid">
            <AppLink href={ledger(`goal=${numberText(taskNumber(planOf(task.number), task.goal.number))}`)} lang="zh-CN">
              {task.goal.text}
            </AppLink>{' '}
            /{' '}
          </span>
          {t('common.taskNumber', { number: numberText(task.number) })}
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
