import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type AccountRefusal, type Giver, inAccounts, isLastAdministrator, recordAccountEvent, userNamed } from '@/db/commands/account-step'
import { endSessionsOf } from '@/db/commands/end-sessions'
import { users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'

type Outcome = { changed: string } | AccountRefusal | Refusal | 'hidden'

/** Ends the account's sessions and lets it begin no more. Not the own account, and not the last administrator's. */
export function disableAccount(database: Database, by: Giver, username: string, now: Instant): Promise<Outcome> {
  return inAccounts<Outcome>(database, by, async (tx) => {
    const user = await userNamed(tx, username)
    if (!user) return 'hidden'
    if (user.id === by?.userId) return { refused: 'own-account' }
    if (user.disabledAt !== null) return { refused: 'unchanged' }
    if (await isLastAdministrator(tx, user)) return { refused: 'last-administrator' }
    await tx.update(users).set({ disabledAt: now }).where(eq(users.id, user.id))
    await endSessionsOf(tx, user.id, now)
    await recordAccountEvent(tx, user.id, 'disabled', by?.userId ?? null, now)
    return { changed: username }
  })
}

/** The account may be used again, with the password that it had. */
export function enableAccount(database: Database, by: Giver, username: string, now: Instant): Promise<Outcome> {
  return inAccounts<Outcome>(database, by, async (tx) => {
    const user = await userNamed(tx, username)
    if (!user) return 'hidden'
    if (user.disabledAt === null) return { refused: 'unchanged' }
    await tx.update(users).set({ disabledAt: null }).where(eq(users.id, user.id))
    await recordAccountEvent(tx, user.id, 'enabled', by?.userId ?? null, now)
    return { changed: username }
  })
}
