import { and, eq, isNull, lte } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { notTakenBack } from '@/db/queries/deliveries'
import { deliveries } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { claimedUntil } from '@/domain/outbox'
import { canSetSystem, type Viewer } from '@/domain/permissions'

/**
 * To be called right before sending: false if it is not to be sent (any more), or another server sends it, whoever holds the lease. Nobody
 * else gets it for some minutes, after which it counts as unsent, because the sender died.
 */
export async function claimDelivery(database: Database, id: string, now: Instant): Promise<boolean> {
  const claimed = await database.inTransaction((tx) =>
    tx
      .update(deliveries)
      .set({ dueAt: claimedUntil(now) })
      .where(and(eq(deliveries.id, id), lte(deliveries.dueAt, now), isNull(deliveries.sentAt), isNull(deliveries.failedAt), notTakenBack))
      .returning({ id: deliveries.id }),
  )
  return claimed.length > 0
}

export async function recordSent(database: Database, id: string, now: Instant): Promise<void> {
  await database.inTransaction((tx) => tx.update(deliveries).set({ sentAt: now, lastError: null }).where(eq(deliveries.id, id)))
}

/** `nextAt` null: given up, until an administrator sends it again. */
export async function recordFailure(
  database: Database,
  id: string,
  failure: { attempts: number; lastError: string; nextAt: Instant | null },
  now: Instant,
): Promise<void> {
  const { attempts, lastError, nextAt } = failure
  const then = nextAt === null ? { failedAt: now } : { dueAt: nextAt }
  await database.inTransaction((tx) =>
    tx
      .update(deliveries)
      .set({ attempts, lastError, ...then })
      .where(and(eq(deliveries.id, id), isNull(deliveries.sentAt))),
  )
}

/** An administrator sends again, at once and from the first attempt on, what was given up or waits. What has gone out is left alone. */
export async function sendAgain(
  database: Database,
  viewer: Viewer,
  id: string,
  time: { now: Instant; real: Instant },
): Promise<{ again: string } | Refusal | 'hidden'> {
  if (!canSetSystem(viewer)) return 'hidden'
  return inWritableLedger<{ again: string } | 'hidden'>(database, async (tx) => {
    const [row] = await tx
      .update(deliveries)
      .set({ failedAt: null, attempts: 0, dueAt: time.real })
      .where(and(eq(deliveries.id, id), isNull(deliveries.sentAt)))
      .returning({ subject: deliveries.subject, channel: deliveries.channel })
    if (!row) return 'hidden'
    await recordOfficeEvent(
      tx,
      { subject: 'delivery', subjectId: id, kind: 'sent_again', payload: { channel: row.channel } },
      viewer,
      time.now,
    )
    return { again: row.subject }
  })
}

/** That a test message was sent by a channel, and what came of it. */
export async function recordTest(tx: Db, viewer: Viewer, channel: string, failure: string | null, now: Instant): Promise<void> {
  await recordOfficeEvent(tx, { subject: 'delivery', subjectId: channel, kind: 'tested', payload: { failure } }, viewer, now)
}
