import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormTextArea } from '@/components/ui/action-form'
import { FormChoices } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

export type ConfirmStart = {
  departmentId: string
  department: string
  part: string
  note: string
  on: string
  today: string
  source?: string
}

/** A cooperating department's word on its own part. */
export function ConfirmForm({ start, ...form }: TaskFormProps & { start: ConfirmStart }) {
  const t = useTranslations('forms.task')
  return (
    <TaskForm {...form} hidden={{ departmentId: start.departmentId }}>
      <ConfirmFields start={start}>
        <SubmitButton>{t('confirm')}</SubmitButton>
      </ConfirmFields>
    </TaskForm>
  )
}

/** The button, if given, stands beside the day. */
export function ConfirmFields({ start, children }: { start: ConfirmStart; children?: ReactNode }) {
  const { department, part, note, on, today, source } = start
  const t = useTranslations('forms.task')
  const parts = useTranslations('parts')
  const options = (['done', 'waiting_for_lead', 'obstructed'] as const).map((value) => ({ value, label: parts(value) }))
  return (
    <>
      <FormChoices name="part" defaultValue={part} legend={t('part', { department })} options={options} required />
      <FormTextArea name="note" defaultValue={note} label={t('partNote')} hint={t('partNoteHint')} rows={2} />
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormDay name="on" defaultValue={on} line max={today} label={t('on')} required />
        {children}
      </div>
    </>
  )
}
