import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { addDays, type Day, daysBetween } from '@/domain/calendar'
import {
  type CalendarDayKind,
  isWorkingDay,
  unpublishedYears,
  type WorkCalendar,
  workingDayAfter,
  workingDayBefore,
  workingDaysBetween,
} from '@/domain/working-days'

// National Day 2026: 1 to 7 October free, Sunday 20 September and Saturday 10 October worked in their stead.
const october: WorkCalendar = {
  exceptions: new Map<Day, CalendarDayKind>([
    ['2026-09-20', 'workday'],
    ['2026-10-01', 'holiday'],
    ['2026-10-02', 'holiday'],
    ['2026-10-03', 'holiday'],
    ['2026-10-04', 'holiday'],
    ['2026-10-05', 'holiday'],
    ['2026-10-06', 'holiday'],
    ['2026-10-07', 'holiday'],
    ['2026-10-10', 'workday'],
  ]),
  publishedYears: new Set([2025, 2026]),
}

describe('a day is worked or not', () => {
  test.each([
    ['an ordinary Monday', '2026-11-23', true],
    ['an ordinary Friday', '2026-11-27', true],
    ['an ordinary Saturday', '2026-11-28', false],
    ['an ordinary Sunday', '2026-11-29', false],
    ['a holiday on a Thursday', '2026-10-01', false],
    ['a holiday on a Saturday', '2026-10-03', false],
    ['a make-up Saturday', '2026-10-10', true],
    ['a make-up Sunday', '2026-09-20', true],
    ['a leap day on a Thursday', '2024-02-29', true],
    ['the first day there is, a Monday', '1900-01-01', true],
    ['National Day of a year that was not published, a Friday', '2027-10-01', true],
  ])('%s', (_, day, worked) => {
    expect(isWorkingDay(october, day)).toBe(worked)
  })
})

describe('for how many working days somebody has waited', () => {
  test.each([
    ['since today: none', '2026-11-23', '2026-11-23', 0],
    ['since yesterday', '2026-11-23', '2026-11-24', 1],
    ['since tomorrow: none', '2026-11-24', '2026-11-23', 0],
    ['over a weekend', '2026-11-27', '2026-11-30', 1],
    ['through a weekend that is not over', '2026-11-27', '2026-11-29', 0],
    ['a week', '2026-11-16', '2026-11-23', 5],
    ['over the holidays', '2026-09-30', '2026-10-08', 1],
    ['over the holidays and the make-up Saturday', '2026-09-30', '2026-10-12', 4],
    ['from Friday to a make-up Sunday', '2026-09-18', '2026-09-20', 1],
    ['over the turn of the year', '2026-12-31', '2027-01-04', 2],
  ])('%s', (_, from, to, days) => {
    expect(workingDaysBetween(october, from, to)).toBe(days)
  })
})

describe('so many working days before or after a day', () => {
  test.each([
    ['none: the day itself', '2026-11-28', 0, '2026-11-28', '2026-11-28'],
    ['one, in the week', '2026-11-25', 1, '2026-11-24', '2026-11-26'],
    ['one, from a Saturday', '2026-11-28', 1, '2026-11-27', '2026-11-30'],
    ['five', '2026-11-23', 5, '2026-11-16', '2026-11-30'],
    ['one, from inside the holidays', '2026-10-03', 1, '2026-09-30', '2026-10-08'],
    ['three, counting the make-up Saturday', '2026-10-12', 3, '2026-10-08', '2026-10-15'],
  ])('%s', (_, day, count, before, after) => {
    expect(workingDayBefore(october, day, count)).toBe(before)
    expect(workingDayAfter(october, day, count)).toBe(after)
  })
})

describe('years whose arrangement was not published', () => {
  test.each([
    ['all published', '2025-01-01', '2026-12-31', []],
    ['the next year is touched', '2026-12-31', '2027-01-01', [2027]],
    ['years before and after', '2024-06-01', '2028-06-01', [2024, 2027, 2028]],
    ['a single day', '2027-05-01', '2027-05-01', [2027]],
    ['no span at all', '2027-05-02', '2027-05-01', []],
  ])('%s', (_, from, to, years) => {
    expect(unpublishedYears(october, from, to)).toEqual(years)
  })
})

describe('over any calendar', () => {
  const day = fc.integer({ min: 0, max: 1500 }).map((days) => addDays('2023-01-01', days))
  const kind = fc.constantFrom<CalendarDayKind>('holiday', 'workday')
  const calendar = fc
    .array(fc.tuple(day, kind), { maxLength: 200 })
    .map((days): WorkCalendar => ({ exceptions: new Map(days), publishedYears: new Set() }))

  it('counting by weeks equals counting day by day', () => {
    fc.assert(
      fc.property(calendar, day, day, (any, from, to) => {
        expect(workingDaysBetween(any, from, to)).toBe(countedDayByDay(any, from, to))
      }),
    )
  })

  it('the n-th working day after is the first by which n working days have passed', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (any, from, count) => {
        const to = workingDayAfter(any, from, count)
        expect(workingDaysBetween(any, from, to)).toBe(count)
        expect(workingDaysBetween(any, from, addDays(to, -1))).toBe(count - 1)
      }),
    )
  })

  it('the n-th working day before is worked, with n − 1 between it and the day', () => {
    fc.assert(
      fc.property(calendar, day, fc.integer({ min: 1, max: 60 }), (any, from, count) => {
        const before = workingDayBefore(any, from, count)
        expect(isWorkingDay(any, before)).toBe(true)
        expect(workingDaysBetween(any, before, addDays(from, -1))).toBe(count - 1)
      }),
    )
  })
})

function countedDayByDay(calendar: WorkCalendar, from: Day, to: Day): number {
  let count = 0
  for (let days = 1; days <= daysBetween(from, to); days++) {
    if (isWorkingDay(calendar, addDays(from, days))) count++
  }
  return count
}
