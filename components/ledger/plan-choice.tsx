import { useTranslations } from 'next-intl'
import { FilterForm } from '@/components/ledger/filter-form'
import { Button } from '@/components/ui/button'

export type NamedPlan = { number: number; name: string }
type PlanChoiceProps = { plans: readonly NamedPlan[]; plan: number | undefined }

/** Which of several plans, or all of them where `all` says so; nothing where there is only one. The parameter is `plan`. */
export function PlanSelect({ plans, plan, all = false }: PlanChoiceProps & { all?: boolean }) {
  const t = useTranslations('scope')
  if (plans.length < 2) return null
  return (
    <select name="plan" aria-label={t('plan')} defaultValue={plan ?? ''} className={plan === undefined ? undefined : 'on'}>
      {all && <option value="">{t('allPlans')}</option>}
      {plans.map(({ number, name }) => (
        <option key={number} value={number}>
          {name}
        </option>
      ))}
    </select>
  )
}

/** The same as a form of its own, for pages that speak of exactly one plan. `kept` are the address's other parameters. */
export function PlanSwitch({ action, plans, plan, kept = {} }: PlanChoiceProps & { action: string; kept?: Record<string, string> }) {
  const t = useTranslations()
  if (plans.length < 2) return null
  return (
    <FilterForm action={action} label={t('scope.plan')} values={{ ...kept, plan: String(plan) }}>
      {Object.entries(kept).map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <PlanSelect plans={plans} plan={plan} />
      <Button type="submit" className="apply">
        {t('common.show')}
      </Button>
    </FilterForm>
  )
}
