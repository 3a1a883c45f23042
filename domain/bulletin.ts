// What a bulletin says in figures, counted from its rows. At issue the rows come from the stored periods, at verification from the events:
// two independent ways into this one function, whose answers must be equal (rules 9 and 11).
import { type BulletinCounts, bulletinCounts, type CountChanges, countChanges, type Trend, trendOf } from '@/domain/bulletin-counts'
import type { BulletinReport, BulletinRow } from '@/domain/bulletin-rows'
import { addDays, type Day, earlierOf } from '@/domain/calendar'
import { isOpen } from '@/domain/course'
import type { Thresholds } from '@/domain/periods'
import { isPastDue, periodsUpTo, type ReportingPeriod, type ReportingRules } from '@/domain/reporting-periods'
import type { Basis } from '@/domain/words'

/** What is given beside the rows: kept with the figures, since each of it may change later. */
export type BulletinContext = {
  plan: { number: number; title: string; firstDay: Day }
  asOf: Day
  /** By which deadline "overdue" is counted and listed. The lights always go by the approved one (rule 3). */
  basis: Basis
  thresholds: Thresholds
  /** How many days ahead deadlines are named, the last one inclusive. */
  aheadDays: number
  reporting: ReportingRules
  /** All departments in their official order, by the names of the day of issue. */
  departments: { id: string; name: string }[]
}

/** The tasks behind each change since the previous issue, by number. */
export type BulletinMovement = {
  closed: number[]
  overdue: number[]
  noLongerOverdue: number[]
  extended: number[]
  withdrawn: number[]
  added: number[]
  reopened: number[]
}
export type MovementKind = keyof BulletinMovement

export type DepartmentFigures = {
  departmentId: string
  /** Tasks that it leads: these sum to the plan's total. */
  counts: BulletinCounts
  /** Tasks in which it has any part: a column of its own, without a total (rule 10). */
  participating: number
  /** Null without a previous issue, or if it led nothing then. */
  changes: CountChanges | null
  trend: Trend | null
}

/** Who did not report in full in the last reporting period whose due day has passed; `on` is the day on which that is looked at. */
export type BulletinReporting = {
  period: ReportingPeriod
  on: Day
  owed: number
  reported: number
  missing: { departmentId: string; owed: number; reported: number; numbers: number[] }[]
}

export type BulletinFigures = {
  format: 1
  context: BulletinContext
  previous: { number: number; asOf: Day } | null
  all: BulletinCounts
  changes: CountChanges | null
  byLead: DepartmentFigures[]
  onlyCooperating: { departmentId: string; participating: number }[]
  movement: BulletinMovement | null
  /** The annexes, by department in official order: overdue ones the latest first, those behind by how far. */
  overdue: number[]
  behind: number[]
  /** Null without a rhythm, or before a first period has closed. */
  reporting: BulletinReporting | null
  /** Deadlines from the as-of day to `until`, both inclusive, the nearest first; and claims that nobody has decided. */
  next: { until: Day; due: number[]; claimed: number[] }
  rows: BulletinRow[]
}

/** What an issue takes from the one before it. */
export type PreviousIssue = { number: number; figures: Pick<BulletinFigures, 'context' | 'all' | 'byLead' | 'rows'> }

/** `rows` are all tasks that were in the plan on the as-of day, `reports` those that owed a report on `reportsOn`'s day. */
export function bulletinFigures(
  rows: readonly BulletinRow[],
  reports: readonly BulletinReport[],
  previous: PreviousIssue | null,
  context: BulletinContext,
): BulletinFigures {
  const { asOf, basis } = context
  const ordered = rows.toSorted((a, b) => a.number - b.number)
  const all = bulletinCounts(ordered, asOf)
  const before = previous?.figures ?? null
  return {
    format: 1,
    context,
    previous: previous && { number: previous.number, asOf: previous.figures.context.asOf },
    all,
    changes: before && countChanges(all, before.all),
    ...byDepartment(ordered, before, context),
    movement: before && movementSince(ordered, before.rows, basis),
    overdue: listed(ordered, context, (row) => row.daysLate[basis]),
    behind: listed(ordered, context, (row) => (row.light === 'behind' ? (row.expected ?? 0) - row.progress : 0)),
    reporting: reportingOf(reports, context),
    next: nextOf(ordered, context),
    rows: ordered,
  }
}

