import { useTranslations } from 'next-intl'
import { EvidenceFields } from '@/components/task/forms/evidence-fields'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormSelect, FormTextArea } from '@/components/ui/action-form'
import type { Option } from '@/components/ui/field'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `years` as they are offered, with what became of each so far in words. */
export type StageStart = { years: readonly Option[]; today: string; source?: string }

/** A long-term task's result of one year. */
export function StageForm({ start, ...form }: TaskFormProps & { start: StageStart }) {
  const t = useTranslations('stages')
  const { years, today, source } = start
  return (
    <TaskForm {...form}>
      <div className="foot">
        <FormSelect name="year" defaultValue={years[0]?.value} line label={t('year')} options={years} />
      </div>
      <FormTextArea name="result" label={t('result')} hint={t('resultHint')} rows={3} required />
      <EvidenceFields />
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormDay name="on" defaultValue={today} line max={today} label={t('reportedOn')} required />
        <SubmitButton>{t('report')}</SubmitButton>
      </div>
    </TaskForm>
  )
}
