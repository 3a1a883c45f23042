import { eq } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { type AccountRefusal, type Giver, inAccounts, recordAccountEvent, userNamed } from '@/db/commands/account-step'
import { newId } from '@/db/ids'
import { hashPassword, oneTimePassword } from '@/db/password-hash'
import { departments, users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { Role } from '@/domain/words'

export type NewAccount = { username: string; role: Role; departmentId: string | null }
export type WithPassword = { username: string; password: string }

/** A letter, then 1 to 31 letters, digits, dots, hyphens or underscores; lower case. */
const USERNAME = /^[a-z][a-z0-9._-]{1,31}$/

/** Adds an account with a one-time password, which is answered here and kept nowhere. */
export async function addAccount(
  database: Database,
  by: Giver,
  account: NewAccount,
  now: Instant,
): Promise<{ added: WithPassword } | AccountRefusal | Refusal | 'hidden'> {
  const password = oneTimePassword()
  const passwordHash = await hashPassword(password)
  return inAccounts<{ added: WithPassword } | AccountRefusal>(database, by, async (tx) => {
    const { username, role, departmentId } = account
    if (!USERNAME.test(username)) return { refused: 'username-format', field: 'username' }
    if (await userNamed(tx, username)) return { refused: 'username-taken', field: 'username' }
    const misfit = await departmentMisfit(tx, role, departmentId)
    if (misfit) return misfit
    const id = newId()
    await tx.insert(users).values({ id, username, role, departmentId, passwordHash, createdAt: now })
    await recordAccountEvent(tx, id, 'added', by?.userId ?? null, now)
    return { added: { username, password } }
  })
}

/** An officer has a department, one that is still there; nobody else has one. */
export async function departmentMisfit(tx: Db, role: Role, departmentId: string | null): Promise<AccountRefusal | null> {
  const field = 'departmentId'
  if (role !== 'officer') return departmentId === null ? null : { refused: 'department-not-for-role', field }
  if (departmentId === null) return { refused: 'department-required', field }
  const [known] = await tx.select({ endedOn: departments.endedOn }).from(departments).where(eq(departments.id, departmentId))
  if (!known) return { refused: 'unknown-department', field }
  return known.endedOn === null ? null : { refused: 'department-ended', field }
}
