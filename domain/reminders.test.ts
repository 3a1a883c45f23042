import { describe, expect, it } from 'vitest'
import {
  type DutyToRemind,
  deadlineReminder,
  dueSoonThreshold,
  lastPastDue,
  missingStageYear,
  replyReminder,
  reportDueSoon,
} from '@/domain/reminders'
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

  it('of a deadline go to the lead and to those whose part is not done, and to nobody once it is claimed', () => {
    const duty: DutyToRemind = { state: 'in_progress', dueOn: '2025-12-31', stageMissingFrom: null, role: 'lead', part: 'none' }
    expect(deadlineReminder(duty, '2025-12-30')).toEqual({ kind: 'due_soon', dueOn: '2025-12-31', period: '2025-12-31:7' })
    expect(deadlineReminder(duty, '2026-01-05')).toEqual({ kind: 'overdue', dueOn: '2025-12-31', period: '2025-12-31' })
    expect(deadlineReminder({ ...duty, role: 'cooperating' }, '2025-12-31')?.kind).toBe('due_soon')
    for (const spared of [{ role: 'cooperating', part: 'done' }, { state: 'claimed' }, { state: 'closed' }, { dueOn: null }] as const)
      expect(deadlineReminder({ ...duty, ...spared }, '2025-12-31')).toBeNull()
  })

  it('of a stage result go to the lead, for the year that is over', () => {
    expect(missingStageYear({ stageMissingFrom: '2026-01-01', role: 'lead' })).toBe(2025)
    expect(missingStageYear({ stageMissingFrom: '2026-01-01', role: 'cooperating' })).toBeNull()
    expect(missingStageYear({ stageMissingFrom: null, role: 'lead' })).toBeNull()
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
