import { count } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { tasks } from '@/db/schema'

/** How many tasks the ledger has in all its plans, whoever may see them. */
export async function taskTotal(db: Db): Promise<number> {
  const [row] = await db.select({ total: count() }).from(tasks)
  return row?.total ?? 0
}
