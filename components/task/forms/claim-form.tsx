import { useTranslations } from 'next-intl'
import { EvidenceFields } from '@/components/task/forms/evidence-fields'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `unconfirmed` names the cooperating departments that have not confirmed, empty if all have; `signOff` is the last one given. */
export type ClaimStart = {
  today: string
  unconfirmed: string
  signOff: { name: string; post: string } | null
  source?: string
}

/** The lead's word that the task is done, and since when. */
export function ClaimForm({ start, ...form }: TaskFormProps & { start: ClaimStart }) {
  const t = useTranslations('forms.task')
  const actions = useTranslations('actions')
  const { today, unconfirmed, signOff, source } = start
  return (
    <TaskForm {...form}>
      {unconfirmed && (
        <>
          <p className="said small">{t('unconfirmed', { departments: unconfirmed })}</p>
          <FormTextArea name="unconfirmedReason" label={t('unconfirmedReason')} rows={2} required />
        </>
      )}
      <FormTextArea name="note" label={t('claimNote')} rows={2} required />
      <div className="foot">
        <FormDay name="on" defaultValue={today} line max={today} label={t('completedOn')} required />
      </div>
      <EvidenceFields hint={t('evidenceHint')} />
      <fieldset className="foot">
        <legend>{t('signOff')}</legend>
        <FormText name="signOffName" defaultValue={signOff?.name} line label={t('signOffName')} autoComplete="off" required />
        <FormText name="signOffPost" defaultValue={signOff?.post} line label={t('signOffPost')} autoComplete="off" required />
        <FormDay name="signOffOn" defaultValue={today} line max={today} label={t('signOffOn')} required />
      </fieldset>
      {source !== undefined && <SourceField source={source} />}
      <p className="btns">
        <SubmitButton>{actions('claim')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
