// Of several servers one works: whoever holds the lease, until it is given back or has run out.
import { and, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { leases } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'

export type Lease = { name: string; holder: string; until: Instant }

/** Takes the lease, or renews it for its holder; answers the other's lease where it still runs. Instants are real ones. */
export function takeLease(database: Database, wanted: Lease, now: Instant): Promise<'taken' | Lease> {
  return database.inTransaction(async (tx) => {
    const [held] = await tx.select().from(leases).where(eq(leases.name, wanted.name))
    if (held && held.holder !== wanted.holder && held.until > now) return held
    await tx.insert(leases).values(wanted).onConflictDoUpdate({ target: leases.name, set: wanted })
    return 'taken'
  })
}

/** Its row stays, so that the administrator sees who worked last. */
export async function giveLeaseBack(database: Database, { name, holder }: Pick<Lease, 'name' | 'holder'>, now: Instant): Promise<void> {
  await database.inTransaction((tx) =>
    tx
      .update(leases)
      .set({ until: now })
      .where(and(eq(leases.name, name), eq(leases.holder, holder))),
  )
}
