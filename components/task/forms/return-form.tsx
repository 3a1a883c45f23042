import { useTranslations } from 'next-intl'
import { type Reconfirmable, ReconfirmField } from '@/components/task/forms/reconfirm-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `effectiveOn` as for accepting; `confirmed` are the departments whose confirmation the supervisor may ask for again. */
export type ReturnStart = { reason?: string; confirmed: readonly Reconfirmable[]; effectiveOn: string | null; today: string }

export function ReturnForm({ start, ...form }: TaskFormProps & { start: ReturnStart }) {
  const t = useTranslations('actions')
  return (
    <TaskForm {...form} hidden={start.effectiveOn === null ? { on: start.today } : {}}>
      <ReturnFields start={start} />
      <p className="btns">
        <SubmitButton variant="normal">{t('return')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function ReturnFields({ start: { reason, confirmed, effectiveOn, today } }: { start: ReturnStart }) {
  const t = useTranslations('forms.task')
  return (
    <>
      <FormTextArea name="reason" defaultValue={reason} label={t('reason')} hint={t('reasonHint')} rows={2} required />
      <ReconfirmField departments={confirmed} />
      {effectiveOn !== null && (
        <div className="foot">
          <FormDay name="on" defaultValue={effectiveOn} line max={today} label={t('effectiveOn')} hint={t('effectiveHint')} required />
        </div>
      )}
    </>
  )
}
