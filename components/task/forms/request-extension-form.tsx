import { useLocale, useTranslations } from 'next-intl'
import { EvidenceFields } from '@/components/task/forms/evidence-fields'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'
import { addDays } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** `dueOn` is the deadline in force, `waiting` the one asked for and not decided yet. */
export type ExtensionStart = { dueOn: string; extensions: number; waiting: string | null; today: string; source?: string }

/** The lead asks for a later deadline. */
export function RequestExtensionForm({ start, ...form }: TaskFormProps & { start: ExtensionStart }) {
  const t = useTranslations('extensions')
  const tasks = useTranslations('forms.task')
  const locale = useLocale()
  const { dueOn, extensions, waiting, today, source } = start
  return (
    <TaskForm {...form}>
      <p className="hint">{t('present', { day: dayText(dueOn, locale), count: extensions })}</p>
      {waiting !== null && <p className="said small">{t('replaces', { day: dayText(waiting, locale) })}</p>}
      <FormTextArea name="reason" label={tasks('reason')} rows={2} required />
      <EvidenceFields />
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormDay name="dueOn" line min={addDays(dueOn, 1)} label={t('newDeadline')} required />
        <FormDay name="on" defaultValue={today} line max={today} label={t('askedOn')} required />
        <SubmitButton>{t('request')}</SubmitButton>
      </div>
    </TaskForm>
  )
}