/** The last reporting period whose due day has passed by the as-of day, and the day on which it is looked at; null if there is none. */
export function reportsOn({ reporting, asOf }: Pick<BulletinContext, 'reporting' | 'asOf'>): { period: ReportingPeriod; on: Day } | null {
  const period = periodsUpTo(reporting, asOf, 2).find((one) => isPastDue(one, asOf))
  return period ? { period, on: earlierOf(period.to, asOf) } : null
}

function byDepartment(
  rows: readonly BulletinRow[],
  before: PreviousIssue['figures'] | null,
  { departments, asOf, basis }: BulletinContext,
): Pick<BulletinFigures, 'byLead' | 'onlyCooperating'> {
  const led = Map.groupBy(rows, ({ leadId }) => leadId)
  const part = new Map<string, number>()
  for (const { leadId, cooperatingIds } of rows) for (const id of [leadId, ...cooperatingIds]) part.set(id, (part.get(id) ?? 0) + 1)
  const known = departments.filter(({ id }) => part.has(id)).map(({ id }) => ({ departmentId: id, participating: part.get(id) ?? 0 }))
  return {
    byLead: known.flatMap(({ departmentId, participating }) => {
      const own = led.get(departmentId)
      if (!own) return []
      const counts = bulletinCounts(own, asOf)
      const earlier = before?.byLead.find((other) => other.departmentId === departmentId)
      const changes = earlier ? countChanges(counts, earlier.counts) : null
      return [{ departmentId, counts, participating, changes, trend: changes && trendOf(changes, basis) }]
    }),
    onlyCooperating: known.filter(({ departmentId }) => !led.has(departmentId)),
  }
}

function movementSince(rows: readonly BulletinRow[], before: readonly BulletinRow[], basis: Basis): BulletinMovement {
  const earlier = new Map(before.map((row) => [row.number, row]))
  const where = (test: (row: BulletinRow, was: BulletinRow | undefined) => boolean): number[] =>
    rows.filter((row) => test(row, earlier.get(row.number))).map(({ number }) => number)
  const late = (row: BulletinRow | undefined): boolean => row !== undefined && row.daysLate[basis] > 0
  return {
    closed: where((row, was) => row.state === 'closed' && was?.state !== 'closed'),
    overdue: where((row, was) => late(row) && !late(was)),
    noLongerOverdue: where((row, was) => late(was) && !late(row)),
    extended: where((row, was) => row.extensions > (was?.extensions ?? 0)),
    withdrawn: where((row, was) => row.state === 'withdrawn' && was?.state !== 'withdrawn'),
    added: where((_, was) => was === undefined),
    reopened: where((row, was) => was?.state === 'closed' && isOpen(row.state)),
  }
}

/** Where `weight` is more than 0: by lead department in official order, the heaviest first within each. */
function listed(rows: readonly BulletinRow[], { departments }: BulletinContext, weight: (row: BulletinRow) => number): number[] {
  const place = new Map(departments.map(({ id }, index) => [id, index]))
  return rows
    .filter((row) => weight(row) > 0)
    .sort((a, b) => (place.get(a.leadId) ?? 0) - (place.get(b.leadId) ?? 0) || weight(b) - weight(a) || a.number - b.number)
    .map(({ number }) => number)
}

function reportingOf(reports: readonly BulletinReport[], context: BulletinContext): BulletinReporting | null {
  const closed = reportsOn(context)
  if (!closed) return null
  const owing = Map.groupBy(
    reports.toSorted((a, b) => a.number - b.number),
    ({ leadId }) => leadId,
  )
  const missing = context.departments.flatMap(({ id }) => {
    const own = owing.get(id) ?? []
    const numbers = own.filter(({ reported }) => !reported).map(({ number }) => number)
    return numbers.length > 0 ? [{ departmentId: id, owed: own.length, reported: own.length - numbers.length, numbers }] : []
  })
  return { ...closed, owed: reports.length, reported: reports.filter(({ reported }) => reported).length, missing }
}

function nextOf(rows: readonly BulletinRow[], { asOf, aheadDays }: BulletinContext): BulletinFigures['next'] {
  const until = addDays(asOf, aheadDays)
  const due = rows.filter(
    ({ state, approvedDueOn }) =>
      isOpen(state) && state !== 'claimed' && approvedDueOn !== null && approvedDueOn >= asOf && approvedDueOn <= until,
  )
  return {
    until,
    due: due.sort((a, b) => compare(a.approvedDueOn ?? '', b.approvedDueOn ?? '') || a.number - b.number).map(({ number }) => number),
    claimed: rows.filter(({ state }) => state === 'claimed').map(({ number }) => number),
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)
