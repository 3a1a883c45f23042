import { type Day, earlierOf } from '@/domain/calendar'

export type DayCount = { day: Day; count: number }
export type RunningTotal = { day: Day; total: number }

/** Running totals of counts whose days ascend. */
export function cumulative(counts: readonly DayCount[]): RunningTotal[] {
  let total = 0
  return counts.map(({ day, count }) => {
    total += count
    return { day, total }
  })
}

/** The running total at the end of `day`. */
export const valueOn = (totals: readonly RunningTotal[], day: Day): number => totals.findLast((point) => point.day <= day)?.total ?? 0

/** The calendar years between two days, both inclusive, cut at either end. */
export function yearEnds(first: Day, last: Day): { year: string; from: Day; to: Day }[] {
  const years: { year: string; from: Day; to: Day }[] = []
  for (let year = Number(first.slice(0, 4)); year <= Number(last.slice(0, 4)); year++) {
    const from = years.length === 0 ? first : `${year}-01-01`
    years.push({ year: String(year), from, to: earlierOf(`${year}-12-31`, last) })
  }
  return years
}
