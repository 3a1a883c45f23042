import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The supervisor accepts a year's stage result. */
export function VerifyStageForm({ reportSeq, ...form }: TaskFormProps & { reportSeq: number }) {
  const t = useTranslations()
  return (
    <TaskForm {...form} hidden={{ reportSeq }}>
      <FormText name="note" label={t('stages.opinion')} hint={t('common.optional')} />
      <p className="btns">
        <SubmitButton>{t('stages.verify')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
