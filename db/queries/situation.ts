// The figures of the home page. All of them come from one grouped count, so that they cannot disagree (domain.md, rules 4, 10 and 11).
import { and, eq, gt, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, lightOn } from '@/db/queries/as-of'
import { departmentNameOn } from '@/db/queries/department-name'
import { firstTask } from '@/db/queries/departments'
import { inList } from '@/db/queries/ledger-filter'
import { inScope } from '@/db/queries/scope'
import { leadOn, ofDepartment } from '@/db/queries/task-rows'
import { departments, duties, goals, plans, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import { LIGHTS, type Light } from '@/domain/words'

const LISTED = [
  'overdue_approved',
  'overdue_issued',
  'claimed',
  'due_soon',
  'behind',
  'due',
  'due_closed',
  'early',
  'extended',
  'extension_requested',
  'obstructed',
  'gap',
  'instructed',
  'long_term',
  'stage_missing',
  'stage_reported',
] as const

/** Counts of tasks. `lights` exclude each other and sum to `total`; the lists are their conditions alone and may overlap. */
export type Figures = {
  total: number
  lights: Record<Light, number>
  onTime: { approved: number; issued: number; onLateEntries: number }
} & Record<(typeof LISTED)[number], number>

export type Situation = {
  all: Figures
  byLead: { departmentId: string; department: string; participating: number; figures: Figures }[]
  onlyCooperating: { departmentId: string; department: string; participating: number }[]
  /** Two may have one number, where a document worded a goal anew: `id` tells them apart. */
  byGoal: { id: string; plan: number; number: number; name: string; figures: Figures }[]
  /** In the order of import. */
  byPlan: { plan: number; title: string; figures: Figures }[]
  /** Days with the number of tasks that fell due, respectively were closed, on them; ascending. Withdrawn tasks are left out. */
  due: DayCount[]
  closed: DayCount[]
}
export type DayCount = { day: Day; count: number }

/** Six queries. Departments stand in their official order. Duties are joined from the left, so that SQLite starts with the periods. */
export async function situation(db: Db, viewer: Viewer, scope: Scope): Promise<Situation> {
  const groups = await grouped(db, viewer, scope)
  const known = await db
    .select({ id: departments.id, name: departmentNameOn(scope.asOf) })
    .from(departments)
    .orderBy(departments.position)
  const participating = await participation(db, viewer, scope)
  const leads = Map.groupBy(groups, (group) => group.departmentId)
  const ofGoal = Map.groupBy(groups, (group) => group.goalId)
  const inSight = (await goalsByPlan(db)).filter(({ id }) => ofGoal.has(id))
  const taking = known
    .filter(({ id }) => participating.has(id))
    .map(({ id, name }) => ({
      departmentId: id,
      department: name,
      participating: participating.get(id) ?? 0,
    }))
  return {
    all: add(groups),
    byLead: taking.flatMap((row) => (leads.has(row.departmentId) ? [{ ...row, figures: add(leads.get(row.departmentId) ?? []) }] : [])),
    onlyCooperating: taking.filter((row) => !leads.has(row.departmentId)),
    byGoal: inSight.map(({ id, plan, number, name }) => ({ id, plan, number, name, figures: add(ofGoal.get(id) ?? []) })),
    byPlan: [...Map.groupBy(inSight, ({ plan }) => plan)].map(([plan, own]) => ({
      plan,
      title: own[0]?.title ?? '',
      figures: add(own.flatMap(({ id }) => ofGoal.get(id) ?? [])),
    })),
    due: await daysOf(db, viewer, scope, 'approvedDueOn'),
    closed: await daysOf(db, viewer, scope, 'closedOn'),
  }
}

/** The same for one department, in two queries: what it leads, null if nothing, and all in which it has a part. */
export async function departmentFigures(
  db: Db,
  viewer: Viewer,
  departmentId: string,
  scope: Scope,
): Promise<{ figures: Figures | null; participating: number }> {
  const groups = await grouped(db, viewer, scope, departmentId)
  const participating = await participation(db, viewer, scope, departmentId)
  return { figures: groups.length > 0 ? add(groups) : null, participating: participating.get(departmentId) ?? 0 }
}

const goalsByPlan = (db: Db) =>
  db
    .select({
      id: goals.id,
      plan: plans.number,
      title: sql<string>`coalesce(${plans.shortName}, ${plans.title})`,
      number: goals.number,
      name: goals.name,
    })
    .from(goals)
    .innerJoin(plans, eq(plans.id, goals.planId))
    .orderBy(plans.number, goals.number, firstTask)

const count = sql<number>`cast(count(*) as integer)`
const sumOf = (test: Parameters<typeof asNumber>[0]) => sql<number>`cast(sum(${asNumber(test)}) as integer)`

async function grouped(db: Db, viewer: Viewer, scope: Scope, departmentId?: string) {
  const { asOf } = scope
  const closed = sql`${taskStates.state} = 'closed'`
  const onTime = sql`${closed} and ${taskStates.completedOn} <= ${taskStates.approvedDueOn}`
  return db
    .select({
      departmentId: duties.departmentId,
      goalId: tasks.goalId,
      light: sql<Light>`${lightOn(asOf)}`.as('light'),
      count,
      onTimeApproved: sumOf(onTime),
      onTimeIssued: sumOf(sql`${closed} and ${taskStates.completedOn} <= ${taskStates.issuedDueOn}`),
      onLateEntries: sumOf(sql`${onTime} and ${taskStates.lateEntered}`),
      overdue_approved: sumOf(inList('overdue_approved', asOf)),
      overdue_issued: sumOf(inList('overdue_issued', asOf)),
      claimed: sumOf(inList('claimed', asOf)),
      due_soon: sumOf(inList('due_soon', asOf)),
      behind: sumOf(inList('behind', asOf)),
      due: sumOf(inList('due', asOf)),
      due_closed: sumOf(inList('due_closed', asOf)),
      early: sumOf(inList('early', asOf)),
      extended: sumOf(inList('extended', asOf)),
      extension_requested: sumOf(inList('extension_requested', asOf)),
      obstructed: sumOf(inList('obstructed', asOf)),
      gap: sumOf(inList('gap', asOf)),
      instructed: sumOf(inList('instructed', asOf)),
      long_term: sumOf(inList('long_term', asOf)),
      stage_missing: sumOf(inList('stage_missing', asOf)),
      stage_reported: sumOf(inList('stage_reported', asOf)),
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .leftJoin(duties, leadOn(asOf))
    .where(and(inScope(viewer, scope), ofDepartment(departmentId)))
    .groupBy(sql`1`, sql`2`, sql`3`)
}

type Group = Awaited<ReturnType<typeof grouped>>[number]

function add(groups: readonly Group[]): Figures {
  const sum = (pick: (group: Group) => number): number => groups.reduce((total, group) => total + pick(group), 0)
  const lights = LIGHTS.map((light) => [light, sum((group) => (group.light === light ? group.count : 0))])
  const lists = LISTED.map((list) => [list, sum((group) => group[list])])
  return {
    total: sum((group) => group.count),
    lights: Object.fromEntries(lights),
    onTime: {
      approved: sum((group) => group.onTimeApproved),
      issued: sum((group) => group.onTimeIssued),
      onLateEntries: sum((group) => group.onLateEntries),
    },
    ...(Object.fromEntries(lists) as Record<(typeof LISTED)[number], number>),
  }
}

async function participation(db: Db, viewer: Viewer, scope: Scope, departmentId?: string): Promise<Map<string, number>> {
  const { asOf } = scope
  const rows = await db
    .select({ id: duties.departmentId, count })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .leftJoin(duties, and(eq(duties.taskId, tasks.id), lte(duties.fromDay, asOf), gt(duties.toDay, asOf)))
    .where(and(inScope(viewer, scope), ofDepartment(departmentId)))
    .groupBy(duties.departmentId)
  return new Map(rows.flatMap((row) => (row.id === null ? [] : [[row.id, row.count] as const])))
}

async function daysOf(db: Db, viewer: Viewer, scope: Scope, column: 'approvedDueOn' | 'closedOn'): Promise<DayCount[]> {
  const day = taskStates[column]
  const rows = await db
    .select({ day, count })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(inScope(viewer, scope), sql`${day} is not null`, sql`${taskStates.state} <> 'withdrawn'`))
    .groupBy(day)
    .orderBy(day)
  return rows.flatMap((row) => (row.day === null ? [] : [{ day: row.day, count: row.count }]))
}
