import { useLocale, useTranslations } from 'next-intl'
import { type Stop, StopsTable } from '@/components/obstacles/stops-table'
import type { Day } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

type Obstacle = Stop & { seq: number; text: string; remover: string }
/** `taskHref` leads to a part of the task's page. */
type ObstaclesTableProps = { obstacles: readonly Obstacle[]; asOf: Day; taskHref: (number: number, anchor: string) => string }

/** Open obstacles, the oldest first: what, since when, who could remove it, who says so, and how the task stands. */
export function ObstaclesTable({ obstacles, asOf, taskHref }: ObstaclesTableProps) {
  const t = useTranslations('obstacles')
  const stops = obstacles.map((obstacle) => {
    const { number } = obstacle.row
    return { ...obstacle, key: `${number}-${obstacle.seq}`, href: taskHref(number, 'obstacles') }
  })
  return <StopsTable stops={stops} textHead={t('what')} caption={t('caption', { day: dayText(asOf, useLocale()) })} />
}
