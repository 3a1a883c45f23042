import { eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { sessions } from '@/db/schema'
import type { Instant } from '@/domain/calendar'

const MS_BETWEEN_WRITES = 60_000

/** Remembers that the session was used, at most once a minute. */
export async function touchSession(database: Database, session: { id: string; lastSeenAt: Instant }, now: Instant): Promise<void> {
  if (Date.parse(now) - Date.parse(session.lastSeenAt) < MS_BETWEEN_WRITES) return
  await database.inTransaction((tx) => tx.update(sessions).set({ lastSeenAt: now }).where(eq(sessions.id, session.id)))
}
