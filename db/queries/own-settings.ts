import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { users } from '@/db/schema'
import { calendarFeeds } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** A person's own e-mail address, and since when their calendar address is in use; null without one. One query. */
export async function ownSettings(db: Db, viewer: Viewer): Promise<{ email: string | null; feedSince: Instant | null }> {
  const [row] = await db
    .select({ email: users.email, feedSince: calendarFeeds.createdAt })
    .from(users)
    .leftJoin(calendarFeeds, and(eq(calendarFeeds.userId, users.id), isNull(calendarFeeds.revokedAt)))
    .where(eq(users.id, viewer.userId))
  return { email: row?.email ?? null, feedSince: row?.feedSince ?? null }
}
