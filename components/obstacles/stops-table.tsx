import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'
import { DayText } from '@/components/ui/day-text'
import { LightWord } from '@/components/ui/light-mark'
import type { Day } from '@/domain/calendar'
import { numberText } from '@/domain/task-number'
import type { Light } from '@/domain/words'

/** What stops a task: in words, since when, who says so, and how the task stands. */
export type Stop = {
  department: string
  since: Day
  days: number
  row: { number: number; title: string; light: Light; daysLate: { approved: number }; lead: { department: string } }
}
/** `remover` is who could remove it; there is no such column if nobody is named. */
export type StopShown = Stop & { key: string; text: string; remover?: string; href: string }

type StopsTableProps = { stops: readonly StopShown[]; textHead: string; caption?: string; className?: string }

export function StopsTable({ stops, textHead, caption, className = '' }: StopsTableProps) {
  const t = useTranslations()
  const isRemovable = stops.some(({ remover }) => remover !== undefined)
  return (
    <table className={`${className} cards obstacles`.trim()}>
      {caption && <caption className="vh">{caption}</caption>}
      <thead>
        <tr>
          <th scope="col" className="c-since">
            {t('obstacles.since')}
          </th>
          <th scope="col">{textHead}</th>
          {isRemovable && (
            <th scope="col" className="c-who">
              {t('obstacles.who')}
            </th>
          )}
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
        {stops.map((stop) => (
          <tr key={stop.key}>
            <td className="c-since" data-l={t('obstacles.since')}>
              <DayText day={stop.since} />
              <span className="x muted">{t('obstacles.daysOpen', { days: stop.days })}</span>
            </td>
            <td className="words">{stop.text}</td>
            {isRemovable && <td data-l={t('obstacles.who')}>{stop.remover}</td>}
            <td data-l={t('obstacles.says')}>{stop.department}</td>
            <TaskCells row={stop.row} href={stop.href} />
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function TaskCells({ row, href }: Pick<StopShown, 'row' | 'href'>) {
  const t = useTranslations()
  return (
    <>
      <td>
        <AppLink className="t" href={href}>
          {numberText(row.number)}　{row.title}
        </AppLink>
        <span className="x muted">
          {t('obstacles.lead')} {row.lead.department}
        </span>
      </td>
      <td className="c-light">
        <LightWord light={row.light} />
        {row.daysLate.approved > 0 && <span className="x late">{t('common.daysLate', { count: row.daysLate.approved })}</span>}
      </td>
    </>
  )
}
