import { asc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { visibleTo } from '@/db/queries/visible-to'
import { ledgers, plans, tasks } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'

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

/** Those of the plans of which the viewer sees a task. */
export async function plansInSight(db: Db, viewer: Viewer, known: readonly Plan[]): Promise<Plan[]> {
  const seen = await db.selectDistinct({ id: tasks.planId }).from(tasks).where(visibleTo(viewer))
  return known.filter(({ id }) => seen.some((one) => one.id === id))
}

/** What lists of several plans call a plan. */
export const planName = ({ shortName, title }: Pick<Plan, 'shortName' | 'title'>): string => shortName ?? title
