import { getTranslations } from 'next-intl/server'
import { chosenPlan, type LedgerContext } from '@/app/ledger-context'
import { type ListQuery, scopeParams } from '@/app/list-query'
import type { PageScope } from '@/components/ui/as-of-picker'
import { type Plan, planName } from '@/db/queries/current-plan'

type Heard = {
  /** For the control at the page's top right. */
  scope: PageScope
  /** What its links to other pages carry on; without the plan those to a task. */
  kept: Record<string, string>
  keptByTask: Record<string, string>
  /** The plan that the page speaks of, null for all of several, and what it is called. */
  chosen: Plan | null
  planTitle: string
}

/** What a page says of its scope and hands on. */
export async function pageScope({ plans, today }: Pick<LedgerContext, 'plans' | 'today'>, query: ListQuery): Promise<Heard> {
  const { knownOn, plan } = query
  const chosen = chosenPlan(plans, plan)
  const kept = scopeParams(query, today)
  const { plan: _plan, ...keptByTask } = kept
  return {
    scope: { knownOn, plan, plans: plans.map((one) => ({ number: one.number, name: planName(one) })) },
    kept,
    keptByTask,
    chosen,
    planTitle: chosen?.title ?? (await getTranslations('scope'))('allPlans'),
  }
}
