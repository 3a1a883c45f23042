import { describe, expect, it } from 'vitest'
import { dueSoonThreshold, lastPastDue, replyReminder, reportDueSoon } from '@/domain/reminders'
import type { ReportingRules } from '@/domain/reporting-periods'
import type { WorkCalendar } from '@/domain/working-days'

const CALENDAR: WorkCalendar = { exceptions: new Map([['2025-12-24', 'holiday']]), publishedYears: new Set([2025]) }
const MONTHLY: ReportingRules = { rhythm: 'monthly', reportDay: 25, reportingFrom: '2025-11-01' }

describe('reminders', () => {
  it('of a deadline come 30 and 7 days before it and on the day; what was missed is not made up for', () => {
    const on = (day: string) => dueSoonThreshold('2025-12-31', day)
    expect(['2025-11-30', '2025-12-01', '2025-12-23', '2025-12-24', '2025-12-30', '2025-12-31', '2026-01-01'].map(on)).toEqual([
      null,
      30,
      30,
      7,
      7,
      0,
      null,
    ])
  })

  it('of reports begin three working days before the due day, a holiday not counted', () => {
    const on = (day: string) => reportDueSoon(MONTHLY, CALENDAR, day)?.key ?? null
    expect(['2025-12-18', '2025-12-19', '2025-12-22', '2025-12-25', '2025-12-26'].map(on)).toEqual([
      null,
      '2025-12',
      '2025-12',
      '2025-12',
      null,
    ])
    expect(reportDueSoon({ ...MONTHLY, rhythm: 'none' }, CALENDAR, '2025-12-25')).toBeNull()
  })

  it('of what was not reported speak of the newest period that is over its due day', () => {
    const on = (day: string) => lastPastDue(MONTHLY, day)?.key ?? null
    expect(['2025-11-25', '2025-11-26', '2025-12-25', '2025-12-26'].map(on)).toEqual([null, '2025-11', '2025-11', '2025-12'])
  })

  it('of a reply come the day before, and when it is late', () => {
    const on = (day: string) => replyReminder('2025-12-10', day)
    expect(['2025-12-08', '2025-12-09', '2025-12-10', '2025-12-11'].map(on)).toEqual([null, 'reply_due', 'reply_due', 'reply_overdue'])
  })
})
