import { useTranslations } from 'next-intl'
import type { ChannelName } from '@/components/clockwork/channels-table'
import { ActionForm } from '@/components/ui/action-form'
import type { Action } from '@/components/ui/action-state'
import { InstantText } from '@/components/ui/instant-text'
import { SubmitButton } from '@/components/ui/submit-button'
import type { Instant } from '@/domain/calendar'

type Line = {
  id: string
  channel: ChannelName
  recipient: string
  subject: string
  createdAt: Instant
  dueAt: Instant
  attempts: number
  failedAt: Instant | null
  lastError: string | null
  /** Its channel is not set up any more. */
  off: boolean
}

/** What has not gone out: to whom, about what, and why. One form around all, so that what happened is said above what is left. */
export function DeliveriesTable({ lines, more, sendAgain }: { lines: readonly Line[]; more: boolean; sendAgain: Action }) {
  const t = useTranslations('clockwork')
  return (
    <ActionForm action={sendAgain} id="deliveries">
      {lines.length === 0 ? (
        <p className="note">{t('noneUnsent')}</p>
      ) : (
        <table className="cards clockwork">
          <thead>
            <tr>
              <th scope="col">{t('recipient')}</th>
              <th scope="col">{t('subject')}</th>
              <th scope="col">{t('state')}</th>
              <th scope="col">{t('lastError')}</th>
              <th scope="col">
                <span className="vh">{t('again')}</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {lines.map((line) => (
              <Row key={line.id} line={line} />
            ))}
          </tbody>
        </table>
      )}
      {more && <p className="note">{t('moreUnsent', { count: lines.length })}</p>}
    </ActionForm>
  )
}

function Row({ line }: { line: Line }) {
  const t = useTranslations('clockwork')
  return (
    <tr>
      <th scope="row">
        {line.recipient}
        <span className="x note">{t(`channels.${line.channel}`)}</span>
      </th>
      <td data-l={t('subject')}>
        {line.subject}
        <span className="x note">
          <InstantText at={line.createdAt} />
        </span>
      </td>
      <td data-l={t('state')}>
        <State line={line} />
      </td>
      <td data-l={t('lastError')} className="error">
        {line.lastError ?? <span className="muted">—</span>}
      </td>
      <td>
        {line.attempts > 0 && (
          <SubmitButton variant="normal" small name="id" value={line.id}>
            {t('again')}
            <span className="vh">
              {' '}
              {line.recipient} {line.subject}
            </span>
          </SubmitButton>
        )}
      </td>
    </tr>
  )
}

function State({ line: { failedAt, attempts, dueAt, off } }: { line: Line }) {
  const t = useTranslations('clockwork')
  if (failedAt) return <span className="late">{t('givenUp', { attempts })}</span>
  if (off) return t('waitsForChannel')
  if (attempts === 0) return t('waiting')
  return t.rich('retrying', { attempts, at: () => <InstantText at={dueAt} /> })
}
