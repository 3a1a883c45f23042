import { describe, expect, it } from 'vitest'
import { isDigestTime, nextAttempt } from '@/domain/outbox'
import type { WorkCalendar } from '@/domain/working-days'

const CALENDAR: WorkCalendar = {
  exceptions: new Map([
    ['2026-10-01', 'holiday'],
    ['2026-10-10', 'workday'],
  ]),
  publishedYears: new Set([2026]),
}

describe('the outbox', () => {
  it('makes the digest on working days from 08:30 in Shanghai, on make-up Saturdays too', () => {
    const at = (instant: string) => isDigestTime(CALENDAR, instant)
    expect(at('2026-11-23T00:29:59.999Z')).toBe(false)
    expect(at('2026-11-23T00:30:00.000Z')).toBe(true)
    expect(at('2026-11-22T02:00:00.000Z')).toBe(false)
    expect(at('2026-10-01T02:00:00.000Z')).toBe(false)
    expect(at('2026-10-10T02:00:00.000Z')).toBe(true)
  })

  it('tries again after 1, 5, 15 and 60 minutes, 4 hours, then every 12 hours, and gives up after three days', () => {
    const start = '2026-11-23T00:00:00.000Z'
    const minutes: number[] = []
    let now = start
    for (let attempts = 1; ; attempts++) {
      const next = nextAttempt(attempts, now)
      if (next === null) break
      minutes.push((Date.parse(next) - Date.parse(now)) / 60_000)
      now = next
    }
    expect(minutes).toEqual([1, 5, 15, 60, 240, 720, 720, 720, 720, 720, 720])
    expect(now > '2026-11-26T00:00:00.000Z').toBe(true)
  })
})
