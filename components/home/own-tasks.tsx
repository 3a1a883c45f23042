import { useLocale, useTranslations } from 'next-intl'
import type { Nudge } from '@/components/home/to-do-list'
import { Nudged } from '@/components/home/to-do-reasons'
import { DeadlineCell } from '@/components/ledger/deadline-cell'
import { LastReport } from '@/components/ledger/last-report'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { LightCell } from '@/components/ledger/light-cell'
import { AppLink } from '@/components/ui/app-link'
import { Checked } from '@/components/ui/checked'
import { ExpandableText } from '@/components/ui/expandable-text'
import { ProgressBar } from '@/components/ui/progress-bar'
import { type Day, daysBetween } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

const HEADS = [
  ['number', 'c-no'],
  ['task', 'c-task'],
  ['deadline', 'c-due'],
  ['light', 'c-light'],
  ['progress', 'c-prog'],
  ['lastReport', 'c-last'],
] as const

type Obstacle = { seq: number; text: string; remover: string; since: Day }
/** By the task's number: the obstacles that the department itself reported and that still stand, and nudges without an answer. */
type OwnTasksProps = {
  rows: readonly LedgerRow[]
  asOf: Day
  obstacles: ReadonlyMap<number, readonly Obstacle[]>
  nudged: ReadonlyMap<number, Nudge>
}

/** The tasks that the department leads and has not finished, by number. */
export function OwnTasks({ rows, asOf, obstacles, nudged }: OwnTasksProps) {
  const t = useTranslations()
  const locale = useLocale()
  return (
    <table className="report" role="table" aria-label={t('toDo.ownTitle')}>
      <thead role="rowgroup">
        <tr role="row">
          {HEADS.map(([term, column]) => (
            <th key={term} scope="col" role="columnheader" className={column}>
              {t(`terms.${term}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody role="rowgroup">
        {rows.map((row) => (
          <tr key={row.number} role="row">
            <td className="c-no" role="cell">
              <AppLink href={taskPath(row.number)}>{numberText(row.number)}</AppLink>
            </td>
            <td className="c-task" role="cell">
              <AppLink className="t" href={taskPath(row.number)}>
                {row.title}
              </AppLink>
              <div className="note">
                <ExpandableText text={row.measure} lines={1} fits={60} />
              </div>
              {obstacles.get(row.number)?.map((obstacle) => (
                <OpenObstacle key={obstacle.seq} obstacle={obstacle} number={row.number} asOf={asOf} />
              ))}
              <div className="small">
                <Nudged nudge={nudged.get(row.number)} locale={locale} />
              </div>
            </td>
            <td className="c-due" role="cell">
              <DeadlineCell row={row} basis="approved" asOf={asOf} />
            </td>
            <td className="c-light" role="cell">
              <LightCell row={row} />
            </td>
            <td className="c-prog" role="cell">
              <ProgressBar progress={row.progress} expected={row.expected} />
              <Checked row={row} />
            </td>
            <td className="c-last" role="cell">
              <LastReport row={row} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function OpenObstacle({ obstacle, number, asOf }: { obstacle: Obstacle; number: number; asOf: Day }) {
  const t = useTranslations('toDo')
  const { text, remover, since } = obstacle
  return (
    <div className="small">
      <AppLink href={`${taskPath(number)}#obstacles`}>
        {t('obstacle', { day: dayText(since, useLocale()), days: daysBetween(since, asOf), remover })}
      </AppLink>
      {text}
    </div>
  )
}
