import { useTranslations } from 'next-intl'
import { confirmedParts, earliestDecision } from '@/components/task/decision-forms'
import { about } from '@/components/task/form-setup'
import {
  CorrectAcceptanceForm,
  CorrectConfirmationForm,
  CorrectReopeningForm,
  CorrectReportForm,
  CorrectReturnForm,
  CorrectWithdrawalForm,
} from '@/components/task/forms/correction-forms'
import { OneClickForm } from '@/components/task/forms/one-click-form'
import type { TaskFormProps } from '@/components/task/forms/task-form'
import type { HistoryItem } from '@/components/task/history-items'
import type { TaskActions } from '@/components/task/task-actions'
import type { TaskView } from '@/components/task/task-view'
import { TrackCorrections } from '@/components/task/track-corrections'
import { inForce, type TaskEvent } from '@/domain/events'
import { actsOnBehalf } from '@/domain/permissions'
import { correctionsOf, undoable } from '@/domain/taking-back'

type EntryProps = { item: HistoryItem; task: TaskView; actions: TaskActions }

/** What this viewer may do about an entry: undo it while it is fresh, or put another in its place. */
export function EntryActions({ item: { event, retraction }, task, actions }: EntryProps) {
  if (retraction || task.asOf !== task.today) return null
  return (
    <div className="entry noprint">
      <Undo event={event} task={task} actions={actions} />
      <Corrections event={event} task={task} actions={actions} />
    </div>
  )
}

type OnEvent = { event: TaskEvent; task: TaskView; actions: TaskActions }

export function Undo({ event, task, actions }: OnEvent) {
  const t = useTranslations('actions')
  if (undoable(task.events, task.viewer, task.now)?.seq !== event.seq) return null
  return (
    <OneClickForm key={event.seq} action={actions.undoEvent} about={about(task, null)} fields={{ seq: event.seq }}>
      {t('undo')}
    </OneClickForm>
  )
}

function Corrections({ event, task, actions }: OnEvent) {
  const t = useTranslations('history')
  const { viewer, today } = task
  const allowed = correctionsOf(event, viewer)
  if (allowed.length === 0) return null
  const id = `correct-${event.seq}`
  const form = { id, about: about(task, null), seq: event.seq, allowed: true, user: viewer.username, title: t('correctTitle') }
  const source = actsOnBehalf(viewer) ? (event.onBehalf?.source ?? '') : undefined
  switch (event.kind) {
    case 'reported':
    case 'no_change': {
      const { done = '', problems = '', nextStep = '', progress = task.standing.reported } = event.kind === 'reported' ? event.payload : {}
      const start = { texts: { done, problems, nextStep }, progress, on: event.effectiveOn, today, source }
      return <CorrectReportForm {...form} action={actions.correctReport} start={start} />
    }
    case 'confirmed': {
      const { departmentId, part, note } = event.payload
      const department = task.departmentNames[departmentId] ?? ''
      const start = { departmentId, department, part, note, on: event.effectiveOn, today, source }
      return <CorrectConfirmationForm {...form} action={actions.correctConfirmation} start={start} />
    }
    case 'accepted':
    case 'returned':
      return <DecisionCorrections {...{ event, task, actions, form }} />
    case 'reopened': {
      const start = { reason: event.payload.reason, confirmed: confirmedParts(task, event.payload.reconfirm) }
      return <CorrectReopeningForm {...form} action={actions.correctReopening} start={start} />
    }
    case 'withdrawn':
      return <CorrectWithdrawalForm {...form} action={actions.correctWithdrawal} start={event.payload} />
    case 'extension_approved':
    case 'extension_refused':
    case 'checked':
    case 'stage_reported':
    case 'stage_verified':
    case 'stage_returned':
      return <TrackCorrections {...{ event, task, actions, form, source }} />
    default:
      return null
  }
}

type DecisionProps = {
  event: Extract<TaskEvent, { kind: 'accepted' | 'returned' }>
  task: TaskView
  actions: TaskActions
  form: Omit<TaskFormProps, 'action'> & { seq: number }
}

// An acceptance may turn out to be a return, and the other way round.
function DecisionCorrections({ event, task, actions, form }: DecisionProps) {
  const t = useTranslations('history')
  const claim = claimBefore(task, event)
  if (!claim) return null
  const { today } = task
  const completedOn = event.kind === 'accepted' ? event.payload.completedOn : claim.effectiveOn
  const reconfirm = event.kind === 'returned' ? event.payload.reconfirm : []
  const effectiveOn = earliestDecision(task, claim) && event.effectiveOn
  return (
    <>
      <CorrectAcceptanceForm
        {...form}
        action={actions.correctAcceptance}
        title={t('correctAcceptTitle')}
        start={{
          claimedOn: claim.effectiveOn,
          completedOn,
          reason: event.kind === 'accepted' ? event.payload.reason : '',
          effectiveOn,
          today,
        }}
      />
      <CorrectReturnForm
        {...form}
        id={`${form.id}-return`}
        about={about(task, null)}
        action={actions.correctReturn}
        title={t('correctReturnTitle')}
        start={{
          reason: event.kind === 'returned' ? event.payload.reason : '',
          confirmed: confirmedParts(task, reconfirm),
          effectiveOn,
          today,
        }}
      />
    </>
  )
}

function claimBefore({ events }: TaskView, decision: TaskEvent): TaskEvent | undefined {
  const ordered = inForce(events)
  return ordered.slice(0, ordered.indexOf(decision)).findLast((event) => event.kind === 'claimed')
}
