import { addDays, type Day, lastDayOfMonth } from '@/domain/calendar'

/** The latest `count` month-ends up to `day`, itself included, ascending; none before `firstDay`. */
export function monthEnds(day: Day, count: number, firstDay: Day): Day[] {
  const ends: Day[] = []
  for (let end = day === lastDayOfMonth(day) ? day : endBefore(day); end >= firstDay && ends.length < count; end = endBefore(end)) {
    ends.unshift(end)
  }
  return ends
}

const endBefore = (day: Day): Day => addDays(`${day.slice(0, 7)}-01`, -1)
