import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The deadline stays as it is, and the lead reads why. */
export function RefuseExtensionForm({ requestSeq, ...form }: TaskFormProps & { requestSeq: number }) {
  const t = useTranslations('extensions')
  return (
    <TaskForm {...form} hidden={{ requestSeq }}>
      <RefusalFields />
      <p className="btns">
        <SubmitButton variant="normal">{t('refuse')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function RefusalFields({ reason }: { reason?: string }) {
  const t = useTranslations()
  return (
    <FormTextArea name="reason" defaultValue={reason} label={t('forms.task.reason')} hint={t('extensions.leadReads')} rows={2} required />
  )
}
