// A person's calendar address is a secret: whoever has it reads the deadlines. It is shown once, and only its hash is kept.
import { createHash, randomBytes } from 'node:crypto'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { calendarFeeds } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSeeTasks, type Viewer } from '@/domain/permissions'

const TOKEN_BYTES = 32

/** Makes a new address and revokes the old one. Hidden from those for whom tasks do not exist. */
export function createFeed(database: Database, viewer: Viewer, now: Instant): Promise<{ token: string } | Refusal | 'hidden'> {
  if (!canSeeTasks(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<{ token: string } | Refusal>(database, async (tx) => {
    const token = randomBytes(TOKEN_BYTES).toString('base64url')
    await revoke(tx, viewer, now)
    await tx
      .insert(calendarFeeds)
      .values({ id: newId(), userId: viewer.userId, tokenHash: feedHash(token), createdAt: now, revokedAt: null })
    await record(tx, viewer, 'created', now)
    return { token }
  })
}

/** The address answers no more. */
export function revokeFeed(
  database: Database,
  viewer: Viewer,
  now: Instant,
): Promise<{ revoked: true } | Refusal | { refused: 'unchanged' } | 'hidden'> {
  if (!canSeeTasks(viewer)) return Promise.resolve('hidden')
  return inWritableLedger<{ revoked: true } | Refusal | { refused: 'unchanged' }>(database, async (tx) => {
    if ((await revoke(tx, viewer, now)) === 0) return { refused: 'unchanged' }
    await record(tx, viewer, 'revoked', now)
    return { revoked: true }
  })
}

/** What is kept of a token, as hex. A token is random, so that a plain hash cannot be guessed back, and is looked up in constant time. */
export const feedHash = (token: string): string => createHash('sha256').update(token).digest('hex')

async function revoke(tx: Db, viewer: Viewer, now: Instant): Promise<number> {
  const rows = await tx
    .update(calendarFeeds)
    .set({ revokedAt: now })
    .where(and(eq(calendarFeeds.userId, viewer.userId), isNull(calendarFeeds.revokedAt)))
    .returning({ id: calendarFeeds.id })
  return rows.length
}

async function record(tx: Db, viewer: Viewer, kind: string, now: Instant): Promise<void> {
  await recordOfficeEvent(tx, { subject: 'feed', subjectId: viewer.userId, kind, payload: {} }, viewer, now)
}
