import { useTranslations } from 'next-intl'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The lead takes its claim back. `source` is there for a supervisor who writes this down for the department. */
export function TakeBackForm({ source, ...form }: TaskFormProps & { source?: string }) {
  const t = useTranslations()
  return (
    <TaskForm {...form}>
      <p className="hint">{t('forms.task.takeBackHint')}</p>
      <FormTextArea name="reason" label={t('forms.task.takeBackReason')} hint={t('common.optional')} rows={2} />
      {source !== undefined && <SourceField source={source} />}
      <p className="btns">
        <SubmitButton variant="normal">{t('actions.takeBack')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
