import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** The supervisor accepts a year's stage result. */
export function VerifyStageForm({ reportSeq, ...form }: TaskFormProps & { reportSeq: number }) {
  const t = useTranslations('stages')
  return (
    <TaskForm {...form} hidden={{ reportSeq }}>
      <StageVerificationFields />
      <p className="btns">
        <SubmitButton>{t('verify')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function StageVerificationFields({ note }: { note?: string }) {
  const t = useTranslations()
  return <FormText name="note" defaultValue={note} label={t('stages.opinion')} hint={t('common.optional')} />
}
