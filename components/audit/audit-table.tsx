import { useTranslations } from 'next-intl'
import { InstantText } from '@/components/ui/instant-text'
import type { Instant } from '@/domain/calendar'
import { numberText } from '@/domain/task-number'
import type { Role } from '@/domain/words'

export type AuditLine = {
  at: Instant
  taskNumber: number
  username: string | null
  office: 'plan' | 'notice' | 'calendar' | 'feed' | 'delivery' | 'department' | 'bulletin' | 'summary' | null
  officeLabel: string | null
  /** In words. */
  kind: string
  actorName: string
  actorUsername: string | null
  actorRole: Role | 'system'
  actorDepartment: string | null
  onBehalfOf: string | null
}

/** Who did what when: no texts. */
export function AuditTable({ entries }: { entries: readonly AuditLine[] }) {
  const t = useTranslations()
  return (
    <table className="cards">
      <thead>
        <tr>
          <th scope="col">{t('audit.at')}</th>
          <th scope="col">{t('audit.actor')}</th>
          <th scope="col">{t('audit.role')}</th>
          <th scope="col">{t('audit.subject')}</th>
          <th scope="col">{t('audit.kind')}</th>
        </tr>
      </thead>
      <tbody>
        {entries.map((entry, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: entries have no id of their own, and the list never changes order
          <tr key={index}>
            <td data-l={t('audit.at')}>
              <InstantText at={entry.at} />
            </td>
            <td data-l={t('audit.actor')}>
              {entry.actorName} {entry.actorUsername && <span className="muted">{entry.actorUsername}</span>}
            </td>
            <td data-l={t('audit.role')}>
              {entry.actorRole === 'system'
                ? t('audit.system')
                : [entry.actorDepartment, t(`roles.${entry.actorRole}`)].filter(Boolean).join(' · ')}
            </td>
            <td data-l={t('audit.subject')}>
              <Subject entry={entry} />
            </td>
            <td data-l={t('audit.kind')}>
              {entry.kind}
              {entry.onBehalfOf && (
                <span className="muted">
                  {' '}
                  {t('audit.onBehalf')} {entry.onBehalfOf}
                </span>
              )}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}

function Subject({ entry: { taskNumber, username, office, officeLabel } }: { entry: AuditLine }) {
  const t = useTranslations()
  if (office !== null) return [t(`audit.office.${office}`), officeLabel].filter(Boolean).join(' ')
  return username === null ? t('common.taskNumber', { number: numberText(taskNumber) }) : t('audit.account', { username })
}
