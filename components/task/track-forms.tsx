import { useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { extensionRows } from '@/components/task/extension-rows'
import { about, useLeadSetup } from '@/components/task/form-setup'
import { RequestExtensionForm } from '@/components/task/forms/request-extension-form'
import { StageForm } from '@/components/task/forms/stage-form'
import { stageYears } from '@/components/task/stages'

/** Ask for an extension, report a stage result: for the lead's officer, or for a supervisor who writes down what the lead told him. */
export function TrackForms({ task, actions, wanted }: ActProps) {
  const t = useTranslations()
  const { today, deadline, standing } = task
  const setup = useLeadSetup(task)
  if (!setup) return null
  const { forms, source, shared, titled } = setup
  const waiting = extensionRows(task.events, today).find(({ state }) => state === 'waiting')
  const years = stageYears(task).map(({ year, state }) => ({
    value: String(year),
    label: t('stages.yearWith', { year: String(year), state: t(`stages.states.${state}`) }),
  }))
  return (
    <>
      <RequestExtensionForm
        {...shared}
        id="request-extension"
        about={about(task)}
        action={actions.requestExtension}
        allowed={forms.requestExtension}
        title={titled(t('extensions.request'))}
        open={wanted === 'request-extension'}
        start={{
          dueOn: deadline.approvedDueOn ?? today,
          extensions: standing.extensions,
          waiting: waiting?.request.payload.dueOn ?? null,
          today,
          source,
        }}
      />
      <StageForm
        {...shared}
        id="report-stage"
        about={about(task)}
        action={actions.reportStage}
        allowed={forms.reportStage}
        title={titled(t('stages.report'))}
        open={wanted === 'report-stage'}
        start={{ years, today, source }}
      />
    </>
  )
}
