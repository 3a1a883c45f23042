import { useTranslations } from 'next-intl'
import { EvidenceFields } from '@/components/task/forms/evidence-fields'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** Evidence that is added by itself, at any time. */
export function AddEvidenceForm(form: TaskFormProps) {
  const t = useTranslations()
  return (
    <TaskForm {...form}>
      <EvidenceFields />
      <FormTextArea name="note" label={t('talk.evidenceNote')} hint={t('common.optional')} rows={2} />
      <p className="btns">
        <SubmitButton>{t('talk.addEvidence')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
