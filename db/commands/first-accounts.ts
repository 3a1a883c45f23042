import { count } from 'drizzle-orm'
import { pinyin } from 'pinyin-pro'
import type { Database } from '@/db/client'
import { recordAccountEvent } from '@/db/commands/account-step'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { hashPassword, oneTimePassword } from '@/db/password-hash'
import { departments, users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { Role } from '@/domain/words'

/** `department` is its name; null for those who have none. */
export type FirstAccount = { username: string; role: Role; department: string | null; password: string }

const WITHOUT_DEPARTMENT = [
  { username: 'ducha', role: 'supervisor' },
  { username: 'lingdao', role: 'leader' },
  { username: 'admin', role: 'administrator' },
  { username: 'shenji', role: 'auditor' },
] as const

/**
 * Where there are no accounts yet: an officer for each department, named by its initials, and one person for each other role, all with
 * one-time passwords that are kept nowhere. Where there are some: nothing, and no rows. `hand` receives the passwords before the
 * accounts exist for good: if it fails, there are none. Refused as read-only while LEDGER_TODAY is set on a real ledger.
 */
export async function firstAccounts(
  database: Database,
  now: Instant,
  hand: (accounts: FirstAccount[]) => Promise<void>,
): Promise<FirstAccount[] | Refusal> {
  if (await hasAccounts(database)) return []
  const known = await database.db.select().from(departments).orderBy(departments.position)
  const taken = new Set<string>(WITHOUT_DEPARTMENT.map(({ username }) => username))
  const people = [
    ...known.map(({ id, name }) => ({
      username: freeName(initials(name), taken),
      role: 'officer' as const,
      departmentId: id,
      department: name,
    })),
    ...WITHOUT_DEPARTMENT.map((person) => ({ ...person, departmentId: null, department: null })),
  ]
  const accounts = await Promise.all(
    people.map(async (person) => {
      const password = oneTimePassword()
      return { ...person, id: newId(), password, passwordHash: await hashPassword(password) }
    }),
  )
  return inWritableLedger<FirstAccount[]>(database, async (tx) => {
    const [present] = await tx.select({ count: count() }).from(users)
    if (present && present.count > 0) return []
    await tx.insert(users).values(
      accounts.map(({ id, username, role, departmentId, passwordHash }) => ({
        id,
        username,
        role,
        departmentId,
        passwordHash,
        createdAt: now,
      })),
    )
    for (const { id } of accounts) await recordAccountEvent(tx, id, 'added', null, now)
    const handed = accounts.map(({ username, role, department, password }) => ({ username, role, department, password }))
    await hand(handed)
    return handed
  })
}

async function hasAccounts({ db }: Database): Promise<boolean> {
  const [first] = await db.select({ id: users.id }).from(users).limit(1)
  return first !== undefined
}

const initials = (name: string): string =>
  pinyin(name, { pattern: 'first', toneType: 'none', type: 'array' })
    .join('')
    .toLowerCase()
    .replace(/[^a-z]/g, '') || 'dept'

function freeName(wanted: string, taken: Set<string>): string {
  let name = wanted
  for (let n = 2; taken.has(name); n++) name = `${wanted}${n}`
  taken.add(name)
  return name
}
