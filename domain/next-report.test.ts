import { expect, it } from 'vitest'
import { monthEnds } from '@/domain/month-ends'
import { nextDueOn } from '@/domain/next-report'

it.each([
  ['monthly', '2026-01-01', '2026-11-22', '2026-11-25'],
  ['monthly', '2026-01-01', '2026-11-25', '2026-11-25'],
  ['monthly', '2026-01-01', '2026-11-26', '2026-12-25'],
  ['monthly', '2027-02-01', '2026-11-22', '2027-02-25'],
  ['quarterly', '2026-01-01', '2026-10-01', '2026-12-25'],
  ['quarterly', '2026-11-01', '2026-11-22', '2027-03-25'],
  ['none', '2026-01-01', '2026-11-22', null],
] as const)('reports %s from %s: on %s the next are due by %s', (rhythm, reportingFrom, day, due) => {
  expect(nextDueOn({ rhythm, reportDay: 25, reportingFrom }, day)).toBe(due)
})

it.each([
  ['2025-12-10', 3, '2022-01-01', ['2025-09-30', '2025-10-31', '2025-11-30']],
  ['2024-02-29', 2, '2022-01-01', ['2024-01-31', '2024-02-29']],
  ['2022-02-15', 12, '2022-01-01', ['2022-01-31']],
  ['2022-01-15', 12, '2022-01-01', []],
] as const)('month-ends up to %s, at most %i, from %s', (day, count, first, ends) => {
  expect(monthEnds(day, count, first)).toEqual(ends)
})
