import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { SourceField } from '@/components/task/forms/source-field'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `texts` are those of the last report, `carried` says from when; `source` is absent where a department writes for itself. */
export type ReportStart = {
  texts: { done: string; problems: string; nextStep: string }
  progress: number
  on: string
  today: string
  carried?: string
  source?: string
}

/** Progress with its texts, and "no change" beside it. */
export function ReportForm({ start, ...form }: TaskFormProps & { start: ReportStart }) {
  const t = useTranslations('actions')
  return (
    <TaskForm {...form}>
      <ReportFields start={start}>
        <span className="btns">
          <SubmitButton name="intent" value="report">
            {t('report')}
          </SubmitButton>
          <SubmitButton name="intent" value="no_change" variant="normal">
            {t('noChange')}
          </SubmitButton>
        </span>
      </ReportFields>
    </TaskForm>
  )
}

/** The buttons, if given, stand beside figure and day. */
export function ReportFields({ start, children }: { start: ReportStart; children?: ReactNode }) {
  const { texts, progress, on, today, carried, source } = start
  const t = useTranslations('forms.task')
  const optional = useTranslations('common')('optional')
  return (
    <>
      <FormTextArea name="done" defaultValue={texts.done} label={t('done')} hint={carried} required />
      <div className="two">
        <FormTextArea name="problems" defaultValue={texts.problems} label={t('problems')} hint={optional} rows={2} />
        <FormTextArea name="nextStep" defaultValue={texts.nextStep} label={t('nextStep')} hint={optional} rows={2} />
      </div>
      {source !== undefined && <SourceField source={source} />}
      <div className="foot">
        <FormText
          name="progress"
          defaultValue={progress}
          line
          type="number"
          inputMode="numeric"
          min={0}
          max={99}
          label={t('progress')}
          required
        />
        <FormDay name="on" defaultValue={on} line max={today} label={t('on')} required />
        {children}
      </div>
    </>
  )
}
