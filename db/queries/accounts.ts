import { and, asc, eq, isNotNull, isNull, max, type SQL } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { isDemo } from '@/db/queries/ledger-mark'
import { departments, sessions, users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import { canManageAccounts, type Viewer } from '@/domain/permissions'
import type { Role } from '@/domain/words'

export type AccountRow = {
  username: string
  role: Role
  departmentId: string | null
  departmentName: string | null
  name: string
  post: string
  mustSetPassword: boolean
  disabledAt: Instant | null
  /** The end of a lock, perhaps past. */
  lockedUntil: Instant | null
  /** When the latest session began; null for never. */
  lastSignInAt: Instant | null
}

/** All accounts, departments first in official order, then the others by name. None for those who may not manage them (null = operator). */
export async function accounts(db: Db, viewer: Viewer | null, only?: { username: string }): Promise<AccountRow[]> {
  if (viewer && !canManageAccounts(viewer)) return []
  const officers = await rows(db, and(isNotNull(users.departmentId), only && eq(users.username, only.username)))
  const others = await rows(db, and(isNull(users.departmentId), only && eq(users.username, only.username)))
  return [...officers, ...others]
}

function rows(db: Db, where: SQL | undefined): Promise<AccountRow[]> {
  return db
    .select({
      username: users.username,
      role: users.role,
      departmentId: users.departmentId,
      departmentName: departments.name,
      name: users.name,
      post: users.post,
      mustSetPassword: users.mustSetPassword,
      disabledAt: users.disabledAt,
      lockedUntil: users.lockedUntil,
      lastSignInAt: max(sessions.createdAt),
    })
    .from(users)
    .leftJoin(departments, eq(departments.id, users.departmentId))
    .leftJoin(sessions, eq(sessions.userId, users.id))
    .where(where)
    .groupBy(users.id, departments.id)
    .orderBy(asc(departments.position), asc(users.username))
}

export type DepartmentChoice = { id: string; name: string }

/** For choosing an officer's department, in official order; without those that were merged into others. */
export const departmentChoices = (db: Db): Promise<DepartmentChoice[]> =>
  db
    .select({ id: departments.id, name: departments.name })
    .from(departments)
    .where(isNull(departments.endedOn))
    .orderBy(departments.position)

/** Whom one may be in a demonstration, in the order of accounts(); nobody anywhere else. */
export async function demoPeople(db: Db): Promise<Pick<AccountRow, 'username' | 'name' | 'role' | 'departmentName'>[]> {
  if (!(await isDemo(db))) return []
  const all = await accounts(db, null)
  return all
    .filter((row) => row.disabledAt === null)
    .map(({ username, name, role, departmentName }) => ({ username, name, role, departmentName }))
}
