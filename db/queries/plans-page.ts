// Plans as supervisors manage them: what documents did to them, who has a part in them, and what would move in a merger.
import { and, asc, count, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, duties, tasks } from '@/db/schema'
import { departmentAliases, departmentNames } from '@/db/schema-documents'
import { officeEvents } from '@/db/schema-supervision'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { DocumentRef } from '@/domain/document-ref'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import type { DutyRole } from '@/domain/words'

const BY_DOCUMENT = ['imported', 'changed_by_document', 'named'] as const

/** When each plan was last imported into or changed by a document; by the plan's id. */
export async function lastChanges(db: Db, viewer: Viewer): Promise<Map<string, Instant>> {
  if (!canSetPlan(viewer)) return new Map()
  const rows = await db
    .select({ id: officeEvents.subjectId, at: sql<Instant>`max(${officeEvents.recordedAt})` })
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'plan'), inArray(officeEvents.kind, ['imported', 'changed_by_document'])))
    .groupBy(officeEvents.subjectId)
  return new Map(rows.map(({ id, at }) => [id, at]))
}

export type PlanStep = { seq: number; at: Instant; name: string; post: string } & (
  | { kind: 'imported'; tasks: number }
  | { kind: 'changed_by_document'; document: DocumentRef; on: Day; counts: Record<string, number> }
  | { kind: 'named'; from: string | null; to: string | null }
)

/** What was imported, changed by documents, and renamed, the newest first. */
export async function planHistory(db: Db, viewer: Viewer, planId: string): Promise<PlanStep[]> {
  if (!canSetPlan(viewer)) return []
  const rows = await db
    .select()
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'plan'), eq(officeEvents.subjectId, planId), inArray(officeEvents.kind, [...BY_DOCUMENT])))
    .orderBy(desc(officeEvents.seq))
  return rows.map(({ seq, recordedAt, actorName, actorPost, kind, payload }) => ({
    ...(JSON.parse(payload) as object),
    ...{ seq, at: recordedAt, name: actorName, post: actorPost, kind },
  })) as PlanStep[]
}

export type DepartmentOfPlan = {
  id: string
  name: string
  leads: number
  cooperates: number
  aliases: string[]
  /** Former names with the day from which they no longer held. */
  former: { name: string; toDay: Day }[]
}

/** The departments with a part in a plan today, in official order, with what else they are and were called; in three queries. */
export async function departmentsOfPlan(db: Db, viewer: Viewer, planId: string): Promise<DepartmentOfPlan[]> {
  if (!canSetPlan(viewer)) return []
  const parts = await db
    .select({ id: departments.id, name: departments.name, role: duties.role, count: count() })
    .from(duties)
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(and(eq(tasks.planId, planId), eq(duties.toDay, FOREVER)))
    .groupBy(departments.id, departments.name, departments.position, duties.role)
    .orderBy(asc(departments.position))
  const aliases = Map.groupBy(await db.select().from(departmentAliases).orderBy(asc(departmentAliases.alias)), (row) => row.departmentId)
  const former = Map.groupBy(await db.select().from(departmentNames).orderBy(asc(departmentNames.toDay)), (row) => row.departmentId)
  const inRole = (own: typeof parts, role: DutyRole) => Number(own.find((part) => part.role === role)?.count ?? 0)
  return [...Map.groupBy(parts, ({ id }) => id)].map(([id, own]) => ({
    id,
    name: own[0]?.name ?? '',
    leads: inRole(own, 'lead'),
    cooperates: inRole(own, 'cooperating'),
    aliases: (aliases.get(id) ?? []).map(({ alias }) => alias),
    former: (former.get(id) ?? []).map(({ name, toDay }) => ({ name, toDay })),
  }))
}

export type MovingTask = { number: number; title: string; role: DutyRole; otherRole: DutyRole | null }

/** The tasks of all plans that would move with a merger: the department's role in each, and the other one's. Withdrawn tasks go over too. */
export async function tasksThatMove(db: Db, viewer: Viewer, from: string, into: string): Promise<MovingTask[]> {
  if (!canSetPlan(viewer)) return []
  const rows = await db
    .select({ number: tasks.number, title: tasks.title, role: duties.role, taskId: tasks.id })
    .from(duties)
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .where(and(eq(duties.departmentId, from), eq(duties.toDay, FOREVER)))
    .orderBy(asc(tasks.number))
  const others = await db
    .select({ taskId: duties.taskId, role: duties.role })
    .from(duties)
    .where(and(eq(duties.departmentId, into), eq(duties.toDay, FOREVER)))
  const roleOf = new Map(others.map(({ taskId, role }) => [taskId, role]))
  return rows.map(({ taskId, ...row }) => ({ ...row, otherRole: roleOf.get(taskId) ?? null }))
}

export type Merged = { from: string; into: string; tasks: number; accounts: number; document: DocumentRef }

/** What came of a department's merger into another; null while it stands. */
export async function mergerOf(db: Db, viewer: Viewer, id: string): Promise<Merged | null> {
  if (!canSetPlan(viewer)) return null
  const [row] = await db
    .select({ payload: officeEvents.payload })
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'department'), eq(officeEvents.subjectId, id), eq(officeEvents.kind, 'merged')))
  return row ? (JSON.parse(row.payload) as Merged) : null
}

/** The departments that stand, in official order. */
export const standingDepartments = (db: Db): Promise<{ id: string; name: string }[]> =>
  db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(sql`${departments.endedOn} is null`)
    .orderBy(asc(departments.position))
