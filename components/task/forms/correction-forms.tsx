// A correction is the first form over again with the reason for it: the entry that it names is retracted, the new one takes its place.
import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AcceptFields, type AcceptStart } from '@/components/task/forms/accept-form'
import { ConfirmFields, type ConfirmStart } from '@/components/task/forms/confirm-form'
import { ReopenFields, type ReopenStart } from '@/components/task/forms/reopen-form'
import { ReportFields, type ReportStart } from '@/components/task/forms/report-form'
import { ReturnFields, type ReturnStart } from '@/components/task/forms/return-form'
import { TaskForm, type TaskFormProps } from '@/components/task/forms/task-form'
import { WithdrawFields, type WithdrawStart } from '@/components/task/forms/withdraw-form'
import { FormText } from '@/components/ui/action-form'
import { SubmitButton } from '@/components/ui/submit-button'

export type CorrectionProps = TaskFormProps & { seq: number }

export function CorrectReportForm({ start, ...form }: CorrectionProps & { start: ReportStart }) {
  const t = useTranslations('actions')
  const toNoChange = (
    <SubmitButton name="intent" value="no_change" variant="normal">
      {t('noChange')}
    </SubmitButton>
  )
  return (
    <Correction {...form} intent="report" other={toNoChange}>
      <ReportFields start={start} />
    </Correction>
  )
}

export function CorrectConfirmationForm({ start, ...form }: CorrectionProps & { start: ConfirmStart }) {
  return (
    <Correction {...form} fixed={{ departmentId: start.departmentId }}>
      <ConfirmFields start={start} />
    </Correction>
  )
}

export function CorrectAcceptanceForm({ start, ...form }: CorrectionProps & { start: AcceptStart }) {
  return (
    <Correction {...form} fixed={decidedToday(start)}>
      <AcceptFields start={start} />
    </Correction>
  )
}

export function CorrectReturnForm({ start, ...form }: CorrectionProps & { start: ReturnStart }) {
  return (
    <Correction {...form} fixed={decidedToday(start)}>
      <ReturnFields start={start} />
    </Correction>
  )
}

export function CorrectReopeningForm({ start, ...form }: CorrectionProps & { start: ReopenStart }) {
  return (
    <Correction {...form}>
      <ReopenFields start={start} />
    </Correction>
  )
}

export function CorrectWithdrawalForm({ start, ...form }: CorrectionProps & { start: WithdrawStart }) {
  return (
    <Correction {...form}>
      <WithdrawFields start={start} />
    </Correction>
  )
}

const decidedToday = ({ effectiveOn, today }: { effectiveOn: string | null; today: string }): Record<string, string> =>
  effectiveOn === null ? { on: today } : {}

type BodyProps = CorrectionProps & {
  fixed?: Record<string, string | number>
  /** What the first button means, where there are two. */
  intent?: string
  other?: ReactNode
  children: ReactNode
}

export function Correction({ seq, fixed, intent, other, children, ...form }: BodyProps) {
  const t = useTranslations('forms.task')
  return (
    <TaskForm {...form} hidden={{ seq, ...fixed }}>
      {children}
      <FormText name="correctionReason" label={t('correctionReason')} hint={t('correctionHint')} maxLength={200} required />
      <p className="btns">
        <SubmitButton variant="normal" name={intent && 'intent'} value={intent}>
          {t('correct')}
        </SubmitButton>
        {other}
      </p>
    </TaskForm>
  )
}
