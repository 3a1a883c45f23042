import { describe, expect, it } from 'vitest'
import { changesBetween, faultsIn, type PlanSettings } from '@/domain/plan-settings'

const usual: PlanSettings = {
  behindPoints: 20,
  dueSoonDays: 30,
  lateEntryDays: 7,
  signOffRequired: true,
  rhythm: 'monthly',
  reportDay: 25,
  reportingFrom: null,
  noticeMark: null,
  officeName: null,
  redHead: true,
}

describe('plan settings', () => {
  it.each([
    ['the usual', {}, {}],
    ['the least', { behindPoints: 0, dueSoonDays: 0, lateEntryDays: 0, reportDay: 1 }, {}],
    ['the most', { behindPoints: 100, dueSoonDays: 365, lateEntryDays: 365, reportDay: 28 }, {}],
    [
      'beyond',
      { behindPoints: 101, dueSoonDays: 366, reportDay: 29 },
      { behindPoints: 'points-out-of-range', dueSoonDays: 'days-out-of-range', reportDay: 'report-day-out-of-range' },
    ],
    ['below', { behindPoints: -1, reportDay: 0 }, { behindPoints: 'points-out-of-range', reportDay: 'report-day-out-of-range' }],
    ['nothing typed', { lateEntryDays: Number.NaN }, { lateEntryDays: 'days-out-of-range' }],
    ['a fraction', { dueSoonDays: 1.5 }, { dueSoonDays: 'days-out-of-range' }],
    ['the first of a month', { reportingFrom: '2026-03-01' }, {}],
    ['another day', { reportingFrom: '2026-03-02' }, { reportingFrom: 'month-start' }],
    ['no day', { reportingFrom: '2026-13-01' }, { reportingFrom: 'month-start' }],
    ['a mark', { noticeMark: '满督' }, {}],
    ['a mark of seven', { noticeMark: '满城区政府督查' }, { noticeMark: 'notice-mark' }],
    ['a mark with a bracket', { noticeMark: '满督〔' }, { noticeMark: 'notice-mark' }],
  ] as const)('%s', (_name, changed, faults) => {
    expect(faultsIn({ ...usual, ...changed })).toEqual(faults)
  })

  it('what changed is named from → to, in the order of the form', () => {
    const changes = changesBetween(usual, { ...usual, redHead: false, behindPoints: 25 })
    expect(Object.entries(changes)).toEqual([
      ['behindPoints', { from: 20, to: 25 }],
      ['redHead', { from: true, to: false }],
    ])
  })
})
