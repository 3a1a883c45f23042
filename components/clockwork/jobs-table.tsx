import { useTranslations } from 'next-intl'
import { InstantText } from '@/components/ui/instant-text'
import type { Instant } from '@/domain/calendar'

type Run = {
  holder: string
  startedAt: Instant
  finishedAt: Instant | null
  outcome: Record<string, number> | null
  error: string | null
}
export type JobLine = { job: string; latest: Run | null; succeededAt: Instant | null; nextAt: Instant; recent: readonly Run[] }

/** A run that has not ended after so long never will: its server died. */
const DEAD_AFTER_MS = 600_000
const COUNTS = ['written', 'files', 'runs', 'handedOn', 'deliveries', 'sent', 'failed', 'givenUp'] as const

/** What runs when, and what came of it. `now` is the true instant. */
export function JobsTable({ jobs, now }: { jobs: readonly JobLine[]; now: Instant }) {
  const t = useTranslations('clockwork')
  return (
    <table className="cards clockwork">
      <thead>
        <tr>
          <th scope="col">{t('job')}</th>
          <th scope="col">{t('lastRun')}</th>
          <th scope="col">{t('outcome')}</th>
          <th scope="col">{t('nextRun')}</th>
        </tr>
      </thead>
      <tbody>
        {jobs.map(({ job, latest, succeededAt, nextAt, recent }) => (
          <tr key={job}>
            <th scope="row">
              {t(`jobs.${job as 'outbox'}.name`)}
              <span className="x note">{t(`jobs.${job as 'outbox'}.what`)}</span>
            </th>
            <td data-l={t('lastRun')}>
              {latest ? <InstantText at={latest.startedAt} /> : <span className="muted">{t('never')}</span>}
              {latest && <span className="x note">{latest.holder}</span>}
            </td>
            <td data-l={t('outcome')}>
              {latest && <Outcome run={latest} now={now} />}
              {latest && latest.outcome === null && succeededAt && (
                <span className="x note">{t.rich('lastSuccess', { at: () => <InstantText at={succeededAt} /> })}</span>
              )}
              {recent.length > 1 && <Earlier runs={recent.slice(1)} now={now} />}
            </td>
            <td data-l={t('nextRun')}>
              <InstantText at={nextAt} />
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Earlier({ runs, now }: { runs: readonly Run[]; now: Instant }) {
  const t = useTranslations('clockwork')
  return (
    <details>
      <summary className="small">{t('earlier')}</summary>
      <ul className="small">
        {runs.map((run) => (
          <li key={run.startedAt}>
            <InstantText at={run.startedAt} /> <Outcome run={run} now={now} />
          </li>
        ))}
      </ul>
    </details>
  )
}

function Outcome({ run, now }: { run: Run; now: Instant }) {
  const t = useTranslations('clockwork')
  const { outcome, error, finishedAt, startedAt } = run
  if (error !== null)
    return (
      <span>
        <b className="late">{t('wentWrong')}</b> {error}
      </span>
    )
  if (finishedAt === null) return t(Date.parse(now) - Date.parse(startedAt) > DEAD_AFTER_MS ? 'brokenOff' : 'running')
  const counts = COUNTS.filter((name) => (outcome?.[name] ?? 0) > 0).map((name) => t(`counts.${name}`, { count: outcome?.[name] ?? 0 }))
  return counts.length > 0 ? counts.join(t('separator')) : t('nothing')
}
