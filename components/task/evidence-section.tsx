import { type Locale, useLocale, useTranslations } from 'next-intl'
import type { ActProps } from '@/components/task/act-section'
import { useWho } from '@/components/task/event-sentence'
import { EvidenceLink } from '@/components/task/evidence-text'
import { about } from '@/components/task/form-setup'
import { AddEvidenceForm } from '@/components/task/forms/add-evidence-form'
import { namesOf } from '@/components/task/history-section'
import { responsible, type TaskView } from '@/components/task/task-view'
import { DayText } from '@/components/ui/day-text'
import { Section } from '@/components/ui/section'
import { inForce, type TaskEvent } from '@/domain/events'
import { evidenceOf } from '@/domain/evidence'
import { canAddEvidence } from '@/domain/permissions'
import type { Evidence } from '@/domain/words'

/** All evidence of the task, whatever it came with; with the form to add more. */
export function EvidenceSection({ task, actions, wanted }: ActProps) {
  const t = useTranslations()
  const { viewer } = task
  const found = inForce(task.events).flatMap((event) => {
    const evidence = event.effectiveOn <= task.asOf ? evidenceOf(event) : null
    return evidence ? [{ event, evidence }] : []
  })
  return (
    <Section
      title={t('terms.evidence')}
      id="evidence"
      className="opens"
      note={found.length > 0 ? t('talk.evidenceCount', { count: found.length }) : t('talk.noEvidence')}
    >
      {found.length > 0 && (
        <table className="plainhead cards evidence">
          <thead>
            <tr>
              <th scope="col">{t('terms.evidence')}</th>
              <th scope="col">{t('talk.kind')}</th>
              <th scope="col" className="r">
                {t('talk.size')}
              </th>
              <th scope="col">{t('talk.usedFor')}</th>
              <th scope="col">{t('talk.who')}</th>
              <th scope="col">{t('talk.when')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ event, evidence }) => (
              <EvidenceRow key={event.seq} event={event} evidence={evidence} task={task} />
            ))}
          </tbody>
        </table>
      )}
      <AddEvidenceForm
        id="add-evidence"
        about={about(task, null)}
        action={actions.addEvidence}
        allowed={task.asOf === task.today && canAddEvidence(viewer, responsible(task))}
        user={viewer.username}
        title={t('talk.addEvidence')}
        open={wanted === 'add-evidence'}
      />
    </Section>
  )
}

function EvidenceRow({ event, evidence, task }: { event: TaskEvent; evidence: Evidence; task: TaskView }) {
  const t = useTranslations()
  const locale = useLocale()
  const who = useWho(event, namesOf(task))
  const note = event.kind === 'evidence_added' && event.payload.note
  return (
    <tr>
      <td>
        <EvidenceLink evidence={evidence} />
        {note && <span className="x note">{note}</span>}
      </td>
      <td data-l={t('talk.kind')}>{t(`evidenceKinds.${evidence.kind}`)}</td>
      <td data-l={t('talk.size')} className="r nb">
        {evidence.kind === 'file' && sizeText(evidence.size, locale)}
      </td>
      <td data-l={t('talk.usedFor')}>
        <a href={`#event-${event.seq}`}>{t(`eventKinds.${event.kind}`)}</a>
      </td>
      <td data-l={t('talk.who')}>{who}</td>
      <td data-l={t('talk.when')} className="nb">
        <DayText day={event.effectiveOn} />
      </td>
    </tr>
  )
}

const KB = 1024

/** Bytes as people read them: whole KB, or MB with one decimal. */
function sizeText(bytes: number, locale: Locale): string {
  const number = (value: number, digits: number) => new Intl.NumberFormat(locale, { maximumFractionDigits: digits }).format(value)
  return bytes < KB * KB ? `${number(Math.ceil(bytes / KB), 0)} KB` : `${number(bytes / KB / KB, 1)} MB`
}
