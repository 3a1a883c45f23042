import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { ActProps } from '@/components/task/act-section'
import { type EventOf, useWho } from '@/components/task/event-sentence'
import { about } from '@/components/task/form-setup'
import { CommentForm } from '@/components/task/forms/comment-forms'
import { namesOf } from '@/components/task/history-section'
import { responsible, type TaskView } from '@/components/task/task-view'
import { DayText } from '@/components/ui/day-text'
import { Section } from '@/components/ui/section'
import { isInstruction } from '@/domain/course'
import { inForce } from '@/domain/events'
import { canComment } from '@/domain/permissions'
import { dayText } from '@/messages/day-text'

/** What leaders instructed and what was said about the task, the newest last; with the form to say something. */
export function TalkSection({ task, actions, wanted }: ActProps) {
  const t = useTranslations('talk')
  const { viewer, standing } = task
  const comments = inForce(task.events).filter((event) => event.kind === 'commented' && event.effectiveOn <= task.asOf)
  const waiting = standing.instructions.length
  const instructs = viewer.role === 'leader'
  const note = comments.length === 0 ? t('noComments') : waiting > 0 && t('unanswered', { count: waiting })
  return (
    <Section title={t('talk')} id="talk" note={note} className="opens">
      {comments.length > 0 && (
        <ol className="talk">
          {comments.map((event) => event.kind === 'commented' && <Comment key={event.seq} event={event} task={task} />)}
        </ol>
      )}
      <CommentForm
        id="comment"
        about={about(task, null)}
        action={actions.addComment}
        allowed={task.asOf === task.today && canComment(viewer, responsible(task))}
        user={viewer.username}
        title={t(instructs ? 'instruct' : 'comment')}
        open={instructs || wanted === 'comment'}
        instructs={instructs}
      />
    </Section>
  )
}

function Comment({ event, task }: { event: EventOf<'commented'>; task: TaskView }) {
  const t = useTranslations()
  const who = useWho(event, namesOf(task))
  const { text, answers } = event.payload
  const waits = task.standing.instructions.includes(event.seq)
  return (
    <li id={`comment-${event.seq}`} className={isInstruction(event) ? 'instructed' : undefined}>
      <p className="note">
        {isInstruction(event) && <span className="mark">{t('marks.instructed')}</span>} <b>{who}</b> <DayText day={event.effectiveOn} />{' '}
        {event.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}{' '}
        {event.onBehalf && t('history.source', { source: event.onBehalf.source })}
        {answers !== null && <Answered seq={answers} task={task} />}
        {waits && t('talk.waits')}
      </p>
      <p className="words">{text}</p>
    </li>
  )
}

function Answered({ seq, task }: { seq: number; task: TaskView }) {
  const t = useTranslations('talk')
  const locale = useLocale()
  const instruction = task.events.find((event) => event.seq === seq)
  if (!instruction) return null
  const words = { who: instruction.actor.name, day: dayText(instruction.effectiveOn, locale) }
  return t.rich('answers', { ...words, a: (chunks: ReactNode) => <a href={`#comment-${seq}`}>{chunks}</a> })
}
