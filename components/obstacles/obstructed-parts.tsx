import { useTranslations } from 'next-intl'
import { TaskCell } from '@/components/obstacles/obstacles-table'
import { DayText } from '@/components/ui/day-text'
import { LightWord } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import type { Light } from '@/domain/words'

type Part = {
  departmentId: string
  department: string
  note: string
  since: Day
  days: number
  row: { number: number; title: string; light: Light; lead: { department: string } }
}

/** The parts that cooperating departments confirmed as obstructed, the oldest first. */
export function ObstructedParts({ parts, taskHref }: { parts: readonly Part[]; taskHref: (number: number, anchor: string) => string }) {
  const t = useTranslations()
  return (
    <Section title={t('obstacles.partsTitle')} id="parts" note={t('obstacles.partsNote')}>
      <table className="plainhead cards obstacles">
        <thead>
          <tr>
            <th scope="col" className="c-since">
              {t('obstacles.since')}
            </th>
            <th scope="col">{t('obstacles.partNote')}</th>
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
          {parts.map(({ row, ...part }) => (
            <tr key={`${row.number}-${part.departmentId}`}>
              <td className="c-since" data-l={t('obstacles.since')}>
                <DayText day={part.since} />
                <span className="x muted">{t('obstacles.daysOpen', { days: part.days })}</span>
              </td>
              <td className="words">{part.note}</td>
              <td data-l={t('obstacles.says')}>{part.department}</td>
              <td>
                <TaskCell row={row} href={taskHref(row.number, 'parts')} />
              </td>
              <td className="c-light">
                <LightWord light={row.light} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  )
}
