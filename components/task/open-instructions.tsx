import { useLocale, useTranslations } from 'next-intl'
import { type EventOf, useActor } from '@/components/task/event-sentence'
import { about } from '@/components/task/form-setup'
import { AnswerForm } from '@/components/task/forms/comment-forms'
import { responsible, type TaskView } from '@/components/task/task-view'
import type { Action } from '@/components/ui/action-state'
import { daysBetween } from '@/domain/calendar'
import { isInstruction } from '@/domain/course'
import { inForce } from '@/domain/events'
import { actsOnBehalf, canActAsLead } from '@/domain/permissions'
import { dayText } from '@/messages/day-text'

type InstructionsProps = { task: TaskView; action: Action; wanted: string | undefined }

/** The leaders' 批示 that nobody has answered, before everything else, with the form for the lead's answer. */
export function OpenInstructions(props: InstructionsProps) {
  const { task } = props
  const instructions = inForce(task.events).filter(
    (event) => event.kind === 'commented' && isInstruction(event) && event.effectiveOn <= task.asOf,
  )
  return instructions.map((event) => event.kind === 'commented' && <Instruction key={event.seq} event={event} {...props} />)
}

// What was answered meanwhile leaves nothing but a form that was just refused.
function Instruction({ event, task, action, wanted }: InstructionsProps & { event: EventOf<'commented'> }) {
  const t = useTranslations('talk')
  const { viewer, standing, lead } = task
  const isOpen = standing.instructions.includes(event.seq)
  const isPresent = task.asOf === task.today
  const behalf = actsOnBehalf(viewer)
  const answers = canActAsLead(viewer, responsible(task))
  const id = `answer-${event.seq}`
  return (
    <div className={isOpen ? 'instruction' : undefined}>
      {isOpen && <Words event={event} task={task} />}
      {isOpen && !answers && <p className="note">{t('awaitsAnswer', { department: lead.department })}</p>}
      <div className="noprint">
        <AnswerForm
          id={id}
          about={about(task, null)}
          action={action}
          allowed={isOpen && isPresent && answers}
          user={viewer.username}
          title={behalf ? t('answerFor', { department: lead.department }) : undefined}
          open={wanted === id}
          answers={event.seq}
          source={behalf ? '' : undefined}
        />
      </div>
    </div>
  )
}

function Words({ event, task }: { event: EventOf<'commented'>; task: TaskView }) {
  const t = useTranslations('talk')
  const who = useActor(event.actor)
  const locale = useLocale()
  const words = { who, day: dayText(event.effectiveOn, locale), days: daysBetween(event.effectiveOn, task.asOf) }
  return (
    <>
      <h2>{t('openInstruction', words)}</h2>
      <p className="words">{event.payload.text}</p>
    </>
  )
}
