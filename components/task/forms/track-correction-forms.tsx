// Corrections of what goes with a task's course; correction-forms.tsx says how.
import { ApprovalFields, type ApprovalStart } from '@/components/task/forms/approve-extension-form'
import { FindingFields, VisitFields } from '@/components/task/forms/check-form'
import { Correction, type CorrectionProps } from '@/components/task/forms/correction-forms'
import { RefusalFields } from '@/components/task/forms/refuse-extension-form'
import { StageReturnFields } from '@/components/task/forms/return-stage-form'
import { StageDay, StageFields } from '@/components/task/forms/stage-form'
import { StageVerificationFields } from '@/components/task/forms/verify-stage-form'
import type { Option } from '@/components/ui/field'

export function CorrectApprovalForm({ start, ...form }: CorrectionProps & { start: ApprovalStart }) {
  return (
    <Correction {...form} fixed={{ requestSeq: start.requestSeq }}>
      <ApprovalFields start={start} />
    </Correction>
  )
}

export function CorrectRefusalForm({ requestSeq, reason, ...form }: CorrectionProps & { requestSeq: number; reason: string }) {
  return (
    <Correction {...form} fixed={{ requestSeq }}>
      <RefusalFields reason={reason} />
    </Correction>
  )
}

/** `evidence` says that the evidence of the corrected entry stays, if it had any. */
type CheckStart = { note: string; progress: number; on: string; today: string; evidence?: string }

export function CorrectCheckForm({ start, ...form }: CorrectionProps & { start: CheckStart }) {
  return (
    <Correction {...form}>
      <FindingFields note={start.note} evidence={start.evidence} />
      <div className="foot">
        <VisitFields start={start} />
      </div>
    </Correction>
  )
}

/** `years` begins with the one reported. */
type StageStart = { years: readonly Option[]; result: string; on: string; today: string; evidence?: string; source?: string }

export function CorrectStageForm({ start: { on, today, ...fields }, ...form }: CorrectionProps & { start: StageStart }) {
  return (
    <Correction {...form}>
      <StageFields {...fields} />
      <div className="foot">
        <StageDay on={on} today={today} />
      </div>
    </Correction>
  )
}

export function CorrectStageVerificationForm({ reportSeq, note, ...form }: CorrectionProps & { reportSeq: number; note: string }) {
  return (
    <Correction {...form} fixed={{ reportSeq }}>
      <StageVerificationFields note={note} />
    </Correction>
  )
}

export function CorrectStageReturnForm({ reportSeq, reason, ...form }: CorrectionProps & { reportSeq: number; reason: string }) {
  return (
    <Correction {...form} fixed={{ reportSeq }}>
      <StageReturnFields reason={reason} />
    </Correction>
  )
}
