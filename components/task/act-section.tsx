import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { DecisionForms, WithdrawStep } from '@/components/task/decision-forms'
import { LeadForms } from '@/components/task/lead-forms'
import { hasSteps, openForms } from '@/components/task/open-forms'
import { PartForms } from '@/components/task/part-forms'
import type { TaskActions } from '@/components/task/task-actions'
import type { TaskView } from '@/components/task/task-view'
import { LongTermStep, TrackDecisions } from '@/components/task/track-decisions'
import { TrackForms } from '@/components/task/track-forms'
import { Unseen } from '@/components/task/unseen'
import { AppLink } from '@/components/ui/app-link'
import { Section } from '@/components/ui/section'
import { actsOnBehalf } from '@/domain/permissions'
import { taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

/** `wanted` is the form that the address asks for (`?form=claim`). */
export type ActProps = { task: TaskView; actions: TaskActions; wanted: string | undefined }

/** What this viewer may do now, and nothing else: forms for others and for other states are absent. */
export function ActSection(props: ActProps) {
  const t = useTranslations('task')
  const { task } = props
  return (
    <Section title={t('act')} id="act" className="act noprint">
      {task.asOf === task.today ? <Steps {...props} /> : <PastDay task={task} />}
    </Section>
  )
}

function PastDay({ task }: { task: TaskView }) {
  const t = useTranslations('task')
  return (
    <p>
      {t('pastDay', { day: dayText(task.asOf, useLocale()) })} <AppLink href={taskPath(task.number)}>{t('toToday')}</AppLink>
    </p>
  )
}

function Steps({ task, actions, wanted }: ActProps) {
  const t = useTranslations('task')
  const { viewer } = task
  if (viewer.role === 'leader') return <p>{t.rich('readsOnly', { a: (chunks) => <a href="#comment">{chunks}</a> })}</p>
  const behalf = actsOnBehalf(viewer)
  const open = openForms(task)
  const forms = [
    <LeadForms key="lead" {...{ task, actions, wanted }} />,
    <TrackForms key="track" {...{ task, actions, wanted }} />,
    <PartForms key="parts" {...{ task, actions, wanted }} />,
  ]
  return (
    <>
      {!hasSteps(open) && <p>{t('nothing')}</p>}
      <Returned task={task} />
      <Unseen task={task} action={actions.markSeen} />
      {behalf ? (
        <>
          <DecisionForms {...{ task, actions, wanted }} />
          <TrackDecisions {...{ task, actions, wanted }} />
          <Group shown={open.report} title={t('onBehalf')} hint={t('onBehalfHint')}>
            {forms}
          </Group>
          <Group shown={open.makeLongTerm || open.withdraw} title={t('byDocument')} hint={t('byDocumentHint')}>
            <LongTermStep {...{ task, actions, wanted }} />
            <WithdrawStep {...{ task, actions, wanted }} />
          </Group>
        </>
      ) : (
        forms
      )}
    </>
  )
}

type GroupProps = { shown: boolean; title: string; hint: string; children: ReactNode }

/** Forms of one sort. They stay in place when none of them is offered: a refused one keeps what was typed. */
function Group({ shown, title, hint, children }: GroupProps) {
  return (
    <div className="behalf">
      {shown && (
        <h3>
          {title}
          <span className="note">{hint}</span>
        </h3>
      )}
      {children}
    </div>
  )
}

function Returned({ task: { events, standing } }: { task: TaskView }) {
  const t = useTranslations('task')
  const locale = useLocale()
  const returned = events.find((event) => event.seq === standing.returnSeq)
  if (returned?.kind !== 'returned') return null
  const day = dayText(returned.effectiveOn, locale)
  return <p className="said">{t.rich('returnedBecause', { day, reason: returned.payload.reason, q: (chunks) => <q>{chunks}</q> })}</p>
}
