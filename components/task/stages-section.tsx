import { useLocale, useTranslations } from 'next-intl'
import { useActor } from '@/components/task/event-sentence'
import { EvidenceText } from '@/components/task/evidence-text'
import { missingYears, type StageRow, stageRows } from '@/components/task/stages'
import type { TaskView } from '@/components/task/task-view'
import { Section } from '@/components/ui/section'
import type { TaskEvent } from '@/domain/events'
import { dayText } from '@/messages/day-text'

/** A long-term task's results, year by year, with those that are missing (rule 12). */
export function StagesSection({ task }: { task: TaskView }) {
  const t = useTranslations('stages')
  const rows = stageRows(task)
  if (rows.length === 0) return null
  const missing = missingYears(task).length
  const heads = ['year', 'result', 'state'] as const
  return (
    <Section title={t('title')} id="stages" note={missing > 0 ? t('missingNote', { count: missing }) : t('note')}>
      <table className="plainhead cards stages">
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
          {rows.map((row) => (
            <Row key={row.year} row={row} />
          ))}
        </tbody>
      </table>
    </Section>
  )
}

function Row({ row: { year, state, report, decision } }: { row: StageRow }) {
  const t = useTranslations('stages')
  const text = decision?.kind === 'stage_returned' ? decision.payload.reason : decision?.payload.note
  return (
    <tr>
      <th scope="row" className="nb">
        {t('yearOf', { year: String(year) })}
      </th>
      <td data-l={t('result')}>
        {report ? <span className="typed">{report.payload.result}</span> : <span className="muted">—</span>}
        {report?.payload.evidence && (
          <span className="x soft">
            <EvidenceText evidence={report.payload.evidence} />
          </span>
        )}
        {report && <Signed event={report} />}
      </td>
      <td data-l={t('state')}>
        {state === 'missing' || state === 'returned' ? <b>{t(`states.${state}`)}</b> : t(`states.${state}`)}
        {decision && <Signed event={decision} />}
        {text && (
          <span className="x soft">
            <q>{text}</q>
          </span>
        )}
      </td>
    </tr>
  )
}

function Signed({ event }: { event: TaskEvent }) {
  const locale = useLocale()
  return (
    <span className="x soft">
      {useActor(event.actor)} <span className="nb">{dayText(event.effectiveOn, locale)}</span>
    </span>
  )
}
