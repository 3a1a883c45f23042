import { describe, expect, it } from 'vitest'
import { daysLate, isOverdue, lightOn, wasOnTime } from '@/domain/light'
import { type Period, periodsOf } from '@/domain/periods'
import { imported, situation } from '@/domain/testing'

const [open] = periodsOf(situation().facts, [imported]) as [Period]
/** As it will be once the deadline of 2022-12-31 was extended to 2023-03-31. */
const extended: Period = {
  ...open,
  progress: 90,
  behindFrom: null,
  approvedDueOn: '2023-03-31',
  dueSoonFrom: '2023-03-01',
  overdueApprovedFrom: '2023-04-01',
}

describe('two bases (rule 3)', () => {
  it('days late count from the issued and from the approved deadline apart', () => {
    expect([daysLate(extended, 'issued', '2023-01-31'), daysLate(extended, 'approved', '2023-01-31')]).toEqual([31, 0])
    expect([daysLate(extended, 'issued', '2023-04-01'), daysLate(extended, 'approved', '2023-04-01')]).toEqual([91, 1])
    expect([isOverdue(extended, 'issued', '2023-01-31'), isOverdue(extended, 'approved', '2023-01-31')]).toEqual([true, false])
  })
  it('the light goes by the approved deadline alone', () => {
    expect(['2023-01-31', '2023-03-01', '2023-03-31', '2023-04-01'].map((day) => lightOn(extended, day))).toEqual([
      'normal',
      'due_soon',
      'due_soon',
      'overdue',
    ])
  })
  it('a completion can be on time on one basis and late on the other', () => {
    const closed: Period = { ...extended, state: 'closed', completedOn: '2023-02-15' }
    expect([wasOnTime(closed, 'issued'), wasOnTime(closed, 'approved')]).toEqual([false, true])
    expect([daysLate(closed, 'issued', '2023-06-01'), daysLate(closed, 'approved', '2023-06-01')]).toEqual([0, 0])
  })
})
