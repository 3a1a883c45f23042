import arrangements from 'chinese-days/dist/chinese-days.json'
import { describe, expect, it, test } from 'vitest'
import { calendarSeed, LAST_PUBLISHED_YEAR } from '@/db/calendar-seed'
import { isDay } from '@/domain/calendar'
import { isWorkingDay, unpublishedYears, type WorkCalendar, workingDaysBetween } from '@/domain/working-days'

const { years, days } = calendarSeed()
const calendar: WorkCalendar = { exceptions: new Map(days.map(({ day, kind }) => [day, kind])), publishedYears: new Set(years) }
const mondayToFriday: WorkCalendar = { exceptions: new Map(), publishedYears: new Set() }

describe('the calendar as published', () => {
  test.each([
    ['2022-01-31', 'holiday', '春节'],
    ['2022-10-09', 'workday', '国庆节'],
    ['2023-05-06', 'workday', '劳动节'],
    ['2024-02-10', 'holiday', '春节'],
    ['2025-01-26', 'workday', '春节'],
    ['2025-01-28', 'holiday', '春节'],
    ['2025-02-04', 'holiday', '春节'],
    ['2025-02-08', 'workday', '春节'],
    ['2025-04-27', 'workday', '劳动节'],
    ['2025-09-28', 'workday', '国庆节'],
    ['2025-10-08', 'holiday', '国庆节'],
    ['2025-10-11', 'workday', '国庆节'],
    ['2026-01-02', 'holiday', '元旦'],
    ['2026-01-04', 'workday', '元旦'],
    ['2026-02-14', 'workday', '春节'],
    ['2026-02-23', 'holiday', '春节'],
    ['2026-02-28', 'workday', '春节'],
    ['2026-05-09', 'workday', '劳动节'],
    ['2026-06-19', 'holiday', '端午'],
    ['2026-09-20', 'workday', '国庆节'],
    ['2026-10-07', 'holiday', '国庆节'],
    ['2026-10-10', 'workday', '国庆节'],
  ])('%s: %s, %s', (day, kind, name) => {
    expect(days.find((seeded) => seeded.day === day)).toEqual({ day, kind, name })
  })

  it('a holiday that falls on a weekend is kept for its name', () => {
    expect(days).toContainEqual({ day: '2026-10-03', kind: 'holiday', name: '国庆节' })
  })

  // The days off of each notice, and the days worked in their stead.
  test.each([
    [2025, 28, 5],
    [2026, 33, 6],
  ])('%i: %i days off, %i make-up days', (year, holidays, workdays) => {
    const ofYear = days.filter(({ day }) => day.startsWith(`${year}-`))
    expect(ofYear.filter(({ kind }) => kind === 'holiday')).toHaveLength(holidays)
    expect(ofYear.filter(({ kind }) => kind === 'workday')).toHaveLength(workdays)
  })

  // 365 days, less 104 weekend days and the 13 statutory days off since 2025: moving days about must not change the sum.
  test.each([
    [2025, 248],
    [2026, 248],
  ])('%i has %i working days', (year, count) => {
    expect(workingDaysBetween(calendar, `${year - 1}-12-31`, `${year}-12-31`)).toBe(count)
  })

  it('make-up days are weekend days, and every day exists once, in order', () => {
    for (const { day, kind } of days) {
      expect(isDay(day), day).toBe(true)
      if (kind === 'workday') expect(isWorkingDay(mondayToFriday, day), day).toBe(false)
    }
    const inOrder = [...new Set(days.map(({ day }) => day))].sort()
    expect(days.map(({ day }) => day)).toEqual(inOrder)
  })
})

describe('years that were not published', () => {
  it('2027 gives nothing, and is said to be so', () => {
    expect(years).toEqual([2022, 2023, 2024, 2025, 2026])
    expect(days.filter(({ day }) => day >= '2027')).toEqual([])
    expect(unpublishedYears(calendar, '2026-12-01', '2027-01-31')).toEqual([2027])
  })

  it('a package with a later arrangement asks to raise the last published year', () => {
    const latest = Object.keys(arrangements.holidays).sort().at(-1)
    expect(latest?.slice(0, 4)).toBe(String(LAST_PUBLISHED_YEAR))
  })
})
