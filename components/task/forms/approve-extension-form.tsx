import { useTranslations } from 'next-intl'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'
import { addDays } from '@/domain/calendar'

/** `asked` is the deadline asked for, `dueOn` the one in force, `requestedOn` the day of the request, from which an extension may hold. */
export type ApprovalStart = { requestSeq: number; asked: string; dueOn: string; requestedOn: string; today: string }

/** The supervisor grants a later deadline: the one asked for, or another with a reason. */
export function ApproveExtensionForm({ start, ...form }: TaskFormProps & { start: ApprovalStart }) {
  const t = useTranslations('extensions')
  const { requestSeq, asked, dueOn, requestedOn, today } = start
  return (
    <TaskForm {...form} hidden={{ requestSeq }}>
      <div className="foot">
        <FormDay name="dueOn" defaultValue={asked} line min={addDays(dueOn, 1)} label={t('approvedDeadline')} required />
        <FormDay
          name="on"
          defaultValue={today}
          line
          min={requestedOn}
          max={today}
          label={t('effectiveFrom')}
          hint={t('effectiveHint')}
          required
        />
      </div>
      <FormText name="reason" label={t('otherReason')} hint={t('otherReasonHint')} />
      <p className="btns">
        <SubmitButton>{t('approve')}</SubmitButton>
      </p>
    </TaskForm>
  )
}
