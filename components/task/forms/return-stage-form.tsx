import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The supervisor sends a year's stage result back. */
export function ReturnStageForm({ reportSeq, ...form }: TaskFormProps & { reportSeq: number }) {
  const t = useTranslations('stages')
  return (
    <TaskForm {...form} hidden={{ reportSeq }}>
      <StageReturnFields />
      <p className="btns">
        <SubmitButton variant="normal">{t('return')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function StageReturnFields({ reason }: { reason?: string }) {
  const t = useTranslations('forms.task')
  return <FormTextArea name="reason" defaultValue={reason} label={t('reason')} hint={t('reasonHint')} rows={2} required />
}
