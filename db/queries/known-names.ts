import { asc, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, users } from '@/db/schema'
import { departmentAliases, departmentNames } from '@/db/schema-documents'

/** Departments by their own names, and other names that lead to them. */
export type NamesOfDepartments = { departments: string[]; aliases: Record<string, string> }

/**
 * What an issued table is read against, in three queries: the departments that stand, in official order; and other names for
 * them: what a person confirmed, what they were called before, and what was merged into them.
 */
export async function knownNames(db: Db): Promise<NamesOfDepartments> {
  const all = await db.select().from(departments).orderBy(asc(departments.position))
  const names = new Map(all.map(({ id, name, mergedInto }) => [id, mergedInto === null ? name : null]))
  const merged = new Map(all.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto] as const])))
  const present = (id: string): string | null => names.get(successor(merged, id)) ?? null
  const former = await db.select({ alias: departmentNames.name, id: departmentNames.departmentId }).from(departmentNames)
  const confirmed = await db.select({ alias: departmentAliases.alias, id: departmentAliases.departmentId }).from(departmentAliases)
  const standing = all.filter(({ endedOn }) => endedOn === null).map(({ name }) => name)
  const ended = all.filter(({ endedOn }) => endedOn !== null).map(({ id, name }) => ({ alias: name, id }))
  const aliases = [...former, ...ended, ...confirmed].flatMap(({ alias, id }) => {
    const name = present(id)
    return name === null || standing.includes(alias) ? [] : [[alias, name] as const]
  })
  return { departments: standing, aliases: Object.fromEntries(aliases) }
}

/** Where a department's duties went, through as many mergers as there were. */
function successor(merged: ReadonlyMap<string, string>, id: string): string {
  const seen = new Set<string>()
  let at = id
  for (let next = merged.get(at); next !== undefined && !seen.has(at); next = merged.get(at)) {
    seen.add(at)
    at = next
  }
  return at
}

/** The departments that stand and have no officer who can sign in. */
export async function withoutOfficer(db: Db, names: readonly string[]): Promise<string[]> {
  const officers = await db.select({ id: users.departmentId }).from(users).where(isNull(users.disabledAt))
  const staffed = new Set(officers.map(({ id }) => id))
  const all = await db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(asc(departments.position))
  return all.filter(({ id, name }) => names.includes(name) && !staffed.has(id)).map(({ name }) => name)
}
