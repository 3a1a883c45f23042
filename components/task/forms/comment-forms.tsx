import { useTranslations } from 'next-intl'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

/** A comment; a leader's is a 批示. */
export function CommentForm({ instructs, ...form }: TaskFormProps & { instructs: boolean }) {
  const t = useTranslations('talk')
  return (
    <TaskForm {...form} hidden={{ answers: '', source: '' }}>
      <FormTextArea
        name="text"
        label={t(instructs ? 'instruct' : 'comment')}
        hint={t(instructs ? 'instructHint' : 'commentHint')}
        rows={2}
        required
      />
      <p className="btns">
        <SubmitButton variant={instructs ? 'go' : 'normal'}>{t(instructs ? 'instruct' : 'comment')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

/** The lead's answer to a 批示. `source` is there for a supervisor who writes it down for the lead. */
export function AnswerForm({ answers, source, ...form }: TaskFormProps & { answers: number; source?: string }) {
  const t = useTranslations('talk')
  return (
    <TaskForm {...form} hidden={{ answers }}>
      <FormTextArea name="text" label={t('answer')} rows={2} required />
      {source !== undefined && <SourceField source={source} />}
      <p className="btns">
        <SubmitButton>{t('answerNow')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
