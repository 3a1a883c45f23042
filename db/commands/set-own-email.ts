import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { users } from '@/db/schema'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'

type Outcome = { email: string | null } | Refusal | { refused: 'unchanged' }

/** Where a person's e-mail goes; null for none. The record says that it was changed, not to what. */
export function setOwnEmail(database: Database, viewer: Viewer, email: string | null, now: Instant): Promise<Outcome> {
  return inWritableLedger<Outcome>(database, async (tx) => {
    const [user] = await tx.select({ email: users.email }).from(users).where(eq(users.id, viewer.userId))
    if ((user?.email ?? null) === email) return { refused: 'unchanged' }
    await tx.update(users).set({ email }).where(eq(users.id, viewer.userId))
    const kind = email === null ? 'email_removed' : 'email_set'
    await recordOfficeEvent(tx, { subject: 'delivery', subjectId: viewer.userId, kind, payload: {} }, viewer, now)
    return { email }
  })
}
