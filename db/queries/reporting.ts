// Who has reported and who has not (报送情况), by lead department and reporting period. A task owes a report in a period if it is open and
// not claimed at the period's end, or on the day asked for; it has reported if its last report or "no change" lies in the period.
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, firstNotBefore, isState, periodsWithin } from '@/db/queries/as-of'
import type { Plan } from '@/db/queries/current-plan'
import { matching } from '@/db/queries/ledger-filter'
import { inPlan, inScope } from '@/db/queries/scope'
import { leadOn, leadWithin, ofDepartment } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, duties, taskStates, tasks } from '@/db/schema'
import { addDays, type Day, earlierOf } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import {
  firstReportingDay,
  isPastDue,
  missedInARow,
  OWES_REPORT,
  periodOf,
  periodsUpTo,
  type ReportingPeriod,
  type ReportingRules,
} from '@/domain/reporting-periods'
import { quietDays } from '@/domain/risk'
import type { Scope } from '@/domain/scope'

/** How far back the periods missed in a row are counted. */
export const PERIODS_BACK = 12

export type ReportingCell = { period: ReportingPeriod; owed: number; reported: number }
export type ReportingRow = {
  departmentId: string
  department: string
  /** Of the present period; without a rhythm, all open tasks and those that were heard of lately. */
  owed: number
  reported: number
  lastReportOn: Day | null
  /** Periods in a row that were not reported in full, up to PERIODS_BACK; periods in which nothing was owed do not count. */
  missedInARow: number
  /** Newest first, one for each of `periods`. */
  cells: ReportingCell[]
}
export type Reporting = {
  rules: ReportingRules
  /** The period of the day asked for; null without a rhythm or before its start. */
  current: ReportingPeriod | null
  /** Tasks without a report on this day or later are missing. */
  since: Day
  periods: ReportingPeriod[]
  rows: ReportingRow[]
}

type Rules = Pick<Plan, 'rhythm' | 'reportDay' | 'reportingFrom' | 'openedOn'>

export const rulesOf = ({ rhythm, reportDay, reportingFrom, openedOn }: Rules): ReportingRules => ({
  rhythm,
  reportDay,
  reportingFrom: reportingFrom ?? firstReportingDay(openedOn),
})

/** All lead departments in official order, or the one, in three queries whatever the number of tasks. */
export async function reporting(db: Db, viewer: Viewer, plan: Rules, scope: Scope, departmentId?: string): Promise<Reporting> {
  const { asOf } = scope
  const rules = rulesOf(plan)
  const current = periodOf(rules, asOf)
  const since = current?.from ?? addDays(asOf, -quietDays(rules.rhythm))
  const periods = periodsUpTo(rules, asOf, PERIODS_BACK + 1)
  const stretches = periods.length > 0 ? periods.toReversed() : [{ from: since, to: asOf }]
  const counts = new Map(
    (await countsOf(db, viewer, stretches, scope, departmentId)).map((row) => [`${row.departmentId} ${row.since}`, row]),
  )
  const last = new Map((await lastReports(db, viewer, scope, departmentId)).map((row) => [row.departmentId, row.lastReportOn]))
  const known = await db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(departments.position)
  const rows = known
    .filter(({ id }) => last.has(id))
    .map(({ id, name }) => {
      const cells = periods.map((period) => ({ period, ...countOf(counts.get(`${id} ${period.from}`)) }))
      const now = countOf(counts.get(`${id} ${since}`))
      return { departmentId: id, department: name, ...now, lastReportOn: last.get(id) ?? null, missedInARow: missed(cells, asOf), cells }
    })
  return { rules, current, since, periods, rows }
}

const countOf = (row: { owed: number; reported: number } | undefined) => ({ owed: row?.owed ?? 0, reported: row?.reported ?? 0 })

const missed = (cells: readonly ReportingCell[], asOf: Day): number =>
  missedInARow(
    cells
      .filter(({ period, owed }) => isPastDue(period, asOf) && owed > 0)
      .slice(0, PERIODS_BACK)
      .map(({ owed, reported }) => reported < owed),
  )

const owing = isState(...OWES_REPORT)
const integer = (expression: ReturnType<typeof sql>) => sql<number>`cast(${expression} as integer)`

/** The stretches ascend and follow on each other; a stretch counts on its last day, or on the day asked for. */
async function countsOf(
  db: Db,
  viewer: Viewer,
  stretches: readonly Pick<ReportingPeriod, 'from' | 'to'>[],
  { asOf, knownAt, plan }: Scope,
  departmentId: string | undefined,
): Promise<{ departmentId: string; since: Day; owed: number; reported: number }[]> {
  const days = stretches.map(({ to }) => earlierOf(to, asOf))
  const [first, last] = [days[0], days.at(-1)]
  if (first === undefined || last === undefined) return []
  const eves = stretches.map(({ from }) => addDays(from, -1))
  const found = await db
    .select({
      departmentId: duties.departmentId,
      from: firstNotBefore(taskStates.validFrom, days),
      to: firstNotBefore(taskStates.validTo, days),
      ledFrom: firstNotBefore(duties.fromDay, days),
      ledTo: firstNotBefore(duties.toDay, days),
      /** Up to which stretch, exclusive, it was heard of since the stretch began. */
      reported: firstNotBefore(sql`coalesce(${taskStates.lastReportOn}, '')`, eves),
      count: integer(sql`count(*)`),
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadWithin(first, last))
    .where(and(visibleTo(viewer), inPlan(plan), periodsWithin(first, last, knownAt), owing, ofDepartment(departmentId)))
    .groupBy(sql`1`, sql`2`, sql`3`, sql`4`, sql`5`, sql`6`)
  return [...Map.groupBy(found, (row) => row.departmentId)].flatMap(([id, own]) =>
    stretches.map(({ from: since }, at) => {
      const then = own.filter(({ from, to, ledFrom, ledTo }) => Math.max(from, ledFrom) <= at && at < Math.min(to, ledTo))
      const sum = (rows: typeof own) => rows.reduce((total, { count }) => total + count, 0)
      return { departmentId: id, since, owed: sum(then), reported: sum(then.filter(({ reported }) => at < reported)) }
    }),
  )
}

const lastReports = (db: Db, viewer: Viewer, scope: Scope, departmentId: string | undefined) =>
  db
    .select({ departmentId: duties.departmentId, lastReportOn: sql<Day | null>`max(${taskStates.lastReportOn})` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, leadOn(scope.asOf))
    .where(and(inScope(viewer, scope), ofDepartment(departmentId)))
    .groupBy(duties.departmentId)

/** What the department still has to report of a plan in the period of `today`, in one query; null without a rhythm or before its start. */
export async function reportDue(
  db: Db,
  viewer: Viewer,
  plan: Rules & Pick<Plan, 'number'>,
  departmentId: string,
  today: Day,
): Promise<{ period: ReportingPeriod; missing: number; owed: number } | null> {
  const period = periodOf(rulesOf(plan), today)
  if (!period) return null
  const late = matching({ silentSince: period.from }, today) ?? sql`1 = 1`
  const [row] = await db
    .select({ owed: integer(sql`count(*)`), missing: integer(sql`coalesce(sum(${asNumber(late)}), 0)`) })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, { asOf: today, plan: plan.number }), matching({ lead: departmentId }, today), owing))
  return { period, missing: row?.missing ?? 0, owed: row?.owed ?? 0 }
}
