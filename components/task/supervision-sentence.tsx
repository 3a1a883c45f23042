import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { type EventOf, type Names, quote, Sentence } from '@/components/task/event-sentence'
import { EvidenceText } from '@/components/task/evidence-text'
import type { Evidence } from '@/domain/words'
import { dayText } from '@/messages/day-text'

export type SupervisionEvent = EventOf<
  | 'extension_requested'
  | 'extension_approved'
  | 'extension_refused'
  | 'checked'
  | 'made_long_term'
  | 'stage_reported'
  | 'stage_verified'
  | 'stage_returned'
  | 'obstacle_raised'
  | 'obstacle_removed'
  | 'commented'
  | 'evidence_added'
  | 'nudged'
  | 'noticed'
>

/** What was asked, checked, hindered, said or sent about a task, in a sentence. */
export function SupervisionSentence({ event, names, who }: { event: SupervisionEvent; names: Names; who: string }) {
  const t = useTranslations('history')
  const colours = useTranslations('noticeColours')
  const steps = useTranslations('noticeSteps')
  const locale = useLocale()
  const evidenceOf = (evidence: Evidence | null): ReactNode[] => (evidence ? [<EvidenceText key="evidence" evidence={evidence} />] : [])
  switch (event.kind) {
    case 'extension_requested': {
      const { dueOn, reason, evidence } = event.payload
      return <Sentence start={t('extension_requested', { who, day: dayText(dueOn, locale) })} quoted={reason} more={evidenceOf(evidence)} />
    }
    case 'extension_approved':
      return <Sentence start={t('extension_approved', { who, day: dayText(event.payload.dueOn, locale) })} quoted={event.payload.reason} />
    case 'extension_refused':
      return <Sentence start={t('extension_refused', { who })} quoted={event.payload.reason} />
    case 'checked': {
      const { progress, note, evidence } = event.payload
      const kind = names.rechecks.has(event.seq) ? 'rechecked' : 'checked'
      return <Sentence start={t(kind, { who, progress })} quoted={note} more={evidenceOf(evidence)} />
    }
    case 'made_long_term':
      return <Sentence start={t('made_long_term', { who, document: event.payload.document })} quoted={event.payload.reason} />
    case 'stage_reported': {
      const { year, result, evidence } = event.payload
      return <Sentence start={t('stage_reported', { who, year: String(year) })} quoted={result} more={evidenceOf(evidence)} />
    }
    case 'stage_verified':
      return <Sentence start={t('stage_verified', { who, year: String(event.payload.year) })} quoted={event.payload.note} />
    case 'stage_returned':
      return <Sentence start={t('stage_returned', { who, year: String(event.payload.year) })} quoted={event.payload.reason} />
    case 'obstacle_raised': {
      const { text, remover } = event.payload
      return <Sentence start={t('obstacle_raised', { who })} quoted={text} more={[t('remover', { remover })]} />
    }
    case 'obstacle_removed':
      return <Sentence start={t('obstacle_removed', { who })} quoted={event.payload.note} />
    case 'commented': {
      const { text, answers } = event.payload
      const kind = answers !== null ? 'answered' : event.actor.role === 'leader' ? 'instructed' : 'commented'
      return <Sentence start={t(kind, { who })} quoted={text} />
    }
    case 'evidence_added': {
      const { evidence, note } = event.payload
      const more = note ? [t.rich('noteOf', { text: note, q: quote })] : []
      return <Sentence start={t('evidence_added', { who })} quoted="" more={[...evidenceOf(evidence), ...more]} />
    }
    case 'nudged':
      return (
        <Sentence
          start={t('nudged', { who, department: names.departments[event.payload.departmentId] ?? '' })}
          quoted={event.payload.text}
        />
      )
    case 'noticed': {
      const { departmentId, label, colour, step } = event.payload
      const words = { who, label, colour: colours(colour), step: steps(step), department: names.departments[departmentId] ?? '' }
      return <Sentence start={t('noticed', words)} quoted="" />
    }
  }
}
