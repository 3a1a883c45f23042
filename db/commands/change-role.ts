import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { type AccountRefusal, type Giver, inAccounts, isLastAdministrator, recordAccountEvent, userNamed } from '@/db/commands/account-step'
import { departmentMisfit, type NewAccount } from '@/db/commands/add-account'
import { endSessionsOf } from '@/db/commands/end-sessions'
import { users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'

type Outcome = { changed: string } | AccountRefusal | Refusal | 'hidden'

/** Gives the account another role or department and ends its sessions. One person has one role: the new one replaces the old. */
export function changeRole(database: Database, by: Giver, account: NewAccount, now: Instant): Promise<Outcome> {
  return inAccounts<Outcome>(database, by, async (tx) => {
    const { username, role, departmentId } = account
    const user = await userNamed(tx, username)
    if (!user) return 'hidden'
    if (user.id === by?.userId) return { refused: 'own-account' }
    if (user.role === role && user.departmentId === departmentId) return { refused: 'unchanged' }
    const misfit = await departmentMisfit(tx, role, departmentId)
    if (misfit) return misfit
    if (role !== 'administrator' && (await isLastAdministrator(tx, user))) return { refused: 'last-administrator' }
    await tx.update(users).set({ role, departmentId }).where(eq(users.id, user.id))
    await endSessionsOf(tx, user.id, now)
    await recordAccountEvent(tx, user.id, 'role_changed', by?.userId ?? null, now)
    return { changed: username }
  })
}
