import { useLocale, useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { DayText } from '@/components/ui/day-text'
import { LightWord } from '@/components/ui/light-mark'
import type { Day } from '@/domain/calendar'
import type { Light } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Task = { number: number; title: string; light: Light; daysLate: { approved: number }; lead: { department: string } }
type Obstacle = { seq: number; text: string; remover: string; department: string; since: Day; days: number; row: Task }
/** `taskHref` leads to a part of the task's page. */
type ObstaclesTableProps = { obstacles: readonly Obstacle[]; asOf: Day; taskHref: (number: number, anchor: string) => string }

/** Open obstacles, the oldest first: what, since when, who could remove it, who says so, and how the task stands. */
export function ObstaclesTable({ obstacles, asOf, taskHref }: ObstaclesTableProps) {
  const t = useTranslations()
  return (
    <table className="cards obstacles">
      <caption className="vh">{t('obstacles.caption', { day: dayText(asOf, useLocale()) })}</caption>
      <thead>
        <tr>
          <th scope="col" className="c-since">
            {t('obstacles.since')}
          </th>
          <th scope="col">{t('obstacles.what')}</th>
          <th scope="col" className="c-who">
            {t('obstacles.who')}
          </th>
          <th scope="col" className="c-who">
            {t('obstacles.says')}
          </th>
          <th scope="col" className="c-task">
            {t('terms.task')}
          </th>
          <th scope="col" className="c-light">
            {t('terms.light')}
          </th>
        </tr>
      </thead>
      <tbody>
        {obstacles.map(({ row, ...obstacle }) => (
          <tr key={`${row.number}-${obstacle.seq}`}>
            <td className="c-since" data-l={t('obstacles.since')}>
              <DayText day={obstacle.since} />
              <span className="x muted">{t('obstacles.daysOpen', { days: obstacle.days })}</span>
            </td>
            <td className="words">{obstacle.text}</td>
            <td data-l={t('obstacles.who')}>{obstacle.remover}</td>
            <td data-l={t('obstacles.says')}>{obstacle.department}</td>
            <td>
              <TaskCell row={row} href={taskHref(row.number, 'obstacles')} />
            </td>
            <td className="c-light">
              <LightWord light={row.light} />
              {row.daysLate.approved > 0 && <span className="x late">{t('common.daysLate', { count: row.daysLate.approved })}</span>}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

export function TaskCell({ row, href }: { row: Pick<Task, 'number' | 'title' | 'lead'>; href: string }) {
  const t = useTranslations('obstacles')
  return (
    <>
      <AppLink className="t" href={href}>
        {row.number}　{row.title}
      </AppLink>
      <span className="x muted">
        {t('lead')} {row.lead.department}
      </span>
    </>
  )
}
