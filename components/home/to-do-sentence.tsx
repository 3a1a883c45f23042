import { useLocale, useTranslations } from 'next-intl'
import type { Thing, Things } from '@/components/home/to-do-list'
import type { TrackThing } from '@/components/home/track-rows'
import { linked, type To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'
import { type Day, daysBetween } from '@/domain/calendar'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

/** Counts of the department's lead tasks, and of all in which it has a part (`all…`); `overdueClaimed` are overdue and await verification. */
export type OwnFigures = {
  lead: number
  closed: number
  claimed: number
  overdue: number
  overdueClaimed: number
  all: number
  allOverdue: number
}
type Next = { number: number; dueOn: Day } | null

type ToDoSentenceProps = { things: Things; figures: OwnFigures; next: Next; departmentId: string; today: Day; to: To }

/** How much there is to do now, and how the department stands; with nothing to do, when the next deadline is. */
export function ToDoSentence({ things, figures, next, departmentId, today, to }: ToDoSentenceProps) {
  const t = useTranslations('toDo')
  const locale = useLocale()
  const answered = Object.groupBy(things.answered, kindOf)
  const parts = [
    { name: 'instructed', list: things.instructed, href: '#instructed' },
    { name: 'notices', list: things.notices, href: '#notices' },
    { name: 'returned', list: things.returned, href: '#returned' },
    { name: 'extensionRefused', list: answered.extensionRefused ?? [], href: '#answered' },
    { name: 'stageReturned', list: answered.stageReturned ?? [], href: '#answered' },
    { name: 'stageMissing', list: answered.stageMissing ?? [], href: '#answered' },
    { name: 'overdue', list: things.overdue, href: '#overdue' },
    { name: 'dueSoon', list: things.dueSoon, href: '#due-soon' },
    { name: 'confirm', list: things.toConfirm, href: '#to-confirm' },
    { name: 'behalf', list: things.onOurBehalf, href: '#on-our-behalf' },
  ] as const
  const present = parts.filter(({ list }) => list.length > 0)
  const count = present.reduce((sum, { list }) => sum + list.length, 0)
  const own = { lead: departmentId }
  const lateAmong: Record<string, number> = {
    returned: things.returned.filter(({ row }) => isLate(row)).length,
    extensionRefused: (answered.extensionRefused ?? []).filter(({ row }) => isLate(row)).length,
  }
  return (
    <p className="lead">
      {count > 0 ? (
        <>
          {t.rich('now', { count, toAll: linked(count, '#now') })}
          {present.map(({ name, list, href }, index) => (
            <span key={name}>
              {t.rich(`counts.${name}`, {
                count: list.length,
                late: lateAmong[name] ?? 0,
                to: linked(list.length, href, name === 'overdue' ? 'late' : undefined),
              })}
              {t(index < present.length - 1 ? 'comma' : 'stop')}
            </span>
          ))}
        </>
      ) : (
        <>
          {t('nothing')}{' '}
          {next
            ? t.rich('nextDeadline', {
                number: numberText(next.number),
                day: dayText(next.dueOn, locale),
                days: daysBetween(today, next.dueOn),
                to: (text) => <AppLink href={taskPath(next.number)}>{text}</AppLink>,
              })
            : t('noDeadline')}
        </>
      )}
      <span className="why">
        {t.rich('ownFigures', {
          ...figures,
          toLead: linked(figures.lead, to(own)),
          toClosed: linked(figures.closed, to({ ...own, light: 'closed' })),
          toClaimed: linked(figures.claimed, to({ ...own, list: 'claimed' })),
          toOverdue: linked(figures.overdue, to({ ...own, list: 'overdue_approved' }), 'late'),
          toAllOverdue: linked(figures.allOverdue, to({ list: 'overdue_approved' }), 'late'),
          toAll: linked(figures.all, to({})),
        })}
      </span>
    </p>
  )
}

const isLate = ({ daysLate }: Thing): boolean => daysLate.approved > 0

/** Each task counts once, by what weighs most. */
const kindOf = ({ refused, returned }: TrackThing) =>
  refused ? 'extensionRefused' : returned.length > 0 ? 'stageReturned' : 'stageMissing'
