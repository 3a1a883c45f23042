import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { IssuedDeadline } from '@/components/ledger/deadline-cell'
import { useActor } from '@/components/task/event-sentence'
import { EvidenceText } from '@/components/task/evidence-text'
import { type ExtensionRow, extensionRows } from '@/components/task/extension-rows'
import type { TaskView } from '@/components/task/task-view'
import { Section } from '@/components/ui/section'
import { dayInShanghai } from '@/domain/calendar'
import type { TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

/** The deadline as issued, which never changes, and below it every request with what became of it; nothing where none was made. */
export function ExtensionsSection({ task }: { task: TaskView }) {
  const t = useTranslations('extensions')
  const rows = extensionRows(task.events, task.asOf)
  if (rows.length === 0) return null
  const heads = ['asked', 'askedDeadline', 'reasonHead', 'decided', 'effectiveFrom', 'approvedDeadline'] as const
  return (
    <Section title={t('title')} id="extensions" note={t('note', { count: task.standing.extensions })}>
      <table className="plainhead cards extensions">
        <thead>
          <tr>
            {heads.map((head) => (
              <th key={head} scope="col">
                {t(head)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">{t('issued')}</th>
            <td className="nb" data-l={t('issuedDeadline')}>
              <IssuedDeadline deadline={task.deadline} />
            </td>
            <td colSpan={4} className="muted">
              {t('issuedStays')}
            </td>
          </tr>
          {rows.map((row) => (
            <Row key={row.request.seq} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Row({ row: { request, state, decision } }: { row: ExtensionRow }) {
  const t = useTranslations('extensions')
  const marks = useTranslations('marks')
  const locale = useLocale()
  const approval = decision?.kind === 'extension_approved' ? decision : null
  const { dueOn, reason, evidence } = request.payload
  return (
    <tr>
      <th scope="row" data-l={t('asked')}>
        <Signed event={request} /> {request.onBehalf && <span className="mark">{marks('onBehalf')}</span>}
      </th>
      <td className="nb" data-l={t('askedDeadline')}>
        {dayText(dueOn, locale)}
      </td>
      <td data-l={t('reasonHead')}>
        <q>{reason}</q>
        {evidence && (
          <span className="x soft">
            <EvidenceText evidence={evidence} />
          </span>
        )}
      </td>
      <td data-l={t('decided')}>
        {state === 'waiting' ? <b>{t('states.waiting')}</b> : t(`states.${state}`)}
        {decision && (
          <Quiet>
            <Signed event={decision} recorded />
          </Quiet>
        )}
        {decision?.payload.reason && (
          <Quiet>
            <q>{decision.payload.reason}</q>
          </Quiet>
        )}
      </td>
      <td className="nb" data-l={t('effectiveFrom')}>
        {approval ? dayText(approval.effectiveOn, locale) : <span className="muted">—</span>}
      </td>
      <td className="nb" data-l={t('approvedDeadline')}>
        {approval ? <b>{dayText(approval.payload.dueOn, locale)}</b> : <span className="muted">—</span>}
      </td>
    </tr>
  )
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="x soft">{children}</span>

/** Who, and on which day: a decision on the day it was recorded, for it may take effect on an earlier one. */
function Signed({ event, recorded = false }: { event: TaskEvent; recorded?: boolean }) {
  const locale = useLocale()
  const who = useActor(event.actor)
  return (
    <>
      {who} <span className="nb">{dayText(recorded ? dayInShanghai(event.recordedAt) : event.effectiveOn, locale)}</span>
    </>
  )
}
