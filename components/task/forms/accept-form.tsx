import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `effectiveOn` is there only for a late-entered claim, which may be decided as of an earlier day (rule 8). */
export type AcceptStart = { claimedOn: string; completedOn: string; reason?: string; effectiveOn: string | null; today: string }

export function AcceptForm({ start, ...form }: TaskFormProps & { start: AcceptStart }) {
  const t = useTranslations('actions')
  return (
    <TaskForm {...form} hidden={start.effectiveOn === null ? { on: start.today } : {}}>
      <AcceptFields start={start} />
      <p className="btns">
        <SubmitButton>{t('accept')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function AcceptFields({ start }: { start: AcceptStart }) {
  const t = useTranslations('forms.task')
  const { claimedOn, completedOn, reason, effectiveOn, today } = start
  return (
    <>
      <div className="foot">
        <FormDay name="completedOn" defaultValue={completedOn} line min={claimedOn} max={today} label={t('completedOn')} required />
        {effectiveOn !== null && (
          <FormDay name="on" defaultValue={effectiveOn} line max={today} label={t('effectiveOn')} hint={t('effectiveHint')} required />
        )}
      </div>
      <FormText name="reason" defaultValue={reason} label={t('acceptReason')} hint={t('acceptHint')} />
    </>
  )
}
