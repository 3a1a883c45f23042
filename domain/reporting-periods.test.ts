import { describe, expect, it, test } from 'vitest'
import { firstReportingDay, isPastDue, missedInARow, periodOf, periodsUpTo, type ReportingRules } from '@/domain/reporting-periods'

const monthly: ReportingRules = { rhythm: 'monthly', reportDay: 25, reportingFrom: '2023-12-01' }
const quarterly: ReportingRules = { rhythm: 'quarterly', reportDay: 25, reportingFrom: '2023-12-01' }
const none: ReportingRules = { rhythm: 'none', reportDay: 25, reportingFrom: '2023-12-01' }

const told = (rules: ReportingRules, day: string) => {
  const period = periodOf(rules, day)
  return period && [period.key, period.from, period.to, period.dueOn]
}

describe('the month that a report counts for, due by the 25th', () => {
  test.each([
    ['the first of a month', '2026-11-01', ['2026-11', '2026-11-01', '2026-11-30', '2026-11-25']],
    ['the due day itself', '2026-11-25', ['2026-11', '2026-11-01', '2026-11-30', '2026-11-25']],
    ['after the due day it is still the same month', '2026-11-26', ['2026-11', '2026-11-01', '2026-11-30', '2026-11-25']],
    ['the end of a month of 30 days', '2026-11-30', ['2026-11', '2026-11-01', '2026-11-30', '2026-11-25']],
    ['the end of the year', '2026-12-31', ['2026-12', '2026-12-01', '2026-12-31', '2026-12-25']],
    ['the start of the next', '2027-01-01', ['2027-01', '2027-01-01', '2027-01-31', '2027-01-25']],
    ['a February', '2026-02-28', ['2026-02', '2026-02-01', '2026-02-28', '2026-02-25']],
    ['a leap day', '2024-02-29', ['2024-02', '2024-02-01', '2024-02-29', '2024-02-25']],
    ['the first day of the rhythm', '2023-12-01', ['2023-12', '2023-12-01', '2023-12-31', '2023-12-25']],
    ['the day before the rhythm starts: none', '2023-11-30', null],
  ])('%s', (_, day, period) => {
    expect(told(monthly, day)).toEqual(period)
  })
})

describe('the quarter that a report counts for, due in its last month', () => {
  test.each([
    ['the first day of the year', '2026-01-01', ['2026-Q1', '2026-01-01', '2026-03-31', '2026-03-25']],
    ['the last day of the first quarter', '2026-03-31', ['2026-Q1', '2026-01-01', '2026-03-31', '2026-03-25']],
    ['the first day of the second', '2026-04-01', ['2026-Q2', '2026-04-01', '2026-06-30', '2026-06-25']],
    ['the middle of the third', '2026-08-15', ['2026-Q3', '2026-07-01', '2026-09-30', '2026-09-25']],
    ['the first day of the fourth', '2026-10-01', ['2026-Q4', '2026-10-01', '2026-12-31', '2026-12-25']],
    ['the last day of the year', '2026-12-31', ['2026-Q4', '2026-10-01', '2026-12-31', '2026-12-25']],
    ['a leap day', '2024-02-29', ['2024-Q1', '2024-01-01', '2024-03-31', '2024-03-25']],
    ['a rhythm from December on starts with the next quarter', '2024-01-01', ['2024-Q1', '2024-01-01', '2024-03-31', '2024-03-25']],
    ['and asks for nothing in December', '2023-12-31', null],
  ])('%s', (_, day, period) => {
    expect(told(quarterly, day)).toEqual(period)
  })

  it('a rhythm that starts with a quarter begins with that quarter', () => {
    expect(periodOf({ ...quarterly, reportingFrom: '2026-10-01' }, '2026-11-22')?.key).toBe('2026-Q4')
    expect(periodOf({ ...quarterly, reportingFrom: '2026-10-02' }, '2026-11-22')).toBeNull()
  })
})

describe('the day by which reports are due', () => {
  const november = periodOf(monthly, '2026-11-22')
  test.each([
    ['the day before', '2026-11-24', false],
    ['the due day itself', '2026-11-25', false],
    ['the day after', '2026-11-26', true],
    ['the next month', '2026-12-01', true],
  ])('%s', (_, day, late) => {
    expect(november && isPastDue(november, day)).toBe(late)
  })

  test.each([
    ['the first', 1, '2026-02-01'],
    ['the fifth', 5, '2026-02-05'],
    ['the 28th, which every month has', 28, '2026-02-28'],
  ])('is a setting of the plan: %s', (_, reportDay, dueOn) => {
    expect(periodOf({ ...monthly, reportDay }, '2026-02-10')?.dueOn).toBe(dueOn)
  })
})

describe('the latest periods', () => {
  const keys = (rules: ReportingRules, day: string, count: number) => periodsUpTo(rules, day, count).map((period) => period.key)
  test.each([
    ['newest first, the running month included', monthly, '2026-11-01', 3, ['2026-11', '2026-10', '2026-09']],
    ['from the last day of March', monthly, '2026-03-31', 3, ['2026-03', '2026-02', '2026-01']],
    ['over the turn of the year', monthly, '2026-01-31', 2, ['2026-01', '2025-12']],
    ['not beyond the start of the rhythm', monthly, '2024-02-29', 12, ['2024-02', '2024-01', '2023-12']],
    ['none before the start', monthly, '2023-11-30', 12, []],
    ['none asked for', monthly, '2026-11-22', 0, []],
    ['quarters', quarterly, '2026-04-01', 3, ['2026-Q2', '2026-Q1', '2025-Q4']],
    ['quarters not beyond the start', quarterly, '2024-06-30', 9, ['2024-Q2', '2024-Q1']],
    ['no rhythm', none, '2026-11-22', 3, []],
  ])('%s', (_, rules, day, count, periods) => {
    expect(keys(rules, day, count)).toEqual(periods)
  })
})

describe('by default reporting starts with the month after launch', () => {
  test.each([
    ['2026-11-22', '2026-12-01'],
    ['2026-11-01', '2026-12-01'],
    ['2026-11-30', '2026-12-01'],
    ['2026-12-31', '2027-01-01'],
    ['2024-01-31', '2024-02-01'],
    ['2024-02-29', '2024-03-01'],
  ])('launched on %s: from %s', (openedOn, from) => {
    expect(firstReportingDay(openedOn)).toBe(from)
  })
})

describe('missed in a row', () => {
  test.each([
    ['nothing was due yet', [], 0],
    ['the newest was kept', [false, true, true], 0],
    ['the newest alone was missed', [true, false, true], 1],
    ['three, then one that was kept', [true, true, true, false, true], 3],
    ['never reported', [true, true], 2],
  ])('%s', (_, missed, periods) => {
    expect(missedInARow(missed)).toBe(periods)
  })
})
