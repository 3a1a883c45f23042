// The two ways in which people set their own password. Both end all sessions of the account and begin a new one for who did it.
import { eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { type AccountRefusal, recordAccountEvent, type User, userNamed } from '@/db/commands/account-step'
import { endSessionsOf } from '@/db/commands/end-sessions'
import { countFailure, isLocked, startSession } from '@/db/commands/sign-in'
import { inWritableLedger } from '@/db/commands/writable'
import { hashPassword, isPassword, passwordPolicy } from '@/db/password-hash'
import { users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { passwordProblem } from '@/domain/password-policy'

/** `sessionId` is the new session's, for the cookie. */
type Outcome = { sessionId: string } | AccountRefusal | Refusal | 'hidden'

/** At the first sign-in: the one-time password gives way to an own one, and the holder says who it is. */
export async function completeFirstSignIn(
  database: Database,
  username: string,
  { password, name, post }: { password: string; name: string; post: string },
  now: Instant,
): Promise<Outcome> {
  const refused = policyRefusal(password, username)
  if (refused) return refused
  const before = await userNamed(database.db, username)
  if (await isPassword(before?.passwordHash ?? null, password)) return { refused: 'password-unchanged', field: 'password' }
  const passwordHash = await hashPassword(password)
  return inWritableLedger<Outcome>(database, async (tx) => {
    const user = await userNamed(tx, username)
    if (!user?.mustSetPassword || user.disabledAt !== null) return 'hidden'
    return setPassword(tx, user, { passwordHash, name, post, mustSetPassword: false }, now)
  })
}

/** Later: with the present password, whose failures count as those of signing in do. */
export async function changeOwnPassword(
  database: Database,
  username: string,
  { present, password }: { present: string; password: string },
  now: Instant,
): Promise<Outcome> {
  const refused = policyRefusal(password, username)
  if (refused) return refused
  if (present === password) return { refused: 'password-unchanged', field: 'password' }
  const before = await userNamed(database.db, username)
  const matches = await isPassword(before?.passwordHash ?? null, present)
  const passwordHash = await hashPassword(password)
  return inWritableLedger<Outcome>(database, async (tx) => {
    const user = await userNamed(tx, username)
    if (!user || user.disabledAt !== null) return 'hidden'
    if (isLocked(user, now)) return WRONG_PASSWORD
    if (!matches || user.passwordHash !== before?.passwordHash) {
      await countFailure(tx, user, now)
      return WRONG_PASSWORD
    }
    return setPassword(tx, user, { passwordHash }, now)
  })
}

const WRONG_PASSWORD: AccountRefusal = { refused: 'wrong-password', field: 'presentPassword' }

function policyRefusal(password: string, username: string): AccountRefusal | null {
  const problem = passwordProblem(passwordPolicy, password, username)
  return problem && { refused: problem, field: 'password', values: { ...passwordPolicy } }
}

async function setPassword(tx: Db, user: User, changes: Partial<User>, now: Instant): Promise<Outcome> {
  await tx.update(users).set(changes).where(eq(users.id, user.id))
  await endSessionsOf(tx, user.id, now)
  await recordAccountEvent(tx, user.id, 'password_changed', user.id, now)
  return { sessionId: await startSession(tx, user.id, now) }
}
