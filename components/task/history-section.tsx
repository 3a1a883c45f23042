import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { EventSentence, type Names, useActor } from '@/components/task/event-sentence'
import { type HistoryItem, historyItems, recheckSeqs } from '@/components/task/history-items'
import type { TaskView } from '@/components/task/task-view'
import { Section } from '@/components/ui/section'
import { dayInShanghai } from '@/domain/calendar'
import { dayText } from '@/messages/day-text'

/** Everything that happened, as sentences. `actionsOn` draws what this viewer may do about an entry: undo or correct it. */
export function HistorySection({ task, actionsOn }: { task: TaskView; actionsOn: (item: HistoryItem) => ReactNode }) {
  const t = useTranslations('history')
  const locale = useLocale()
  const items = historyItems(task.events, task.plan, task.asOf)
  const late = marked(items, 'late')
  const opening = marked(items, 'opening')
  const note = [
    t('count', { count: items.length }),
    late + opening > 0 ? t('counted', { late, opening }) : '',
    task.asOf === task.today ? '' : t('onlyUntil', { day: dayText(task.asOf, locale) }),
    task.knownOn ? t('onlyKnown', { day: dayText(task.knownOn, locale) }) : '',
  ]
  return (
    <Section title={t('title')} id="history" note={note.filter(Boolean).join(locale === 'en' ? '; ' : '；')}>
      {!task.whole && (
        <p className="said no" role="alert">
          {t('tampered')}
        </p>
      )}
      <ol className="hist">
        {items.map((item) => (
          <Entry key={item.event.seq} item={item} names={namesOf(task)}>
            {actionsOn(item)}
          </Entry>
        ))}
      </ol>
    </Section>
  )
}

const marked = (items: readonly HistoryItem[], mark: HistoryItem['mark']): number =>
  items.filter((item) => item.mark === mark && item.retraction === null).length

export function namesOf({ departmentNames, lead, cooperating, deadline, events }: TaskView): Names {
  const before = events.find((event) => event.kind === 'reassigned')?.payload.before
  return {
    departments: departmentNames,
    lead: before?.find(({ role }) => role === 'lead')?.name ?? lead.department,
    cooperating: before ? before.length - 1 : cooperating.length,
    deadline: deadline.issued,
    rechecks: recheckSeqs(events),
  }
}

function Entry({ item, names, children }: { item: HistoryItem; names: Names; children: ReactNode }) {
  const { event, retraction } = item
  const sentence = <EventSentence event={event} names={names} />
  return (
    <li id={`event-${event.seq}`}>
      <time dateTime={event.effectiveOn}>{event.effectiveOn}</time>
      <div>
        {retraction ? <del>{sentence}</del> : sentence} <Marks item={item} />
        {retraction && <Retracted retraction={retraction} />}
        {children}
      </div>
    </li>
  )
}

function Marks({ item: { event, mark, recordedOn, daysAfter, retraction, corrects, samePerson } }: { item: HistoryItem }) {
  const t = useTranslations()
  const locale = useLocale()
  const words = [
    mark && t(`marks.${mark}`),
    event.onBehalf && t('marks.onBehalf'),
    corrects && t('history.correction'),
    retraction && t(retraction.payload.corrected ? 'marks.corrected' : 'marks.retracted'),
    samePerson && t('history.samePerson'),
  ]
  const recorded = { day: dayText(recordedOn, locale), days: daysAfter }
  const notes = [
    daysAfter > 0 && event.kind !== 'imported' && t(mark === 'late' ? 'history.recordedLate' : 'history.recorded', recorded),
    event.onBehalf && t('history.source', { source: event.onBehalf.source }),
  ]
  return (
    <>
      {words.filter(Boolean).map((word) => (
        <span key={String(word)} className="mark">
          {word}
        </span>
      ))}{' '}
      <span className="muted">{notes.filter(Boolean).join(locale === 'en' ? '; ' : '；')}</span>
    </>
  )
}

function Retracted({ retraction }: { retraction: NonNullable<HistoryItem['retraction']> }) {
  const t = useTranslations('history')
  const who = useActor(retraction.actor)
  const day = dayText(dayInShanghai(retraction.recordedAt), useLocale())
  const { corrected, reason } = retraction.payload
  return (
    <p className="note">
      {t(corrected ? 'correctedBy' : 'retractedBy', { who, day })}
      {reason ? t.rich('quoted', { text: reason, q: (chunks) => <q>{chunks}</q> }) : t('stop')}
    </p>
  )
}
