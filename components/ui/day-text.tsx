import { useLocale } from 'next-intl'
import { type DayForm, dayText } from '@/messages/day-text'

export function DayText({ day, form }: { day: string; form?: DayForm }) {
  return <time dateTime={form === 'month' ? day.slice(0, 7) : day}>{dayText(day, useLocale(), form)}</time>
}
