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
      <StageFields years={years} source={source} />
      <div className="foot">
        <StageDay on={today} today={today} />
        <SubmitButton>{t('report')}</SubmitButton>
      </div>
    </TaskForm>
  )
}

type StageFieldsProps = { years: readonly Option[]; result?: string; evidence?: string; source?: string }

export function StageFields({ years, result, evidence, source }: StageFieldsProps) {
  const t = useTranslations('stages')
  return (
    <>
      <div className="foot">
        <FormSelect name="year" defaultValue={years[0]?.value} line label={t('year')} options={years} />
      </div>
      <FormTextArea name="result" defaultValue={result} label={t('result')} hint={t('resultHint')} rows={3} required />
      <EvidenceFields hint={evidence} />
      {source !== undefined && <SourceField source={source} />}
    </>
  )
}

export function StageDay({ on, today }: { on: string; today: string }) {
  const t = useTranslations('stages')
  return <FormDay name="on" defaultValue={on} line max={today} label={t('reportedOn')} required />
}
