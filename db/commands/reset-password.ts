import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type AccountRefusal, type Giver, inAccounts, recordAccountEvent, userNamed } from '@/db/commands/account-step'
import type { WithPassword } from '@/db/commands/add-account'
import { endSessionsOf } from '@/db/commands/end-sessions'
import { hashPassword, oneTimePassword } from '@/db/password-hash'
import { users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'

/** Replaces the password by a one-time one, ends the account's sessions and lifts a lock. The own password is changed, not reset. */
export async function resetPassword(
  database: Database,
  by: Giver,
  username: string,
  now: Instant,
): Promise<{ reset: WithPassword } | AccountRefusal | Refusal | 'hidden'> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return inAccounts<{ reset: WithPassword } | AccountRefusal | 'hidden'>(database, by, async (tx) => {
    const user = await userNamed(tx, username)
    if (!user) return 'hidden'
    if (user.id === by?.userId) return { refused: 'own-account' }
    await tx.update(users).set({ passwordHash, mustSetPassword: true, failedSignIns: 0, lockedUntil: null }).where(eq(users.id, user.id))
    await endSessionsOf(tx, user.id, now)
    await recordAccountEvent(tx, user.id, 'password_reset', by?.userId ?? null, now)
    return { reset: { username, password } }
  })
}
