import { useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { ClaimOnTheTable } from '@/components/task/claim-on-the-table'
import { about, latestSentence } from '@/components/task/form-setup'
import { AcceptForm } from '@/components/task/forms/accept-form'
import type { Reconfirmable } from '@/components/task/forms/reconfirm-field'
import { ReopenForm } from '@/components/task/forms/reopen-form'
import { ReturnForm } from '@/components/task/forms/return-form'
import { WithdrawForm } from '@/components/task/forms/withdraw-form'
import { openForms } from '@/components/task/open-forms'
import type { TaskView } from '@/components/task/task-view'
import { type Day, laterOf } from '@/domain/calendar'
import { isLateEntry } from '@/domain/entry-kind'
import type { TaskEvent } from '@/domain/events'

/** What a supervisor decides: accept or return a claim, reopen. */
export function DecisionForms({ task, actions, wanted }: ActProps) {
  const t = useTranslations('actions')
  const { viewer, today, standing } = task
  const forms = openForms(task)
  const claim = task.events.find((event) => event.seq === standing.claimSeq)
  const claimedOn = claim?.effectiveOn ?? today
  const effectiveOn = claim ? earliestDecision(task, claim) : null
  const shared = { user: viewer.username, latest: latestSentence(task) }
  return (
    <>
      {forms.decide && claim?.kind === 'claimed' && <ClaimOnTheTable task={task} claim={claim} />}
      <AcceptForm
        {...shared}
        id="accept"
        about={about(task)}
        action={actions.acceptClaim}
        allowed={forms.decide}
        start={{ claimedOn, completedOn: claimedOn, effectiveOn, today }}
      />
      <ReturnForm
        {...shared}
        id="return"
        about={about(task)}
        action={actions.returnClaim}
        allowed={forms.decide}
        title={t('return')}
        open={wanted === 'return'}
        start={{ confirmed: confirmedParts(task), effectiveOn: effectiveOn && today, today }}
      />
      <ReopenForm
        {...shared}
        id="reopen"
        about={about(task)}
        action={actions.reopenTask}
        allowed={forms.reopen}
        title={t('reopen')}
        open={wanted === 'reopen'}
        start={{ confirmed: confirmedParts(task) }}
      />
    </>
  )
}

/** The last of a supervisor's steps: the task is no longer required. */
export function WithdrawStep({ task, actions, wanted }: ActProps) {
  const t = useTranslations('actions')
  return (
    <WithdrawForm
      user={task.viewer.username}
      latest={latestSentence(task)}
      id="withdraw"
      about={about(task)}
      action={actions.withdrawTask}
      allowed={openForms(task).withdraw}
      title={t('withdraw')}
      open={wanted === 'withdraw'}
      taskTitle={task.title}
    />
  )
}

/** From when a late-entered claim may count as decided, the default there; null for a claim that was entered in time (rule 8). */
export function earliestDecision({ plan, standing }: TaskView, claim: TaskEvent): Day | null {
  if (!isLateEntry(claim.effectiveOn, claim.recordedAt, plan.lateEntryDays)) return null
  const confirmedOn = Object.values(standing.parts).flatMap(({ part, since }) => (part === 'none' ? [] : [since]))
  return [standing.lastReportOn ?? claim.effectiveOn, ...confirmedOn].reduce(laterOf, claim.effectiveOn)
}

/** The departments that have said something about their part and may be asked again; `asked` are ticked. */
export function confirmedParts({ cooperating, standing }: TaskView, asked: readonly string[] = []): Reconfirmable[] {
  return cooperating
    .filter(({ departmentId }) => (standing.parts[departmentId]?.part ?? 'none') !== 'none' || asked.includes(departmentId))
    .map(({ departmentId, department }) => ({ id: departmentId, name: department, ticked: asked.includes(departmentId) }))
}
