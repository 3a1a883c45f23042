import { describe, expect, it } from 'vitest'
import { closedRate, onTimeRate } from '@/domain/rates'

describe('rates', () => {
  it('withdrawn and long-term tasks are not expected to close', () => {
    expect(closedRate({ closed: 29, total: 91, withdrawn: 1, longTerm: 0 })).toBe(32)
    expect(closedRate({ closed: 1, total: 4, withdrawn: 1, longTerm: 1 })).toBe(50)
  })
  it('on time is measured against what is closed or overdue and open', () => {
    expect(onTimeRate({ onTime: 26, closed: 29, overdue: 9 })).toBe(68)
  })
  it('halves are rounded up', () => {
    expect(onTimeRate({ onTime: 1, closed: 8, overdue: 0 })).toBe(13)
  })
  it('nothing to measure gives no figure', () => {
    expect(closedRate({ closed: 0, total: 2, withdrawn: 2, longTerm: 0 })).toBeNull()
    expect(onTimeRate({ onTime: 0, closed: 0, overdue: 0 })).toBeNull()
  })
})
