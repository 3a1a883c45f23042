// The figures of a bulletin, counted from its rows: the same definitions as on the home page (rules 4, 8, 10 and 12), which a test holds
// together.
import type { BulletinRow } from '@/domain/bulletin-rows'
import type { Day } from '@/domain/calendar'
import { isOpen } from '@/domain/course'
import { closedRate, onTimeRate } from '@/domain/rates'
import { BASES, type Basis, LIGHTS, type Light } from '@/domain/words'

/** Counts of tasks. `lights` exclude each other and sum to `total`; the others are their conditions alone and may overlap. */
export type BulletinCounts = {
  total: number
  lights: Record<Light, number>
  open: number
  overdue: Record<Basis, number>
  /** Due before the as-of day by the approved deadline, those of them that are closed, and closings ahead of the deadline. */
  due: number
  dueClosed: number
  early: number
  onTime: Record<Basis, number>
  /** How many of those on time rest on late entries. */
  onLateEntries: Record<Basis, number>
  longTerm: number
  stageMissing: number
  extended: number
  extensionRequested: number
  obstructed: number
  /** Whole per cent; null where there is nothing to divide by. */
  closedRate: number | null
  onTimeRate: Record<Basis, number | null>
}

export function bulletinCounts(rows: readonly BulletinRow[], asOf: Day): BulletinCounts {
  const count = (test: (row: BulletinRow) => boolean): number => rows.reduce((sum, row) => (test(row) ? sum + 1 : sum), 0)
  const byBasis = <T>(of: (basis: Basis) => T) => Object.fromEntries(BASES.map((basis) => [basis, of(basis)])) as Record<Basis, T>
  const lights = Object.fromEntries(LIGHTS.map((light) => [light, count((row) => row.light === light)])) as Record<Light, number>
  const isDue = ({ state, approvedDueOn }: BulletinRow) => state !== 'withdrawn' && approvedDueOn !== null && approvedDueOn < asOf
  const { closed, withdrawn } = lights
  const total = rows.length
  const longTerm = count(isLongTerm)
  const overdue = byBasis((basis) => count((row) => row.daysLate[basis] > 0))
  const onTime = byBasis((basis) => count((row) => row.onTime[basis] === true))
  return {
    total,
    lights,
    open: count(({ state }) => isOpen(state)),
    overdue,
    due: count(isDue),
    dueClosed: count((row) => isDue(row) && row.state === 'closed'),
    early: count(({ state, approvedDueOn }) => state === 'closed' && approvedDueOn !== null && approvedDueOn >= asOf),
    onTime,
    onLateEntries: byBasis((basis) => count((row) => row.onTime[basis] === true && row.lateEntered)),
    longTerm,
    stageMissing: count((row) => row.stageMissing),
    extended: count((row) => row.extensions > 0),
    extensionRequested: count((row) => row.extensionRequested),
    obstructed: count((row) => row.obstacles > 0),
    closedRate: closedRate({ closed, total, withdrawn, longTerm }),
    onTimeRate: byBasis((basis) => onTimeRate({ onTime: onTime[basis], closed, overdue: overdue[basis] })),
  }
}

const isLongTerm = ({ state, approvedDueOn }: BulletinRow): boolean => approvedDueOn === null && state !== 'withdrawn'

/** By how much each figure differs from the previous issue's; a rate that is missing in either has no difference. */
export type CountChanges = {
  total: number
  lights: Record<Light, number>
  open: number
  overdue: Record<Basis, number>
  onTime: Record<Basis, number>
  longTerm: number
  extended: number
  obstructed: number
  closedRate: number | null
  onTimeRate: Record<Basis, number | null>
}

export function countChanges(now: BulletinCounts, before: BulletinCounts): CountChanges {
  const each = <K extends string>(keys: readonly K[], a: Record<K, number>, b: Record<K, number>) =>
    Object.fromEntries(keys.map((key) => [key, a[key] - b[key]])) as Record<K, number>
  const rate = (a: number | null, b: number | null) => (a === null || b === null ? null : a - b)
  return {
    total: now.total - before.total,
    lights: each(LIGHTS, now.lights, before.lights),
    open: now.open - before.open,
    overdue: each(BASES, now.overdue, before.overdue),
    onTime: each(BASES, now.onTime, before.onTime),
    longTerm: now.longTerm - before.longTerm,
    extended: now.extended - before.extended,
    obstructed: now.obstructed - before.obstructed,
    closedRate: rate(now.closedRate, before.closedRate),
    onTimeRate: {
      approved: rate(now.onTimeRate.approved, before.onTimeRate.approved),
      issued: rate(now.onTimeRate.issued, before.onTimeRate.issued),
    },
  }
}

/**
 * How a department moved since the previous issue: `up` (better) if fewer of its tasks are overdue on the bulletin's basis, or as many and
 * its closed share (办结率) rose; `down` if more are overdue, or as many and the share fell; else `same`.
 */
export type Trend = 'up' | 'down' | 'same'

export function trendOf(changes: CountChanges, basis: Basis): Trend {
  const better = -changes.overdue[basis] || (changes.closedRate ?? 0)
  return better > 0 ? 'up' : better < 0 ? 'down' : 'same'
}
