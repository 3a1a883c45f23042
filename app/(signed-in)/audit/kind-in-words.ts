import { getTranslations } from 'next-intl/server'
import type { AuditEntry } from '@/db/queries/audit-trail'
import type { AccountEventKind } from '@/db/schema'
import type { EventKind } from '@/domain/events'

/** Names what was done, to a task, to an account or in the office. */
export async function kindInWords(): Promise<(entry: AuditEntry) => string> {
  const t = await getTranslations()
  return ({ office, username, kind }) => {
    if (office !== null) return t.has(`audit.officeKinds.${kind as 'issued'}`) ? t(`audit.officeKinds.${kind as 'issued'}`) : kind
    // an entry with a username is an account's
    return username === null ? t(`eventKinds.${kind as EventKind}`) : t(`audit.kinds.${kind as AccountEventKind}`)
  }
}
