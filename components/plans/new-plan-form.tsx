import { useTranslations } from 'next-intl'
import { ImportForm } from '@/components/plans/import-form'
import { FormSelect, FormText } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { FormDay } from '@/components/ui/form-day'
import { RHYTHMS } from '@/domain/reporting-periods'

type NewPlanFormProps = {
  action: Action
  importId: string
  version: number
  title: string
  issuer: string
  rows: number
  /** The number that the plan will have. */
  plan: number
}

/** The table as a plan of its own. */
export function NewPlanForm({ action, importId, version, title, issuer, rows, plan }: NewPlanFormProps) {
  const t = useTranslations()
  return (
    <ImportForm action={action} importId={importId} id="new-plan" rows={rows} label={t('import.importPlan', { rows })}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="id" value={importId} />
      <div className="set">
        <FormText name="title" label={t('import.planTitle')} defaultValue={title} required />
        <FormText name="shortName" label={t('plans.shortName')} hint={t('plans.shortNameHint')} />
        <FormText name="issuer" label={t('plans.issuer')} defaultValue={issuer} required />
        <FormText name="documentNumber" label={t('plans.documentNumber')} hint={t('plans.mayBeEmpty')} />
        <FormDay name="firstDay" label={t('plans.firstDay')} hint={t('plans.firstDayHint')} required />
        <FormSelect
          name="rhythm"
          label={t('settings.names.rhythm')}
          options={RHYTHMS.map((rhythm) => ({ value: rhythm, label: t(`settings.values.${rhythm}`) }))}
          defaultValue="monthly"
        />
      </div>
      <p className="note">{plan === 1 ? t('import.numbersFirst', { rows }) : t('import.numbersAs', { plan, rows })}</p>
    </ImportForm>
  )
}
