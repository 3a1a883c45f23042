import { useLocale, useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { about, useLeadSetup } from '@/components/task/form-setup'
import { ClaimForm } from '@/components/task/forms/claim-form'
import { ReportForm } from '@/components/task/forms/report-form'
import { TakeBackForm } from '@/components/task/forms/take-back-form'
import { unconfirmed } from '@/components/task/task-view'
import { dayText } from '@/messages/day-text'

/** Report, claim, take back: for the lead's officer, or for a supervisor who writes down what the lead told him. */
export function LeadForms({ task, actions, wanted }: ActProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { today, standing, lastReport } = task
  const setup = useLeadSetup(task)
  if (!setup) return null
  const { forms, behalf, source, shared, titled } = setup
  const { done = '', problems = '', nextStep = '' } = lastReport ?? {}
  const carried = lastReport ? t('forms.task.carried', { day: dayText(lastReport.on, locale) }) : undefined
  return (
    <>
      {forms.takeBack && !behalf && <p className="said">{t('task.claimStands')}</p>}
      <ReportForm
        {...shared}
        id="report"
        about={about(task)}
        action={actions.reportProgress}
        allowed={forms.report}
        title={behalf || standing.state === 'claimed' ? titled(t('actions.report')) : undefined}
        open={wanted === 'report'}
        start={{ texts: { done, problems, nextStep }, progress: standing.reported, on: today, today, carried, source }}
      />
      <ClaimForm
        {...shared}
        id="claim"
        about={about(task)}
        action={actions.claimCompletion}
        allowed={forms.claim}
        title={titled(t('actions.claim'))}
        open={wanted === 'claim'}
        start={{
          today,
          unconfirmed: unconfirmed(task)
            .map(({ department }) => department)
            .join(t('common.listSeparator')),
          signOff: task.signOff,
          source,
        }}
      />
      <TakeBackForm
        {...shared}
        id="take-back"
        about={about(task)}
        action={actions.takeBackClaim}
        allowed={forms.takeBack}
        title={titled(t('actions.takeBack'))}
        open={wanted === 'take-back'}
        source={source}
      />
    </>
  )
}
