// What the commands on accounts share: who may give them, and the event that is written with each change.
import { and, count, eq, isNull, ne } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { type AccountEventKind, accountEvents, users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canManageAccounts, type Viewer } from '@/domain/permissions'

/** Who gives the command: an administrator, or null for the operator at the command line. */
export type Giver = Viewer | null

export type AccountRefusal = {
  refused:
    | 'username-taken'
    | 'username-format'
    | 'department-required'
    | 'department-not-for-role'
    | 'unknown-department'
    | 'department-ended'
    | 'own-account'
    | 'last-administrator'
    | 'unchanged'
    | 'password-too-short'
    | 'password-too-simple'
    | 'password-is-username'
    | 'password-unchanged'
    | 'wrong-password'
  field?: string
  values?: Record<string, string | number>
}

export type User = typeof users.$inferSelect

/** Runs a change of accounts for someone who may make it. For all others accounts are hidden. */
export function inAccounts<T>(database: Database, by: Giver, body: (tx: Db) => Promise<T>): Promise<T | Refusal | 'hidden'> {
  if (by && !canManageAccounts(by)) return Promise.resolve('hidden')
  return inWritableLedger<T>(database, body)
}

export async function userNamed(tx: Db, username: string): Promise<User | null> {
  const [user] = await tx.select().from(users).where(eq(users.username, username))
  return user ?? null
}

export async function recordAccountEvent(
  tx: Db,
  userId: string,
  kind: AccountEventKind,
  actorId: string | null,
  now: Instant,
): Promise<void> {
  await tx.insert(accountEvents).values({ id: newId(), userId, kind, actorId, recordedAt: now })
}

/** Whether nobody could manage accounts any more without this one. */
export async function isLastAdministrator(tx: Db, user: User): Promise<boolean> {
  if (user.role !== 'administrator' || user.disabledAt !== null) return false
  const [others] = await tx
    .select({ count: count() })
    .from(users)
    .where(and(eq(users.role, 'administrator'), isNull(users.disabledAt), ne(users.id, user.id)))
  return others?.count === 0
}
