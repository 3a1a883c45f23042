import { and, eq, isNull, lte } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { inWritableLedger } from '@/db/commands/writable'
import { aboutOf } from '@/db/queries/inbox'
import { inboxOf } from '@/db/queries/nav-counts'
import { messages } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSeeTasks, type Viewer } from '@/domain/permissions'

/**
 * Marks messages as read, for the whole department: all of them or those of one group, as far as the page showed them (`upTo`,
 * inclusive). What someone has read before keeps the first reader. Answers how many were unread.
 */
export async function markRead(
  database: Database,
  viewer: Viewer,
  { group, upTo }: { group: string | 'all'; upTo: Instant },
  now: Instant,
): Promise<{ read: number } | Refusal | 'hidden'> {
  if (!canSeeTasks(viewer)) return 'hidden'
  return inWritableLedger<{ read: number }>(database, async (tx) => {
    const rows = await tx
      .update(messages)
      .set({ readAt: now, readBy: viewer.userId })
      .where(and(inboxOf(viewer), isNull(messages.readAt), lte(messages.createdAt, upTo), group === 'all' ? undefined : eq(aboutOf, group)))
      .returning({ id: messages.id })
    return { read: rows.length }
  })
}
