import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'
import { numberText } from '@/domain/task-number'

export type WithdrawStart = { document?: string; reason?: string }

/** An official step: what it will do is shown before the button that does it. */
export function WithdrawForm({ taskTitle, ...form }: TaskFormProps & { taskTitle: string }) {
  const t = useTranslations('forms.task')
  const number = numberText(form.about.number)
  return (
    <TaskForm {...form}>
      <WithdrawFields start={{}} />
      <details className="fold">
        <summary>{t('withdrawReview')}</summary>
        <p>{t('withdrawPreview', { number, title: taskTitle })}</p>
        <p className="btns">
          <SubmitButton>{t('withdrawNow', { number })}</SubmitButton>
        </p>
      </details>
    </TaskForm>
  )
}

export function WithdrawFields({ start: { document, reason } }: { start: WithdrawStart }) {
  const t = useTranslations('forms.task')
  const optional = useTranslations('common')('optional')
  return (
    <>
      <FormText name="document" defaultValue={document} label={t('document')} maxLength={200} required />
      <FormTextArea name="reason" defaultValue={reason} label={t('reason')} hint={optional} rows={2} />
    </>
  )
}
