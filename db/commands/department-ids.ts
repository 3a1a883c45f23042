// Departments are shared by all plans, by name.
import { eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments } from '@/db/schema'
import { departmentAliases } from '@/db/schema-documents'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetPlan, type Viewer } from '@/domain/permissions'

/** The ids of departments by their own names. What nobody knows becomes a new department. */
export async function departmentIds(tx: Db, names: Iterable<string>): Promise<Map<string, string>> {
  const all = await tx.select().from(departments)
  const ids = new Map(all.map(({ id, name }) => [name, id]))
  let last = all.reduce((most, { position }) => Math.max(most, position), 0)
  const found = new Map<string, string>()
  for (const name of new Set(names)) {
    let id = ids.get(name)
    if (id === undefined) {
      const position = ++last
      id = `d${String(position).padStart(2, '0')}`
      await tx.insert(departments).values({ id, name, position })
    }
    found.set(name, id)
  }
  return found
}

/**
 * Keeps another name of a department, that a person confirmed; confirmed again for another one, it changes sides. Refused where it is the
 * name of a department that stands, or the department is no more.
 */
export async function confirmAlias(
  tx: Db,
  alias: string,
  departmentId: string,
  viewer: Viewer | null,
  now: Instant,
): Promise<Refusal | { confirmed: string }> {
  if (viewer && !canSetPlan(viewer)) return { refused: 'not-permitted' }
  const name = alias.trim()
  if (!name) return { refused: 'text-required', field: 'alias' }
  const [department] = await tx.select().from(departments).where(eq(departments.id, departmentId))
  if (!department || department.endedOn !== null) return { refused: 'department-ended', field: 'departmentId' }
  const [called] = await tx.select().from(departments).where(eq(departments.name, name))
  if (called && called.endedOn === null) return { refused: 'alias-is-department', field: 'alias' }
  const confirmed = { departmentId, confirmedBy: viewer?.userId ?? null, confirmedAt: now }
  await tx
    .insert(departmentAliases)
    .values({ alias: name, ...confirmed })
    .onConflictDoUpdate({ target: departmentAliases.alias, set: confirmed })
  return { confirmed: name }
}

/** Aliases that go with a table, as alias → name of the department; those that are no more news or no department's are left out. */
export async function confirmAliases(
  tx: Db,
  aliases: Readonly<Record<string, string>>,
  viewer: Viewer | null,
  now: Instant,
): Promise<void> {
  const entries = Object.entries(aliases).filter(([alias, name]) => alias.trim() !== name)
  if (entries.length === 0) return
  const ids = new Map((await tx.select().from(departments).where(sql`ended_on is null`)).map(({ id, name }) => [name, id]))
  for (const [alias, name] of entries) {
    const id = ids.get(name)
    if (id !== undefined) await confirmAlias(tx, alias, id, viewer, now)
  }
}
