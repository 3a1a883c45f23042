import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'
import { addDays } from '@/domain/calendar'

/**
 * `proposed` is the deadline asked for, or the one approved before; `dueOn` the one that holds without the extension, `requestedOn` the day
 * of the request, from which an extension may hold.
 */
export type ApprovalStart = {
  requestSeq: number
  proposed: string
  dueOn: string
  requestedOn: string
  on: string
  reason?: string
  today: string
}

/** The supervisor grants a later deadline: the one asked for, or another with a reason. */
export function ApproveExtensionForm({ start, ...form }: TaskFormProps & { start: ApprovalStart }) {
  const t = useTranslations('extensions')
  return (
    <TaskForm {...form} hidden={{ requestSeq: start.requestSeq }}>
      <ApprovalFields start={start} />
      <p className="btns">
        <SubmitButton>{t('approve')}</SubmitButton>
      </p>
    </TaskForm>
  )
}

export function ApprovalFields({ start }: { start: ApprovalStart }) {
  const t = useTranslations('extensions')
  const { proposed, dueOn, requestedOn, on, reason, today } = start
  return (
    <>
      <div className="foot">
        <FormDay name="dueOn" defaultValue={proposed} line min={addDays(dueOn, 1)} label={t('approvedDeadline')} required />
        <FormDay
          name="on"
          defaultValue={on}
          line
          min={requestedOn}
          max={today}
          label={t('effectiveFrom')}
          hint={t('effectiveHint')}
          required
        />
      </div>
      <FormText name="reason" defaultValue={reason} label={t('otherReason')} hint={t('otherReasonHint')} />
    </>
  )
}
