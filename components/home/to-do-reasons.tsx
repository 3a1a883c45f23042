// Why a thing is to be done, in words.
import { type Locale, useTranslations } from 'next-intl'
import type { Nudge, OwnPart, Thing } from '@/components/home/to-do-list'
import { IssuedDeadline } from '@/components/ledger/deadline-cell'
import type { Day } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

/** How far a task is, when it was last reported, and its issued deadline if that was extended. */
export function Standing({ row, locale }: { row: Thing; locale: Locale }) {
  const t = useTranslations('toDo')
  const last = row.lastReportOn
  const isExtended = row.deadline.approvedDueOn !== row.deadline.issuedDueOn
  return (
    <>
      {t('progressAndLast', {
        progress: row.progress,
        last: last === null ? 'none' : 'some',
        day: last === null ? '' : dayText(last, locale),
      })}
      {isExtended && (
        <>
          {' '}
          {t('original')} <IssuedDeadline deadline={row.deadline} />
        </>
      )}
    </>
  )
}

/** An extension that is asked for and not decided. */
export function Requested({ dueOn, locale }: { dueOn: Day | undefined; locale: Locale }) {
  const t = useTranslations('toDo')
  return dueOn && <b className="x">{t('requested', { day: dayText(dueOn, locale) })}</b>
}

/** Who nudged, and when; it goes as soon as the department says something about the task. */
export function Nudged({ nudge, locale }: { nudge: Nudge | undefined; locale: Locale }) {
  const t = useTranslations('toDo')
  if (!nudge) return null
  const words = { day: dayText(nudge.day, locale, 'short'), who: nudge.department ?? t('supervisor') }
  return <b className="x">{t('nudged', words)}</b>
}

/** Since when the lead waits for our part, or what we last said about it. */
export function Waiting({ own, lead, locale }: { own: OwnPart; lead: string; locale: Locale }) {
  const t = useTranslations()
  const day = dayText(own.partSince, locale)
  if (own.part === 'none') return <>{t('toDo.waitsSince', { lead, day })}</>
  return (
    <>
      {t('toDo.saidWaiting', { day, part: t(`parts.${own.part}`) })} {own.partNote && <q>{own.partNote}</q>}
    </>
  )
}

/** What a supervisor wrote down for the department, and where he had it from (rule 16). */
export function BehalfEntry({ event, locale }: { event: TaskEvent; locale: Locale }) {
  const t = useTranslations()
  const words = {
    day: dayText(event.effectiveOn, locale),
    kind: t(`eventKinds.${event.kind}`),
    actor: event.actor.name,
    source: event.onBehalf?.source ?? '',
  }
  return (
    <div>
      {t('toDo.behalfEntry', words)}
      {event.kind === 'reported' && (
        <>
          {' '}
          {t('toDo.behalfText', { progress: event.payload.progress })} <q>{event.payload.done}</q>
        </>
      )}
      {event.kind === 'extension_requested' && (
        <>
          {' '}
          {t('toDo.behalfExtension', { day: dayText(event.payload.dueOn, locale) })} <q>{event.payload.reason}</q>
        </>
      )}
      {event.kind === 'stage_reported' && (
        <>
          {' '}
          {t('toDo.behalfStage', { year: String(event.payload.year) })} <q>{event.payload.result}</q>
        </>
      )}
      {event.kind === 'claimed' && event.payload.note && <q>{event.payload.note}</q>}
      {event.kind === 'confirmed' && (
        <>
          {' '}
          {t(`parts.${event.payload.part}`)} {event.payload.note && <q>{event.payload.note}</q>}
        </>
      )}
    </div>
  )
}
