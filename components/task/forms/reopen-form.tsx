import { useTranslations } from 'next-intl'
import { type Reconfirmable, ReconfirmField } from '@/components/task/forms/reconfirm-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

export type ReopenStart = { reason?: string; confirmed: readonly Reconfirmable[] }

export function ReopenForm({ start, ...form }: TaskFormProps & { start: ReopenStart }) {
  const t = useTranslations()
  return (
    <TaskForm {...form}>
      <p className="hint">{t('forms.task.reopenHint')}</p>
      <ReopenFields start={start} />
      <p className="btns">
        <SubmitButton variant="normal">{t('actions.reopen')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function ReopenFields({ start: { reason, confirmed } }: { start: ReopenStart }) {
  const t = useTranslations('forms.task')
  return (
    <>
      <FormTextArea name="reason" defaultValue={reason} label={t('reason')} rows={2} required />
      <ReconfirmField departments={confirmed} />
    </>
  )
}
