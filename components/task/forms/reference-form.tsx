import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** Which task this one refers to, by its number or by words that only it has. */
export function ReferenceForm(form: TaskFormProps) {
  const t = useTranslations('references')
  return (
    <TaskForm {...form}>
      <FormText name="other" label={t('other')} hint={t('otherHint')} maxLength={200} required />
      <div className="foot">
        <SubmitButton>{t('add')}</SubmitButton>
      </div>
    </TaskForm>
  )
}
