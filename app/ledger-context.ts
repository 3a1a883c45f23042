import { notFound } from 'next/navigation'
import { cache } from 'react'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { type Db, database } from '@/db/client'
import { type CurrentPlans, currentPlan, type Plan } from '@/db/queries/current-plan'
import type { Day } from '@/domain/calendar'
import { canSeeTasks, type Viewer } from '@/domain/permissions'

export type LedgerContext = CurrentPlans & { viewer: Viewer; db: Db; today: Day }

/** What every page of the ledger starts from: who is asking, and the plans. A 404 for those for whom tasks do not exist. */
export async function ledgerContext(): Promise<LedgerContext> {
  const viewer = await requireViewerOf(canSeeTasks)
  const current = await planOfRequest()
  if (!current) notFound()
  return { viewer, db: (await database()).db, ...current, today: today() }
}

/** The plan that a page speaks of: the one that was asked for, or the only one; null for all of several. */
export const chosenPlan = (plans: readonly Plan[], number: number | undefined): Plan | null =>
  (plans.length > 1 ? plans.find((plan) => plan.number === number) : plans[0]) ?? null

/** The plans and the database's mark, asked once per request; null before anything was imported. */
export const planOfRequest = cache(async () => currentPlan((await database()).db))
