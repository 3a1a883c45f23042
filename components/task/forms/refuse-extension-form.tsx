import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The deadline stays as it is, and the lead reads why. */
export function RefuseExtensionForm({ requestSeq, ...form }: TaskFormProps & { requestSeq: number }) {
  const t = useTranslations()
  return (
    <TaskForm {...form} hidden={{ requestSeq }}>
      <FormTextArea name="reason" label={t('forms.task.reason')} hint={t('extensions.leadReads')} rows={2} required />
      <p className="btns">
        <SubmitButton variant="normal">{t('extensions.refuse')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
