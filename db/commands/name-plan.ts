import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { plans } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetPlan, type Viewer } from '@/domain/permissions'

export type NameOutcome = { named: string | null } | Refusal | { refused: 'unchanged' } | 'hidden'

/**
 * What lists of several plans call a plan; empty for its title. Refused: `stale` if someone changed the plan since (`version`), `unchanged`.
 * Hidden from all but supervisors.
 */
export function namePlan(
  database: Database,
  viewer: Viewer,
  { plan: number, shortName, version }: { plan: number; shortName: string; version: number },
  now: Instant,
): Promise<NameOutcome> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<NameOutcome>(database, async (tx) => {
    const [plan] = await tx.select().from(plans).where(eq(plans.number, number))
    if (!plan) return 'hidden'
    if (plan.version !== version) return { refused: 'stale' }
    const named = shortName.trim() || null
    if (plan.shortName === named) return { refused: 'unchanged' }
    await tx
      .update(plans)
      .set({ shortName: named, version: plan.version + 1 })
      .where(eq(plans.id, plan.id))
    const payload = { from: plan.shortName, to: named }
    await recordOfficeEvent(tx, { subject: 'plan', subjectId: plan.id, kind: 'named', payload }, viewer, now)
    return { named }
  })
}
