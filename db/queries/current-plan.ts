import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { ledgers, plans } from '@/db/schema'

export type Plan = typeof plans.$inferSelect

/** The plan and what the database is marked for; null before anything was imported. */
export async function currentPlan(db: Db): Promise<{ plan: Plan; mark: 'real' | 'demo' | 'test' } | null> {
  const [row] = await db.select({ plan: plans, mark: ledgers.mark }).from(plans).innerJoin(ledgers, eq(ledgers.id, 1))
  return row ?? null
}
