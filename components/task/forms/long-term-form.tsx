import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { numberText } from '@/domain/task-number'

type LongTermFormProps = TaskFormProps & { taskTitle: string; year: string }

/** An official step: what it will do is shown before the button that does it. `year` is the first that owes a stage result. */
export function LongTermForm({ taskTitle, year, ...form }: LongTermFormProps) {
  const t = useTranslations()
  const number = numberText(form.about.number)
  return (
    <TaskForm {...form}>
      <FormText name="document" label={t('forms.task.document')} maxLength={200} required />
      <FormTextArea name="reason" label={t('forms.task.reason')} hint={t('common.optional')} rows={2} />
      <details className="fold">
        <summary>{t('longTerm.review')}</summary>
        <p>{t('longTerm.preview', { number, title: taskTitle, year })}</p>
        <p className="btns">
          <SubmitButton>{t('longTerm.now', { number })}</SubmitButton>
        </p>
      </details>
    </TaskForm>
  )
}
