// Who did what when, for the auditor: the events of tasks, of accounts and of the office in one list, newest first. Not what they wrote.
import { count, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { accountEvents, departments, plans, taskEvents, tasks, users } from '@/db/schema'
import { notices, type OfficeSubject, officeEvents } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import { canReadAuditTrail, type Viewer } from '@/domain/permissions'
import type { Role } from '@/domain/words'

export type AuditEntry = {
  at: Instant
  /** The task's number, or 0 where `username` names the account that it happened to, or `office` what else. */
  taskNumber: number
  username: string | null
  office: OfficeSubject | null
  /** Which notice, by its number; which plan or department; which year of the calendar. Null for the others. */
  officeLabel: string | null
  /** An EventKind, an AccountEventKind, or what the office did. */
  kind: string
  /** As recorded with an event of a task or the office, as of today for accounts. Empty for the system and for the operator's command line. */
  actorName: string
  actorUsername: string | null
  actorRole: Role | 'system'
  actorDepartment: string | null
  /** For which department a supervisor wrote it down. */
  onBehalfOf: string | null
}

export const AUDIT_PAGE_SIZE = 200

/** One page of the trail, pages counted from 1, and how many entries there are in all. Nothing for those who may not read it. */
export async function auditTrail(db: Db, viewer: Viewer, page: number): Promise<{ entries: AuditEntry[]; total: number }> {
  if (!canReadAuditTrail(viewer)) return { entries: [], total: 0 }
  const [ofTasks] = await db.select({ count: count() }).from(taskEvents)
  const [ofAccounts] = await db.select({ count: count() }).from(accountEvents)
  const [ofOffice] = await db.select({ count: count() }).from(officeEvents)
  const entries = await newestFirst(db)
    .limit(AUDIT_PAGE_SIZE)
    .offset((page - 1) * AUDIT_PAGE_SIZE)
  return { entries, total: (ofTasks?.count ?? 0) + (ofAccounts?.count ?? 0) + (ofOffice?.count ?? 0) }
}

/** The whole trail, for export. Nothing for those who may not read it. */
export const wholeAuditTrail = async (db: Db, viewer: Viewer): Promise<AuditEntry[]> => (canReadAuditTrail(viewer) ? newestFirst(db) : [])

// Columns are ordered by position, because the three parts name theirs differently: instant, task, sequence number or id.
function newestFirst(db: Db) {
  return ofTasksIn(db).unionAll(ofAccountsIn(db)).unionAll(ofOfficeIn(db)).orderBy(sql`1 desc, 2 desc, 3 desc`)
}

const actors = alias(users, 'actors')
const behalf = alias(departments, 'behalf')

const ofTasksIn = (db: Db) =>
  db
    .select({
      at: sql<Instant>`${taskEvents.recordedAt}`,
      taskNumber: sql<number>`${tasks.number}`,
      order: sql<string>`cast(1000000 + ${taskEvents.seq} as text)`,
      username: sql<string | null>`null`,
      office: sql<OfficeSubject | null>`null`,
      officeLabel: sql<string | null>`null`,
      kind: sql<AuditEntry['kind']>`${taskEvents.kind}`,
      actorName: sql<string>`${taskEvents.actorName}`,
      actorUsername: sql<string | null>`${actors.username}`,
      actorRole: sql<Role | 'system'>`${taskEvents.actorRole}`,
      actorDepartment: sql<string | null>`${taskEvents.actorDepartmentName}`,
      onBehalfOf: sql<string | null>`${behalf.name}`,
    })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .leftJoin(actors, eq(actors.id, taskEvents.actorId))
    .leftJoin(behalf, eq(behalf.id, taskEvents.onBehalfOf))

const ofAccountsIn = (db: Db) =>
  db
    .select({
      at: sql<Instant>`${accountEvents.recordedAt}`,
      taskNumber: sql<number>`0`,
      order: sql<string>`${accountEvents.id}`,
      username: sql<string | null>`${users.username}`,
      office: sql<OfficeSubject | null>`null`,
      officeLabel: sql<string | null>`null`,
      kind: sql<AuditEntry['kind']>`${accountEvents.kind}`,
      actorName: sql<string>`coalesce(${actors.name}, '')`,
      actorUsername: sql<string | null>`${actors.username}`,
      actorRole: sql<Role | 'system'>`coalesce(${actors.role}, 'system')`,
      actorDepartment: sql<string | null>`${departments.name}`,
      onBehalfOf: sql<string | null>`null`,
    })
    .from(accountEvents)
    .innerJoin(users, eq(users.id, accountEvents.userId))
    .leftJoin(actors, eq(actors.id, accountEvents.actorId))
    .leftJoin(departments, eq(departments.id, actors.departmentId))

const ofOfficeIn = (db: Db) =>
  db
    .select({
      at: sql<Instant>`${officeEvents.recordedAt}`,
      taskNumber: sql<number>`0`,
      order: sql<string>`cast(1000000 + ${officeEvents.seq} as text) || ${officeEvents.subjectId}`,
      username: sql<string | null>`null`,
      office: sql<OfficeSubject | null>`${officeEvents.subject}`,
      officeLabel: sql<string | null>`case ${officeEvents.subject}
        when 'notice' then ${notices.mark} || '〔' || cast(${notices.year} as text) || '〕' || cast(${notices.number} as text) || '号'
        when 'plan' then coalesce(${plans.shortName}, ${plans.title})
        when 'department' then ${departments.name}
        when 'calendar' then ${officeEvents.subjectId} end`,
      kind: sql<AuditEntry['kind']>`${officeEvents.kind}`,
      actorName: sql<string>`${officeEvents.actorName}`,
      actorUsername: sql<string | null>`${actors.username}`,
      actorRole: sql<Role | 'system'>`${officeEvents.actorRole}`,
      actorDepartment: sql<string | null>`${officeEvents.actorDepartmentName}`,
      onBehalfOf: sql<string | null>`null`,
    })
    .from(officeEvents)
    .leftJoin(notices, eq(notices.id, officeEvents.subjectId))
    .leftJoin(plans, eq(plans.id, officeEvents.subjectId))
    .leftJoin(departments, eq(departments.id, officeEvents.subjectId))
    .leftJoin(actors, eq(actors.id, officeEvents.actorId))
