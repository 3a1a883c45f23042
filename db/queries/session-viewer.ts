import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { viewerColumns } from '@/db/queries/viewer-columns'
import { departments, sessions, users } from '@/db/schema'
import { sessionRowId } from '@/db/session-id'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

export type SessionLimits = { idleMinutes: number; hours: number }
export type SessionViewer = { viewer: Viewer; mustSetPassword: boolean; session: { id: string; lastSeenAt: Instant } }

/**
 * Whose session this is; null if it was ended, its account is disabled, it has been idle for `idleMinutes` or more, or began `hours` or
 * more ago. `sessionId` is the cookie's.
 */
export async function sessionViewer(db: Db, sessionId: string, now: Instant, limits: SessionLimits): Promise<SessionViewer | null> {
  const [row] = await db
    .select({
      session: { id: sessions.id, lastSeenAt: sessions.lastSeenAt },
      ...viewerColumns,
      mustSetPassword: users.mustSetPassword,
    })
    .from(sessions)
    .innerJoin(users, eq(users.id, sessions.userId))
    .leftJoin(departments, eq(departments.id, users.departmentId))
    .where(
      and(
        eq(sessions.id, sessionRowId(sessionId)),
        isNull(sessions.endedAt),
        isNull(users.disabledAt),
        gt(sessions.lastSeenAt, minutesBefore(now, limits.idleMinutes)),
        gt(sessions.createdAt, minutesBefore(now, limits.hours * 60)),
      ),
    )
  if (!row) return null
  const { session, mustSetPassword, ...viewer } = row
  return { viewer, mustSetPassword, session }
}

const minutesBefore = (now: Instant, minutes: number): Instant => new Date(Date.parse(now) - minutes * 60_000).toISOString()
