import { useTranslations } from 'next-intl'
import { AssembleAgain } from '@/components/summaries/assemble-again'
import { ActionForm, FormSelect } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import type { Option } from '@/components/ui/field'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Day } from '@/domain/calendar'

type AssembleFormProps = {
  action: Action
  plans: readonly Option[]
  departments: readonly Option[]
  /** May be of the whole plan, not only of one department. */
  wholePlan: boolean
  today: Day
}

/** Of which plan, whose work, which days. Begins with the year so far; in January and February with the year before. */
export function AssembleForm({ action, plans, departments, wholePlan, today }: AssembleFormProps) {
  const t = useTranslations('summaries')
  const year = Number(today.slice(0, 4)) - (today.slice(5, 7) <= '02' ? 1 : 0)
  const [first] = plans
  return (
    <ActionForm action={action} id="assemble" className="assembleform">
      {plans.length > 1 ? (
        <FormSelect name="plan" label={t('plan')} options={plans} defaultValue={first?.value} />
      ) : (
        <input type="hidden" name="plan" value={first?.value} />
      )}
      {wholePlan || departments.length > 1 ? (
        <FormSelect name="departmentId" label={t('whose')} options={departments} empty={wholePlan ? t('wholePlan') : undefined} />
      ) : (
        <input type="hidden" name="departmentId" value={departments[0]?.value} />
      )}
      <FormDay name="from" label={t('from')} defaultValue={`${year}-01-01`} max={today} required />
      <FormDay name="to" label={t('to')} defaultValue={today < `${year}-12-31` ? today : `${year}-12-31`} max={today} required />
      <SubmitButton>{t('assemble')}</SubmitButton>
      <AssembleAgain words={{ see: t('seeExisting'), again: t('assembleAgain') }} />
    </ActionForm>
  )
}
