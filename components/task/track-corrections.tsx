import { useTranslations } from 'next-intl'
import type { EventOf } from '@/components/task/event-sentence'
import { about } from '@/components/task/form-setup'
import type { CorrectionProps } from '@/components/task/forms/correction-forms'
import {
  CorrectApprovalForm,
  CorrectCheckForm,
  CorrectRefusalForm,
  CorrectStageForm,
  CorrectStageReturnForm,
  CorrectStageVerificationForm,
} from '@/components/task/forms/track-correction-forms'
import { stageYears } from '@/components/task/stages'
import type { TaskActions } from '@/components/task/task-actions'
import type { TaskView } from '@/components/task/task-view'
import { evidenceOf } from '@/domain/evidence'
import { standingWithout } from '@/domain/taking-back'

export type TrackEvent = EventOf<
  'extension_approved' | 'extension_refused' | 'checked' | 'stage_reported' | 'stage_verified' | 'stage_returned'
>
type Props<E extends TrackEvent> = {
  event: E
  task: TaskView
  actions: TaskActions
  form: Omit<CorrectionProps, 'action'>
  source: string | undefined
}

/** Corrections of extensions, checks and stage results; none where a later entry rests on what was recorded. */
export function TrackCorrections({ event, ...rest }: Props<TrackEvent>) {
  switch (event.kind) {
    case 'extension_approved':
    case 'extension_refused':
      return <ExtensionCorrections event={event} {...rest} />
    case 'checked':
      return <CheckCorrection event={event} {...rest} />
    case 'stage_reported':
      return <StageCorrection event={event} {...rest} />
    case 'stage_verified':
    case 'stage_returned':
      return <StageDecisionCorrections event={event} {...rest} />
  }
}

// An approval may turn out to be a refusal, and the other way round; both only while the request would otherwise await its decision.
function ExtensionCorrections({ event, task, actions, form }: Props<EventOf<'extension_approved' | 'extension_refused'>>) {
  const t = useTranslations('history')
  const { requestSeq, reason } = event.payload
  const before = standingWithout(event, task.events)
  const request = task.events.find(({ seq }) => seq === requestSeq)
  const issued = task.deadline.issuedDueOn
  if (before?.extensionSeq !== requestSeq || request?.kind !== 'extension_requested' || issued === null) return null
  const { today } = task
  const approval = event.kind === 'extension_approved' ? event : null
  return (
    <>
      <CorrectApprovalForm
        {...form}
        action={actions.correctApproval}
        title={t(approval ? 'correctTitle' : 'correctApprovalTitle')}
        start={{
          requestSeq,
          proposed: (approval ?? request).payload.dueOn,
          dueOn: before.extendedTo ?? issued,
          requestedOn: request.effectiveOn,
          on: approval?.effectiveOn ?? today,
          reason: approval?.payload.reason,
          today,
        }}
      />
      <CorrectRefusalForm
        {...form}
        id={`${form.id}-refusal`}
        about={about(task, null)}
        action={actions.correctRefusal}
        title={t(approval ? 'correctRefusalTitle' : 'correctTitle')}
        requestSeq={requestSeq}
        reason={approval ? '' : reason}
      />
    </>
  )
}

function CheckCorrection({ event, task, actions, form }: Props<EventOf<'checked'>>) {
  const evidence = useKeptEvidence(event)
  const { note, progress } = event.payload
  const start = { note, progress, on: event.effectiveOn, today: task.today, evidence }
  return <CorrectCheckForm {...form} action={actions.correctCheck} start={start} />
}

function StageCorrection({ event, task, actions, form, source }: Props<EventOf<'stage_reported'>>) {
  const t = useTranslations('stages')
  const evidence = useKeptEvidence(event)
  const { year, result } = event.payload
  if (task.standing.stages[year]?.seq !== event.seq) return null
  const others = stageYears(task).filter((other) => other.year !== year && other.state !== 'reported')
  const years = [year, ...others.map((other) => other.year)].map((value) => ({
    value: String(value),
    label: t('yearOf', { year: String(value) }),
  }))
  const start = { years, result, on: event.effectiveOn, today: task.today, evidence, source }
  return <CorrectStageForm {...form} action={actions.correctStage} start={start} />
}

// As with extensions: what was verified may turn out to be returned, as long as no later result stands.
function StageDecisionCorrections({ event, task, actions, form }: Props<EventOf<'stage_verified' | 'stage_returned'>>) {
  const t = useTranslations('history')
  const { reportSeq, year } = event.payload
  if (standingWithout(event, task.events)?.stages[year]?.seq !== reportSeq) return null
  const isVerified = event.kind === 'stage_verified'
  return (
    <>
      <CorrectStageVerificationForm
        {...form}
        action={actions.correctStageVerification}
        title={t(isVerified ? 'correctTitle' : 'correctAcceptTitle')}
        reportSeq={reportSeq}
        note={isVerified ? event.payload.note : ''}
      />
      <CorrectStageReturnForm
        {...form}
        id={`${form.id}-return`}
        about={about(task, null)}
        action={actions.correctStageReturn}
        title={t(isVerified ? 'correctReturnTitle' : 'correctTitle')}
        reportSeq={reportSeq}
        reason={isVerified ? '' : event.payload.reason}
      />
    </>
  )
}

function useKeptEvidence(event: TrackEvent): string | undefined {
  const t = useTranslations('history')
  const evidence = evidenceOf(event)
  return evidence ? t('evidenceKept', { what: evidence.text }) : undefined
}
