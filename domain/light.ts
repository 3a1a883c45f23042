import { type Day, daysBetween } from '@/domain/calendar'
import type { Period } from '@/domain/periods'
import type { Basis, Light } from '@/domain/words'

const reached = (from: Day | null, day: Day): boolean => from !== null && from <= day

/** The light on a day that lies in the period: the first that matches (rule 4). The basis switch never changes it. */
export function lightOn(period: Period, day: Day): Light {
  if (period.state === 'closed' || period.state === 'withdrawn') return period.state
  if (isOverdue(period, 'approved', day)) return 'overdue'
  if (period.state === 'claimed') return 'claimed'
  if (isBehind(period, day)) return 'behind'
  return isDueSoon(period, day) ? 'due_soon' : 'normal'
}

export function isOverdue(period: Period, basis: Basis, day: Day): boolean {
  return reached(basis === 'issued' ? period.overdueIssuedFrom : period.overdueApprovedFrom, day)
}

export const isBehind = (period: Period, day: Day): boolean => reached(period.behindFrom, day)

/** The deadline lies 0 to 30 days ahead (a plan setting), both inclusive. */
export function isDueSoon(period: Period, day: Day): boolean {
  return reached(period.dueSoonFrom, day) && period.approvedDueOn !== null && day <= period.approvedDueOn
}

/** Whole days late, 0 if not late. A claimed task's days stand still at its completion day (rule 2). */
export function daysLate(period: Pick<Period, 'state' | 'completedOn' | 'issuedDueOn' | 'approvedDueOn'>, basis: Basis, day: Day): number {
  const dueOn = basis === 'issued' ? period.issuedDueOn : period.approvedDueOn
  if (dueOn === null || period.state === 'closed' || period.state === 'withdrawn') return 0
  const reference = period.state === 'claimed' && period.completedOn !== null ? period.completedOn : day
  return Math.max(0, daysBetween(dueOn, reference))
}

/** Whether a closed task was completed by its deadline; null while it is not closed or has no deadline (rule 8). */
export function wasOnTime(period: Pick<Period, 'state' | 'completedOn' | 'issuedDueOn' | 'approvedDueOn'>, basis: Basis): boolean | null {
  const dueOn = basis === 'issued' ? period.issuedDueOn : period.approvedDueOn
  return period.state === 'closed' && period.completedOn !== null && dueOn !== null ? period.completedOn <= dueOn : null
}
