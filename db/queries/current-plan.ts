import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { ledgers, plans } from '@/db/schema'

export type Plan = typeof plans.$inferSelect
export type Mark = 'real' | 'demo' | 'test'
/** `plans` in the order of import; `plan` is the first of them. */
export type CurrentPlans = { plans: Plan[]; plan: Plan; mark: Mark }

/** The plans and what the database is marked for; null before anything was imported. */
export async function currentPlan(db: Db): Promise<CurrentPlans | null> {
  const rows = await db
    .select({ plan: plans, mark: ledgers.mark })
    .from(plans)
    .innerJoin(ledgers, eq(ledgers.id, 1))
    .orderBy(asc(plans.number))
  const [first] = rows
  return first ? { plans: rows.map(({ plan }) => plan), ...first } : null
}

/** What lists of several plans call a plan. */
export const planName = ({ shortName, title }: Pick<Plan, 'shortName' | 'title'>): string => shortName ?? title
