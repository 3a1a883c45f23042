import { useTranslations } from 'next-intl'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormSelect, FormText, FormTextArea } from '@/components/ui/action-form'
import type { Option } from '@/components/ui/field'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `unconfirmed` names the cooperating departments that have not confirmed, empty if all have; `signOff` is the last one given. */
export type ClaimStart = {
  today: string
  evidenceKinds: readonly Option[]
  unconfirmed: string
  signOff: { name: string; post: string } | null
  source?: string
}

/** The lead's word that the task is done, and since when. */
export function ClaimForm({ start, ...form }: TaskFormProps & { start: ClaimStart }) {
  const t = useTranslations('forms.task')
  const actions = useTranslations('actions')
  const { today, evidenceKinds, unconfirmed, signOff, source } = start
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
        <FormSelect name="evidenceKind" line label={t('evidenceKind')} options={evidenceKinds} />
      </div>
      <FormText name="evidenceText" label={t('evidenceText')} hint={t('evidenceHint')} maxLength={200} />
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
