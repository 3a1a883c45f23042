import { useLocale, useTranslations } from 'next-intl'
import { InstantText } from '@/components/ui/instant-text'
import { Section } from '@/components/ui/section'
import type { Day } from '@/domain/calendar'
import type { CalendarDayKind } from '@/domain/working-days'
import { dayText } from '@/messages/day-text'

type Was = { kind: CalendarDayKind; name: string }
export type CalendarChange = { seq: number; at: string; by: string } & (
  | { kind: 'day_set'; day: Day; to: Was; from: Was | null }
  | { kind: 'day_removed'; day: Day; from: Was | null }
  | { kind: 'year_published' | 'year_unpublished' }
)

/** Who changed what in this year's calendar. */
export function CalendarHistory({ changes }: { changes: readonly CalendarChange[] }) {
  const t = useTranslations('calendar')
  if (changes.length === 0) return null
  return (
    <Section title={t('historyTitle')} className="mt-6">
      <ol className="hist">
        {changes.map((change) => (
          <li key={change.seq}>
            <InstantText at={change.at} />
            <span>
              {change.by} <Said change={change} />
            </span>
          </li>
        ))}
      </ol>
    </Section>
  )
}

function Said({ change }: { change: CalendarChange }) {
  const t = useTranslations('calendar')
  const locale = useLocale()
  const was = (it: Was | null): string => (it === null ? t('plainDay') : [t(`kinds.${it.kind}`), it.name].filter(Boolean).join(' '))
  switch (change.kind) {
    case 'day_set':
      return t('history.day_set', { day: dayText(change.day, locale), from: was(change.from), to: was(change.to) })
    case 'day_removed':
      return t('history.day_removed', { day: dayText(change.day, locale), from: was(change.from) })
    default:
      return t(`history.${change.kind}`)
  }
}
