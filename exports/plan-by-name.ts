import { type Plan, planName } from '@/db/queries/current-plan'

/** The number of the plan that is called so: by its number, short name or title, else by the only title that contains the name. */
export function numberOfPlan(plans: readonly Pick<Plan, 'number' | 'shortName' | 'title'>[], name: string): number | null {
  const exact = plans.find((plan) => [String(plan.number), plan.title, planName(plan)].includes(name))
  if (exact) return exact.number
  const like = plans.filter(({ title }) => title.includes(name))
  return like.length === 1 ? (like[0]?.number ?? null) : null
}
