import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { rebuildPeriods } from '@/db/commands/rebuild-periods'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { plans } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import { changesBetween, FOLDED_SETTINGS, faultsIn, type PlanSettings, type SettingFault, settingsOf } from '@/domain/plan-settings'

/** `refolded`: how many tasks were folded anew because a threshold changed. */
export type SettingsOutcome =
  | { changed: { refolded: number } }
  | Refusal
  | { refused: 'unchanged' | SettingFault; field?: string }
  | 'hidden'

/**
 * Sets what the form says and records what changed from → to. Refused: `stale` if someone saved since the form was shown (`version`),
 * `unchanged`, or what is wrong with a setting, at its field. `plan` by its number. Hidden from all but supervisors.
 */
export function changePlanSettings(
  database: Database,
  viewer: Viewer,
  change: { plan: number; version: number; settings: PlanSettings },
  now: Instant,
): Promise<SettingsOutcome> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<SettingsOutcome>(database, async (tx) => {
    const [plan] = await tx.select().from(plans).where(eq(plans.number, change.plan))
    if (!plan) return 'hidden'
    if (plan.version !== change.version) return { refused: 'stale' }
    const [fault] = Object.entries(faultsIn(change.settings))
    if (fault) return { refused: fault[1], field: fault[0] }
    const changes = changesBetween(settingsOf(plan), change.settings)
    if (Object.keys(changes).length === 0) return { refused: 'unchanged' }
    await tx
      .update(plans)
      .set({ ...settingsOf(change.settings), version: plan.version + 1 })
      .where(eq(plans.id, plan.id))
    await recordOfficeEvent(tx, { subject: 'plan', subjectId: plan.id, kind: 'settings_changed', payload: { changes } }, viewer, now)
    const folds = FOLDED_SETTINGS.some((name) => name in changes)
    return { changed: { refolded: folds ? await rebuildPeriods(tx, now, { planId: plan.id }) : 0 } }
  })
}
