import { useLocale, useTranslations } from 'next-intl'
import { Fragment, type ReactNode } from 'react'
import { DocumentSentence } from '@/components/task/document-sentence'
import { EvidenceText } from '@/components/task/evidence-text'
import { SupervisionSentence } from '@/components/task/supervision-sentence'
import { citation } from '@/domain/document-ref'
import type { Actor, Contacts, EventKind, Payloads, TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

export type EventOf<K extends EventKind> = Extract<TaskEvent, { kind: K }>
/** What sentences name besides the event itself. */
export type Names = {
  departments: Readonly<Record<string, string>>
  /** As it was imported: its lead, how many departments cooperated, and the deadline. */
  lead: string
  cooperating: number
  deadline: string
  /** Checks of a task that was closed at the time: 回头看. */
  rechecks: ReadonlySet<number>
}
type Sentence<K extends EventKind> = { event: EventOf<K>; names: Names }

/** Who did what, in a sentence, with the texts quoted as they were typed. */
export function EventSentence({ event, names }: { event: TaskEvent; names: Names }) {
  const t = useTranslations('history')
  const who = useWho(event, names)
  switch (event.kind) {
    case 'imported':
      return <Imported event={event} names={names} />
    case 'reported':
      return <Reported event={event} who={who} />
    case 'no_change':
      return t('no_change', { who })
    case 'confirmed':
      return <Confirmed event={event} names={names} who={who} />
    case 'claimed':
      return <Claimed event={event} names={names} who={who} />
    case 'taken_back':
      return <Sentence start={t('taken_back', { who })} quoted={event.payload.reason} />
    case 'accepted':
      return <Accepted event={event} who={who} />
    case 'returned':
      return <SentBack event={event} names={names} start={t('returned', { who })} />
    case 'reopened':
      return <SentBack event={event} names={names} start={t('reopened', { who })} />
    case 'withdrawn':
      return <Sentence start={t('withdrawn', { who, document: event.payload.document })} quoted={event.payload.reason} />
    case 'extension_requested':
    case 'extension_approved':
    case 'extension_refused':
    case 'checked':
    case 'made_long_term':
    case 'stage_reported':
    case 'stage_verified':
    case 'stage_returned':
    case 'obstacle_raised':
    case 'obstacle_removed':
    case 'commented':
    case 'evidence_added':
    case 'nudged':
    case 'noticed':
      return <SupervisionSentence event={event} names={names} who={who} />
    case 'amended':
    case 'reassigned':
    case 'referred':
    case 'reference_removed':
      return <DocumentSentence event={event} who={who} />
    case 'contacts_changed':
      return t('contacts_changed', {
        who,
        department: names.departments[event.payload.departmentId] ?? '',
        contacts: contactsText(event.payload) || t('contactsEmpty'),
      })
    case 'seen':
      return t('seen', { who, count: event.payload.seqs.length })
    case 'retracted':
      return t('retracted', { who })
  }
}

function Imported({ event, names }: Sentence<'imported'>) {
  const t = useTranslations('history')
  const { line, document } = event.payload
  const words = { line, lead: names.lead, count: names.cooperating, deadline: names.deadline }
  return document ? t('addedBy', { ...words, document: citation(document) }) : t('imported', words)
}

/** The person as recorded; for an entry on behalf with the department that it speaks for. */
export function useWho({ actor, onBehalf }: TaskEvent, names: Names): string {
  const t = useTranslations('history')
  const who = useActor(actor)
  return onBehalf ? t('behalf', { who, department: names.departments[onBehalf.departmentId] ?? '' }) : who
}

export function useActor({ name, post, role, departmentName }: Actor): string {
  const t = useTranslations('history')
  const roles = useTranslations('roles')
  if (role === 'system') return t('system')
  if (departmentName) return t('officer', { name, post, department: departmentName })
  return post ? t('otherWithPost', { name, post, role: roles(role) }) : t('other', { name, role: roles(role) })
}

export const quote = (chunks: ReactNode) => <q>{chunks}</q>

/** What was done, the text that was typed with it, and further pieces; a full stop where no quotation ends it. */
export function Sentence({ start, quoted, more = [] }: { start: ReactNode; quoted: string; more?: ReactNode[] }) {
  const t = useTranslations('history')
  return (
    <>
      {start}
      {quoted && t.rich('quoted', { text: quoted, q: quote })}
      {more.map((piece, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: the pieces never change places
        <Fragment key={index}>
          {t('also')}
          {piece}
        </Fragment>
      ))}
      {!quoted && more.length === 0 && t('stop')}
    </>
  )
}

function Reported({ event, who }: { event: EventOf<'reported'>; who: string }) {
  const t = useTranslations('history')
  const { progress, done, problems, nextStep } = event.payload
  const more = [problems && t.rich('problems', { text: problems, q: quote }), nextStep && t.rich('nextStep', { text: nextStep, q: quote })]
  return <Sentence start={t('reported', { who, progress })} quoted={done} more={more.filter(Boolean)} />
}

function Confirmed({ event, names, who }: Sentence<'confirmed'> & { who: string }) {
  const t = useTranslations('history')
  const parts = useTranslations('parts')
  const { departmentId, part, note } = event.payload
  const isOwn = event.actor.departmentId === departmentId || event.onBehalf?.departmentId === departmentId
  const department = isOwn ? t('own') : (names.departments[departmentId] ?? '')
  return <Sentence start={t.rich('confirmed', { who, department, part: parts(part), b: (chunks) => <b>{chunks}</b> })} quoted={note} />
}

function Claimed({ event, names, who }: Sentence<'claimed'> & { who: string }) {
  const t = useTranslations('history')
  const locale = useLocale()
  const { note, evidence, unconfirmed, unconfirmedReason, signOff } = event.payload
  const departments = useNames(unconfirmed, names)
  const more = [
    evidence && <EvidenceText evidence={evidence} />,
    departments && t.rich('unconfirmed', { departments, text: unconfirmedReason, q: quote }),
    signOff && t('signOff', { name: signOff.name, post: signOff.post, day: dayText(signOff.on, locale) }),
  ]
  return <Sentence start={t('claimed', { who, day: dayText(event.effectiveOn, locale) })} quoted={note} more={more.filter(Boolean)} />
}

function Accepted({ event, who }: { event: EventOf<'accepted'>; who: string }) {
  const t = useTranslations('history')
  const { completedOn, reason } = event.payload
  const more = reason ? [t.rich('laterBecause', { text: reason, q: quote })] : []
  return <Sentence start={t('accepted', { who, day: dayText(completedOn, useLocale()) })} quoted="" more={more} />
}

function SentBack({ event, names, start }: Sentence<'returned' | 'reopened'> & { start: string }) {
  const t = useTranslations('history')
  const { reason, reconfirm } = event.payload as Payloads['returned']
  const departments = useNames(reconfirm, names)
  return <Sentence start={start} quoted={reason} more={departments ? [t('reconfirm', { departments })] : []} />
}

function useNames(ids: readonly string[], { departments }: Names): string {
  const separator = useTranslations('common')('listSeparator')
  return ids.map((id) => departments[id] ?? '').join(separator)
}

export const contactsText = ({ office, contact, phone, leaderInCharge }: Contacts): string =>
  [office, contact, phone, leaderInCharge].filter(Boolean).join(' ')
