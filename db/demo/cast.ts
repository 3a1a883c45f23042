import type { Database } from '@/db/client'
import { recordAccountEvent } from '@/db/commands/account-step'
import { OTHERS, type Person, SUPERVISORS, TEAMS } from '@/db/demo/people'
import { newId } from '@/db/ids'
import { NO_PASSWORD } from '@/db/password-hash'
import { departments, users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import type { Role } from '@/domain/words'

export type Cast = {
  officerOf: (department: string) => Viewer
  supervisors: readonly [Viewer, Viewer]
  leader: Viewer
  idOf: (department: string) => string
}

/** The demo's accounts, made where they are missing. None has a password: one signs in with a click. */
export async function assembleCast(database: Database, now: Instant): Promise<Cast> {
  const known = await database.db.select().from(departments).orderBy(departments.position)
  await database.inTransaction(async (tx) => {
    const present = new Set((await tx.select({ username: users.username }).from(users)).map((user) => user.username))
    const wanted = [
      ...known.map(({ id, name }) => account(teamOf(name).officer, 'officer', id)),
      ...SUPERVISORS.map((person) => account(person, 'supervisor')),
      ...OTHERS.map((person) => account(person, person.role)),
    ]
    for (const { username, name, post, role, departmentId } of wanted) {
      if (present.has(username)) continue
      const id = newId()
      await tx.insert(users).values({
        id,
        username,
        name,
        post,
        role,
        departmentId,
        passwordHash: NO_PASSWORD,
        mustSetPassword: false,
        createdAt: now,
      })
      await recordAccountEvent(tx, id, 'added', null, now)
    }
  })
  const ids = new Map((await database.db.select().from(users)).map((user) => [user.username, user.id]))
  const viewer = (person: Person, role: Role, department: { id: string; name: string } | null = null): Viewer => {
    const { username, name, post } = person
    const userId = ids.get(username)
    if (userId === undefined) throw new Error(`the demo has no account ${username}`)
    return { userId, username, name, post, role, departmentId: department?.id ?? null, departmentName: department?.name ?? null }
  }
  const leader = OTHERS.find(({ role }) => role === 'leader')
  if (!leader) throw new Error('the demo has no leader')
  const officers = new Map(known.map((department) => [department.name, viewer(teamOf(department.name).officer, 'officer', department)]))
  const officerOf = (department: string): Viewer => {
    const officer = officers.get(department)
    if (!officer) throw new Error(`the plan has no department ${department}`)
    return officer
  }
  return {
    officerOf,
    leader: viewer(leader, 'leader'),
    supervisors: [viewer(SUPERVISORS[0], 'supervisor'), viewer(SUPERVISORS[1], 'supervisor')],
    idOf: (department) => officerOf(department).departmentId ?? '',
  }
}

const account = (person: Person, role: Role, departmentId: string | null = null) => ({ ...person, role, departmentId })

/** The invented people of a department of the issued table. */
export function teamOf(department: string) {
  const team = TEAMS[department]
  if (!team) throw new Error(`the demo knows nobody in ${department}`)
  return team
}
