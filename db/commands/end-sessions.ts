import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordAccountEvent } from '@/db/commands/account-step'
import { sessions } from '@/db/schema'
import type { Instant } from '@/domain/calendar'

/** Ends all of an account's sessions at once; for use within the command that is the reason. */
export async function endSessionsOf(tx: Db, userId: string, now: Instant): Promise<void> {
  await tx
    .update(sessions)
    .set({ endedAt: now })
    .where(and(eq(sessions.userId, userId), isNull(sessions.endedAt)))
}

/** Ends this one session: the holder signs out. */
export function signOut(database: Database, userId: string, sessionRow: string, now: Instant): Promise<void> {
  return database.inTransaction(async (tx) => {
    await tx
      .update(sessions)
      .set({ endedAt: now })
      .where(and(eq(sessions.id, sessionRow), isNull(sessions.endedAt)))
    await recordAccountEvent(tx, userId, 'signed_out', userId, now)
  })
}
