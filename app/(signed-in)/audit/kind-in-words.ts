import { getTranslations } from 'next-intl/server'
import type { AuditEntry } from '@/db/queries/audit-trail'
import type { AccountEventKind } from '@/db/schema'
import type { EventKind } from '@/domain/events'

/** Names what was done, to a task or to an account. */
export async function kindInWords(): Promise<(entry: AuditEntry) => string> {
  const t = await getTranslations()
  // an entry with a username is an account's
  return ({ username, kind }) => (username === null ? t(`eventKinds.${kind as EventKind}`) : t(`audit.kinds.${kind as AccountEventKind}`))
}
