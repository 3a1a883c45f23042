import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { useActor } from '@/components/task/event-sentence'
import type { TaskView } from '@/components/task/task-view'
import { AppLink } from '@/components/ui/app-link'
import { LightWord } from '@/components/ui/light-mark'
import { Section } from '@/components/ui/section'
import { type Day, dayInShanghai, daysBetween } from '@/domain/calendar'
import { entryKind } from '@/domain/entry-kind'
import type { TaskEvent } from '@/domain/events'
import { numberText, taskPath } from '@/domain/task-number'
import { dayText } from '@/messages/day-text'

type Claim = Extract<TaskEvent, { kind: 'claimed' }>
type ClaimSheetProps = { task: TaskView; claim: Claim }

/** The row as issued in short, and the claim in full: what the supervisor decides on. */
export function ClaimSheet({ task, claim }: ClaimSheetProps) {
  const t = useTranslations()
  const kind = entryKind(claim, task.plan)
  return (
    <>
      <Section
        title={
          <>
            {numberText(task.number)}　<span lang="zh-CN">{task.title}</span>
          </>
        }
        note={<LightWord light={task.light} />}
        end={<AppLink href={taskPath(task.number)}>{t('review.openTask')}</AppLink>}
      >
        <Issued task={task} />
      </Section>
      <Section
        title={t('review.claim')}
        note={
          <>
            {kind !== 'prompt' && <span className="mark">{t(`marks.${kind}`)}</span>}{' '}
            {claim.onBehalf && <span className="mark">{t('marks.onBehalf')}</span>}
          </>
        }
      >
        {claim.onBehalf && claim.actor.userId === task.viewer.userId && <p className="said">{t('review.recordedByMe')}</p>}
        <Claimed task={task} claim={claim} />
      </Section>
    </>
  )
}

function Issued({ task }: { task: TaskView }) {
  const t = useTranslations()
  const separator = t('common.listSeparator')
  return (
    <dl className="sheet">
      <Line name={t('terms.goal')}>{task.goal.text}</Line>
      <Line name={t('terms.measure')}>{task.measure}</Line>
      <Line name={t('terms.departments')}>
        {task.lead.department}
        {task.cooperating.length > 0 && (
          <span className="muted">
            {' '}
            {t('department.cooperatedBy', { departments: task.cooperating.map((duty) => duty.department).join(separator) })}
          </span>
        )}
      </Line>
    </dl>
  )
}

function Claimed({ task, claim }: ClaimSheetProps) {
  const t = useTranslations()
  const locale = useLocale()
  const { note, evidence, signOff } = claim.payload
  const recordedOn = dayInShanghai(claim.recordedAt)
  const delay = daysBetween(claim.effectiveOn, recordedOn)
  return (
    <dl className="sheet">
      <Line name={t('review.completedOn')}>
        <b>{dayText(claim.effectiveOn, locale)}</b>{' '}
        <span className="muted">
          {t('review.recordedAt', { day: dayText(recordedOn, locale) })}
          {delay > task.plan.lateEntryDays && <> · {t('review.lateHint', { days: delay })}</>}
        </span>
      </Line>
      <Line name={t('review.punctual')}>
        <Punctual dueOn={task.deadline.issuedDueOn} claim={claim} words="review.byIssued" />
        {task.deadline.approvedDueOn !== task.deadline.issuedDueOn && (
          <Punctual dueOn={task.deadline.approvedDueOn} claim={claim} words="review.byApproved" />
        )}
        {task.deadline.approvedDueOn === task.deadline.issuedDueOn && task.deadline.issuedDueOn && (
          <span className="x muted">{t('review.sameApproved')}</span>
        )}
      </Line>
      <Line name={t('review.done')}>
        <span className="typed">{note}</span>
      </Line>
      <Line name={t('review.evidence')}>
        {evidence ? (
          `${t(`evidenceKinds.${evidence.kind}`)}${t('review.colon')}${evidence.text}`
        ) : (
          <span className="muted">{t('review.noEvidence')}</span>
        )}
      </Line>
      <Unconfirmed task={task} claim={claim} />
      <Line name={t('review.signOff')}>
        {signOff ? (
          t('review.signedBy', { ...signOff, day: dayText(signOff.on, locale) })
        ) : (
          <span className="muted">{t('review.noSignOff')}</span>
        )}
      </Line>
      <Line name={t('review.claimant')}>{useActor(claim.actor)}</Line>
      {claim.onBehalf && <Line name={t('review.onBehalf')}>{claim.onBehalf.source}</Line>}
    </dl>
  )
}

type PunctualProps = { dueOn: Day | null; claim: Claim; words: 'review.byIssued' | 'review.byApproved' }

function Punctual({ dueOn, claim, words }: PunctualProps) {
  const t = useTranslations()
  const locale = useLocale()
  if (dueOn === null) return <span className="x">{t('review.noDeadline')}</span>
  const late = daysBetween(dueOn, claim.effectiveOn)
  return (
    <span className="x">
      {t(words, { day: dayText(dueOn, locale) })}{' '}
      {late > 0 ? <span className="late">{t('review.late', { count: late })}</span> : <b>{t('review.onTime')}</b>}
    </span>
  )
}

function Unconfirmed({ task, claim }: ClaimSheetProps) {
  const t = useTranslations()
  const { unconfirmed, unconfirmedReason } = claim.payload
  if (task.cooperating.length === 0) return null
  if (unconfirmed.length === 0) return <Line name={t('terms.cooperatingDepartments')}>{t('review.partsConfirmed')}</Line>
  return (
    <Line name={t('review.unconfirmed')}>
      {unconfirmed.map((id) => (
        <span key={id} className="x">
          {task.departmentNames[id]}{' '}
          <span className="muted">{t('review.nowPart', { part: t(`parts.${task.standing.parts[id]?.part ?? 'none'}`) })}</span>
        </span>
      ))}
      <span className="x">
        {t('review.unconfirmedReason')}
        {t('review.colon')}
        <q>{unconfirmedReason}</q>
      </span>
    </Line>
  )
}

function Line({ name, children }: { name: string; children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  )
}
