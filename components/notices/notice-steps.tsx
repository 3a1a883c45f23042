import { useTranslations } from 'next-intl'
import { NoticeStepForm } from '@/components/notices/notice-step-form'
import { FormText, FormTextArea } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { Section } from '@/components/ui/section'
import { SubmitButton } from '@/components/ui/submit-button'
import type { NoticeStep } from '@/domain/notices'
import type { Viewer } from '@/domain/permissions'
import { numberText } from '@/domain/task-number'
import type { State } from '@/domain/words'

type Step = Exclude<NoticeStep, 'issued'>
export type NoticeActions = Record<Step, Action>

type NoticeStepsProps = {
  notice: { id: string; label: string; version: number; steps: readonly Step[]; tasks: readonly TaskNow[] }
  /** One for each form, new each time the page is shown. */
  formIds: Record<Step, string>
  viewer: Viewer
  actions: NoticeActions
}
type TaskNow = { number: number; title: string; version: number; progress: number; state: State; leads: boolean }

const OF_ROLE = { officer: ['acknowledged', 'replied'], supervisor: ['returned', 'closed', 'voided'] } as const

/** What this person may do with the notice now. */
export function NoticeSteps({ notice, formIds, viewer, actions }: NoticeStepsProps) {
  const t = useTranslations('notices')
  if (viewer.role !== 'officer' && viewer.role !== 'supervisor') return null
  const form = (step: Step) => ({
    id: step,
    action: actions[step],
    notice: { id: notice.id, version: notice.version, formId: formIds[step] },
    allowed: notice.steps.includes(step),
    user: viewer.username,
  })
  const steps: readonly Step[] = OF_ROLE[viewer.role]
  return (
    <Section title={t('act')} id="act" className="act noprint">
      {!steps.some((step) => notice.steps.includes(step)) && <p className="note">{t('nothingToDo')}</p>}
      {viewer.role === 'officer' ? (
        <>
          <NoticeStepForm {...form('acknowledged')}>
            <p className="btns">
              <SubmitButton>{t('acknowledge')}</SubmitButton>
              <span className="note">{t('acknowledgeHint')}</span>
            </p>
          </NoticeStepForm>
          <NoticeStepForm {...form('replied')}>
            <ReplyFields tasks={notice.tasks} first={!notice.steps.includes('acknowledged')} />
          </NoticeStepForm>
        </>
      ) : (
        <>
          <NoticeStepForm {...form('closed')}>
            <p className="btns">
              <SubmitButton>{t('close')}</SubmitButton>
              <span className="note">{t('closeHint')}</span>
            </p>
          </NoticeStepForm>
          <NoticeStepForm {...form('returned')}>
            <FormTextArea name="text" label={t('returnReason')} hint={t('returnHint')} rows={2} maxLength={2000} required />
            <p className="btns">
              <SubmitButton variant="normal">{t('return')}</SubmitButton>
            </p>
          </NoticeStepForm>
          <VoidStep label={notice.label} offered={notice.steps.includes('voided')}>
            {(fields) => <NoticeStepForm {...form('voided')}>{fields}</NoticeStepForm>}
          </VoidStep>
        </>
      )}
    </Section>
  )
}

function ReplyFields({ tasks, first }: { tasks: readonly TaskNow[]; first: boolean }) {
  const t = useTranslations('notices')
  const led = tasks.filter(({ leads, state }) => leads && (state === 'not_started' || state === 'in_progress'))
  return (
    <>
      <FormTextArea name="text" label={t('reply')} hint={t('replyHint')} rows={5} maxLength={2000} required />
      {led.length > 0 && (
        <fieldset className="field">
          <legend className="l">
            {t('progressTitle')}
            <span className="hint">{t('progressHint')}</span>
          </legend>
          {led.map(({ number, title, version, progress }) => (
            <div key={number} className="progressline">
              <input type="hidden" name={`taskVersion.${number}`} value={version} />
              <FormText
                name={`progress.${number}`}
                line
                type="number"
                inputMode="numeric"
                min={0}
                max={99}
                label={t('progressOf', { number: numberText(number), title })}
                hint={t('progressNow', { progress })}
              />
            </div>
          ))}
        </fieldset>
      )}
      <p className="btns">
        <SubmitButton variant={first ? 'go' : 'normal'}>{t('sendReply')}</SubmitButton>
      </p>
    </>
  )
}

/** An official step that cannot be taken back: the reason first, then what it will do, then the button. */
function VoidStep({
  label,
  offered,
  children,
}: {
  label: string
  offered: boolean
  children: (fields: React.ReactNode) => React.ReactNode
}) {
  const t = useTranslations('notices')
  const form = children(
    <>
      <FormTextArea name="text" label={t('voidReason')} hint={t('voidHint')} rows={2} maxLength={2000} required />
      <details className="fold">
        <summary>{t('voidReview')}</summary>
        <p>{t('voidPreview', { label })}</p>
        <p className="btns">
          <SubmitButton variant="normal">{t('voidNow', { label })}</SubmitButton>
        </p>
      </details>
    </>,
  )
  if (!offered) return form
  return (
    <details className="fold">
      <summary>{t('void')}</summary>
      {form}
    </details>
  )
}
