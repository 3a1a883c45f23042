// Signing in. Five failures in a row lock the account for ten minutes; the lock is in the database, so a restart does not lift it. An
// account that does not exist, is locked or disabled gets the same answer after the same work as a wrong password.
import { eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordAccountEvent, type User, userNamed } from '@/db/commands/account-step'
import { isPassword } from '@/db/password-hash'
import { sessions, users } from '@/db/schema'
import { newSessionId, sessionRowId } from '@/db/session-id'
import type { Instant } from '@/domain/calendar'

const FAILURES_BEFORE_LOCK = 5
const LOCK_MS = 10 * 60_000

/** The new session's id for the cookie, or null. */
export async function signIn(database: Database, username: string, password: string, now: Instant): Promise<string | null> {
  const before = await userNamed(database.db, username)
  const matches = await isPassword(before?.passwordHash ?? null, password)
  if (!before) return null
  return database.inTransaction(async (tx) => {
    // read again: others may have failed, or the password may have been changed, while this one was being checked
    const user = await userNamed(tx, username)
    if (!user || isLocked(user, now) || user.disabledAt !== null) return null
    if (!matches || user.passwordHash !== before.passwordHash) {
      await countFailure(tx, user, now)
      return null
    }
    await recordAccountEvent(tx, user.id, 'signed_in', user.id, now)
    return startSession(tx, user.id, now)
  })
}

export const isLocked = (user: User, now: Instant): boolean => user.lockedUntil !== null && user.lockedUntil > now

export async function countFailure(tx: Db, user: User, now: Instant): Promise<void> {
  const failures = user.failedSignIns + 1
  if (failures < FAILURES_BEFORE_LOCK) {
    await tx.update(users).set({ failedSignIns: failures }).where(eq(users.id, user.id))
    return
  }
  const lockedUntil = new Date(Date.parse(now) + LOCK_MS).toISOString()
  await tx.update(users).set({ failedSignIns: 0, lockedUntil }).where(eq(users.id, user.id))
  await recordAccountEvent(tx, user.id, 'locked', null, now)
}

/** Begins a session for someone who has shown who they are; answers its id for the cookie. */
export async function startSession(tx: Db, userId: string, now: Instant): Promise<string> {
  const id = newSessionId()
  await tx.insert(sessions).values({ id: sessionRowId(id), userId, createdAt: now, lastSeenAt: now })
  await tx.update(users).set({ failedSignIns: 0, lockedUntil: null }).where(eq(users.id, userId))
  return id
}
