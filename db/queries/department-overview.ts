import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import type { Plan } from '@/db/queries/current-plan'
import { type NoticeCounts, noticeCounts } from '@/db/queries/notice-counts'
import { type DayFigures, overTime } from '@/db/queries/over-time'
import { PERIODS_BACK, type ReportingRow, reporting } from '@/db/queries/reporting'
import { departmentFigures, type Figures } from '@/db/queries/situation'
import { type WhoWaits, waiting } from '@/db/queries/waiting'
import { departments } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { monthEnds } from '@/domain/month-ends'
import { canSeeDepartment, type Viewer } from '@/domain/permissions'
import type { ReportingPeriod } from '@/domain/reporting-periods'
import type { Scope } from '@/domain/scope'

const MONTHS_BACK = 12

/** A department's standing. `figures` count what it leads, null if it leads nothing; `participating` counts every part that it has. */
export type DepartmentOverview = {
  department: { id: string; name: string }
  figures: Figures | null
  participating: number
  reporting: Silence
  notices: NoticeCounts
  waiting: WhoWaits
  overTime: DayFigures[]
}

/** Of the period (null without a rhythm): how many reports are owed and how many of these are missing; tasks not heard of since `since`. */
export type Silence = Pick<ReportingRow, 'owed' | 'lastReportOn' | 'missedInARow'> & {
  /** So many periods are counted back at the most. */
  countedBack: number
  missing: number
  since: Day
  period: ReportingPeriod | null
}

/**
 * One department as of a day, in 10 queries, for a day before today 11; null if it is hidden or does not exist. Reports go by a plan's rhythm:
 * where the scope is of several plans, `reporting` speaks of `plan` alone.
 */
export async function departmentOverview(
  db: Db,
  viewer: Viewer,
  plan: Plan,
  departmentId: string,
  { today, ...scope }: Scope & { today: Day },
): Promise<DepartmentOverview | null> {
  if (!canSeeDepartment(viewer, departmentId)) return null
  const [department] = await db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(eq(departments.id, departmentId))
  if (!department) return null
  const { figures, participating } = await departmentFigures(db, viewer, departmentId, scope)
  return {
    department,
    figures,
    participating,
    reporting: silenceOf(await reporting(db, viewer, plan, { ...scope, plan: plan.number }, departmentId), departmentId),
    notices: (await noticeCounts(db, viewer, scope)).get(departmentId) ?? { open: 0, overdue: 0 },
    waiting: await waiting(db, viewer, departmentId, scope, today),
    overTime: await overTime(db, viewer, departmentId, monthEnds(scope.asOf, MONTHS_BACK, plan.firstDay), scope),
  }
}

function silenceOf({ rows, since, current }: Awaited<ReturnType<typeof reporting>>, departmentId: string): Silence {
  const row = rows.find((other) => other.departmentId === departmentId)
  const { owed, reported, lastReportOn, missedInARow } = row ?? { owed: 0, reported: 0, lastReportOn: null, missedInARow: 0 }
  return { owed, missing: owed - reported, lastReportOn, missedInARow, countedBack: PERIODS_BACK, since, period: current }
}
