import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { byRisk, quietDays, type Risk, riskOf } from '@/domain/risk'

const risk = (overrides: Partial<Risk> = {}): Risk => ({
  daysLeft: 10,
  behind: 20,
  silentDays: 30,
  obstacles: 0,
  unconfirmed: 0,
  ...overrides,
})

describe('the order of the early-warning board', () => {
  it('goes by days left, then distance behind, silence, obstacles, unconfirmed parts', () => {
    const ordered = [
      risk({ daysLeft: 3, behind: 0, silentDays: 0 }),
      risk({ behind: 41 }),
      risk({ silentDays: 61 }),
      risk({ obstacles: 1 }),
      risk({ unconfirmed: 2 }),
      risk({ unconfirmed: 1 }),
      risk(),
      risk({ daysLeft: 11, behind: 90, silentDays: 500, obstacles: 9, unconfirmed: 9 }),
    ]
    expect(ordered.toReversed().sort(byRisk)).toEqual(ordered)
  })
  it('is an order: turned around it changes sign, and it is never undecided between different risks', () => {
    const any = fc.record({ daysLeft: fc.nat(9), behind: fc.nat(9), silentDays: fc.nat(9), obstacles: fc.nat(2), unconfirmed: fc.nat(2) })
    fc.assert(
      fc.property(any, any, (a, b) => {
        expect(Math.sign(byRisk(a, b))).toBe(0 - Math.sign(byRisk(b, a)))
        expect(byRisk(a, b) === 0).toBe(JSON.stringify(a) === JSON.stringify(b))
      }),
    )
  })
})

describe('what is at risk', () => {
  const task = { progress: 30, expected: 71, lastReportOn: '2025-10-10', addedOn: '2022-01-01', obstacles: 1 }
  it('counts days and points as of the day', () => {
    expect(riskOf(task, '2025-12-22', 1, '2025-12-10')).toEqual({ daysLeft: 12, behind: 41, silentDays: 61, obstacles: 1, unconfirmed: 1 })
  })
  it('nobody ahead is behind, and silence without any report counts from the task’s first day', () => {
    expect(riskOf({ ...task, progress: 99 }, '2025-12-10', 0, '2025-12-10')).toMatchObject({ daysLeft: 0, behind: 0 })
    expect(riskOf({ ...task, lastReportOn: null, addedOn: '2025-12-01' }, '2025-12-10', 0, '2025-12-10').silentDays).toBe(9)
  })
  it('silence is worth saying once it is longer than a period', () => {
    expect([quietDays('monthly'), quietDays('quarterly'), quietDays('none')]).toEqual([31, 92, 31])
  })
})
