import { useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { EventSentence } from '@/components/task/event-sentence'
import { ExtensionOnTheTable } from '@/components/task/extension-on-the-table'
import { about, latestSentence } from '@/components/task/form-setup'
import { ApproveExtensionForm } from '@/components/task/forms/approve-extension-form'
import { CheckForm } from '@/components/task/forms/check-form'
import { LongTermForm } from '@/components/task/forms/long-term-form'
import { RefuseExtensionForm } from '@/components/task/forms/refuse-extension-form'
import { ReturnStageForm } from '@/components/task/forms/return-stage-form'
import { VerifyStageForm } from '@/components/task/forms/verify-stage-form'
import { namesOf } from '@/components/task/history-section'
import { openForms } from '@/components/task/open-forms'
import { waitingStage } from '@/components/task/stages'

/** What a supervisor decides beside claims: extension requests and stage results; and what he finds on a visit. */
export function TrackDecisions(props: ActProps) {
  return (
    <>
      <ExtensionDecision {...props} />
      <StageDecision {...props} />
      <Check {...props} />
    </>
  )
}

function ExtensionDecision({ task, actions, wanted }: ActProps) {
  const t = useTranslations('extensions')
  const { viewer, today, deadline, standing } = task
  const allowed = openForms(task).decideExtension
  const request = task.events.find(({ seq }) => seq === standing.extensionSeq)
  const asked = request?.kind === 'extension_requested' ? request : null
  const shared = { user: viewer.username, latest: latestSentence(task), allowed }
  const requestSeq = asked?.seq ?? 0
  return (
    <>
      {allowed && asked && <ExtensionOnTheTable task={task} request={asked} />}
      <ApproveExtensionForm
        {...shared}
        id="approve-extension"
        about={about(task)}
        action={actions.approveExtension}
        start={{
          requestSeq,
          proposed: asked?.payload.dueOn ?? today,
          dueOn: deadline.approvedDueOn ?? today,
          requestedOn: asked?.effectiveOn ?? today,
          on: today,
          today,
        }}
      />
      <RefuseExtensionForm
        {...shared}
        id="refuse-extension"
        about={about(task)}
        action={actions.refuseExtension}
        title={t('refuse')}
        open={wanted === 'refuse-extension'}
        requestSeq={requestSeq}
      />
    </>
  )
}

// These forms name what they decide on, so they need no version.
function StageDecision({ task, actions, wanted }: ActProps) {
  const t = useTranslations('stages')
  const report = waitingStage(task)
  const allowed = openForms(task).decideStage
  const shared = { user: task.viewer.username, latest: latestSentence(task), allowed, reportSeq: report?.seq ?? 0 }
  return (
    <>
      {allowed && report && (
        <p className="decide">
          <EventSentence event={report} names={namesOf(task)} />
        </p>
      )}
      <VerifyStageForm {...shared} id="verify-stage" about={about(task, null)} action={actions.verifyStage} />
      <ReturnStageForm
        {...shared}
        id="return-stage"
        about={about(task, null)}
        action={actions.returnStage}
        title={t('return')}
        open={wanted === 'return-stage'}
      />
    </>
  )
}

function Check({ task, actions, wanted }: ActProps) {
  const t = useTranslations('checks')
  const closed = task.standing.state === 'closed'
  return (
    <CheckForm
      user={task.viewer.username}
      id="check"
      about={about(task)}
      action={actions.checkTask}
      allowed={openForms(task).check}
      title={t(closed ? 'recheck' : 'check')}
      open={wanted === 'check'}
      start={{ reported: task.progress, closed, today: task.today }}
    />
  )
}

/** The task has no final completion any more. */
export function LongTermStep({ task, actions, wanted }: ActProps) {
  const t = useTranslations('longTerm')
  return (
    <LongTermForm
      user={task.viewer.username}
      latest={latestSentence(task)}
      id="make-long-term"
      about={about(task)}
      action={actions.makeLongTerm}
      allowed={openForms(task).makeLongTerm}
      title={t('make')}
      open={wanted === 'make-long-term'}
      taskTitle={task.title}
      year={task.today.slice(0, 4)}
    />
  )
}
