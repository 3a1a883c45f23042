import type { CommandContext } from '@/cli/command'
import type { Db } from '@/db/client'
import { type CurrentPlans, currentPlan } from '@/db/queries/current-plan'
import { numberOfPlan } from '@/exports/plan-by-name'

/** All plans; null after saying that there are none. */
export async function plansThere(db: Db, say: CommandContext['say']): Promise<CurrentPlans | null> {
  const current = await currentPlan(db)
  if (!current) say('还没有清单：先运行 ledger import。There is no plan yet: run ledger import first.')
  return current
}

/** The plan of this name, the only one without a name; null after saying why there is none. */
export async function planNamed(db: Db, name: string | undefined, say: CommandContext['say']): Promise<CurrentPlans | null> {
  const current = await plansThere(db, say)
  if (!current) return null
  const { plans, mark } = current
  const number = name === undefined ? undefined : numberOfPlan(plans, name)
  const plan = name === undefined && plans.length === 1 ? current.plan : plans.find((one) => one.number === number)
  if (plan) return { plan, plans, mark }
  const listed = plans.map((one) => `${one.number} ${one.title}`).join('\n')
  say(
    name === undefined
      ? `有几份清单，请用 --plan 指明 There are several plans, name one by --plan:\n${listed}`
      : `没有这份清单，已有 No such plan; there are:\n${listed}`,
  )
  return null
}
