import { useTranslations } from 'next-intl'
import { EvidenceFields } from '@/components/task/forms/evidence-fields'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import { FormTick } from '@/components/ui/form-choices'
import { FormDay } from '@/components/ui/form-day'
import { SubmitButton } from '@/components/ui/submit-button'

/** `reported` is the department's own figure; on a closed task the check is a re-check, which may reopen it. */
export type CheckStart = { reported: number; closed: boolean; today: string }

/** What a supervisor found on a visit, beside what the department says. */
export function CheckForm({ start: { reported, closed, today }, ...form }: TaskFormProps & { start: CheckStart }) {
  const t = useTranslations('checks')
  return (
    <TaskForm {...form}>
      <p className="hint">{t(closed ? 'closedHint' : 'hint', { progress: reported })}</p>
      <FindingFields />
      {closed && (
        <div className="field opts">
          <FormTick name="reopen" value="on" label={t('reopen')} />
        </div>
      )}
      <div className="foot">
        <VisitFields start={{ on: today, today }} />
        <SubmitButton variant="normal">{t(closed ? 'recheck' : 'check')}</SubmitButton>
      </div>
    </TaskForm>
  )
}

export function FindingFields({ note, evidence }: { note?: string; evidence?: string }) {
  const t = useTranslations('checks')
  return (
    <>
      <FormTextArea name="note" defaultValue={note} label={t('note')} rows={2} required />
      <EvidenceFields hint={evidence} />
    </>
  )
}

type Visit = { progress?: number; on: string; today: string }

export function VisitFields({ start: { progress, on, today } }: { start: Visit }) {
  const t = useTranslations('checks')
  return (
    <>
      <FormText
        name="progress"
        defaultValue={progress}
        line
        type="number"
        inputMode="numeric"
        min={0}
        max={100}
        label={t('progress')}
        required
      />
      <FormDay name="on" defaultValue={on} line max={today} label={t('visitedOn')} required />
    </>
  )
}
