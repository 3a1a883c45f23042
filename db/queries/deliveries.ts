import { and, asc, desc, eq, isNull, lte, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, users } from '@/db/schema'
import { deliveries, deliveryMessages, messages } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import { canSetSystem, type Viewer } from '@/domain/permissions'

type Channel = (typeof deliveries.$inferSelect)['channel']

export type DueDelivery = { id: string; channel: Channel; to: string[]; subject: string; text: string; attempts: number }

/** False for what tells only of events that were taken back: it is sent no more. A digest of which something stands goes out as it is. */
export const notTakenBack = sql`(not exists (select 1 from ${deliveryMessages} where ${deliveryMessages.deliveryId} = ${deliveries.id})
  or exists (select 1 from ${deliveryMessages} join ${messages} on ${messages.id} = ${deliveryMessages.messageId}
    where ${deliveryMessages.deliveryId} = ${deliveries.id} and ${messages.cancelledAt} is null))`

/** What is to be sent by a channel now, oldest first. */
export async function dueDeliveries(db: Db, channel: Channel, now: Instant, limit: number): Promise<DueDelivery[]> {
  const rows = await db
    .select()
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, channel),
        isNull(deliveries.sentAt),
        isNull(deliveries.failedAt),
        lte(deliveries.dueAt, now),
        notTakenBack,
      ),
    )
    .orderBy(asc(deliveries.createdAt), asc(deliveries.id))
    .limit(limit)
  return rows.map(({ id, subject, text, attempts, addresses }) => ({
    id,
    channel,
    subject,
    text,
    attempts,
    to: JSON.parse(addresses) as string[],
  }))
}

/** A delivery as the administrator sees it: to whom and about what, never the text or the addresses, also not in the reason of a failure. */
export type DeliveryLine = {
  id: string
  channel: Channel
  recipient: string
  subject: string
  createdAt: Instant
  dueAt: Instant
  attempts: number
  failedAt: Instant | null
  lastError: string | null
}

export const DELIVERIES_SHOWN = 100

/** Those given up first, then those that wait, the newest first; at most 100 of them, and how many of each there are. */
export async function unsentDeliveries(
  db: Db,
  viewer: Viewer,
): Promise<{ lines: DeliveryLine[]; failed: number; waiting: number; sent: number }> {
  if (!canSetSystem(viewer)) return { lines: [], failed: 0, waiting: 0, sent: 0 }
  const lines = await db
    .select({
      id: deliveries.id,
      channel: deliveries.channel,
      recipient: sql<string>`coalesce(${departments.name}, nullif(${users.name}, ''), ${users.username})`,
      subject: deliveries.subject,
      createdAt: deliveries.createdAt,
      dueAt: deliveries.dueAt,
      attempts: deliveries.attempts,
      failedAt: deliveries.failedAt,
      lastError: deliveries.lastError,
    })
    .from(deliveries)
    .leftJoin(departments, eq(departments.id, deliveries.departmentId))
    .leftJoin(users, eq(users.id, deliveries.userId))
    .where(and(isNull(deliveries.sentAt), notTakenBack))
    .orderBy(sql`case when ${deliveries.failedAt} is null then 1 else 0 end`, desc(deliveries.createdAt), deliveries.id)
    .limit(DELIVERIES_SHOWN)
  const sum = (test: ReturnType<typeof sql>) => sql<number>`cast(coalesce(sum(case when ${test} then 1 else 0 end), 0) as integer)`
  const [counts] = await db
    .select({
      failed: sum(sql`${deliveries.sentAt} is null and ${deliveries.failedAt} is not null and ${notTakenBack}`),
      waiting: sum(sql`${deliveries.sentAt} is null and ${deliveries.failedAt} is null and ${notTakenBack}`),
      sent: sum(sql`${deliveries.sentAt} is not null`),
    })
    .from(deliveries)
  return { lines, failed: counts?.failed ?? 0, waiting: counts?.waiting ?? 0, sent: counts?.sent ?? 0 }
}
