import { useTranslations } from 'next-intl'
import { DocumentFields } from '@/components/plans/document-fields'
import { ImportForm } from '@/components/plans/import-form'
import type { Action } from '@/components/ui/action-state'
import { FormDay } from '@/components/ui/form-day'

type ChangePlanFormProps = {
  action: Action
  importId: string
  version: number
  plan: number
  /** How many tasks it touches. */
  rows: number
  today: string
  /** What the preview showed: carried out is this and nothing else. */
  seen: string
}

/** The changes above, by the document that orders them. */
export function ChangePlanForm({ action, importId, version, plan, rows, today, seen }: ChangePlanFormProps) {
  const t = useTranslations('import')
  return (
    <ImportForm action={action} importId={importId} id="change-plan" rows={rows} label={t('changePlan')}>
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="id" value={importId} />
      <input type="hidden" name="plan" value={plan} />
      <input type="hidden" name="seen" value={seen} />
      <div className="set">
        <DocumentFields today={today} />
        <FormDay name="effectiveOn" label={t('effectiveOn')} hint={t('effectiveOnHint')} max={today} defaultValue={today} required />
      </div>
    </ImportForm>
  )
}
