import { inArray } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { newId } from '@/db/ids'
import { deliveries, deliveryMessages, messages } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'

/** What goes out by one channel to one recipient. `key` makes it once only; `addresses` are empty for robots. */
export type NewDelivery = {
  key: string
  channel: (typeof deliveries.$inferInsert)['channel']
  departmentId: string | null
  userId: string | null
  addresses: readonly string[]
  /** The day whose digest it is; null for what goes at once. */
  digestOn: Day | null
  subject: string
  text: string
  messageIds: readonly string[]
}

const ROWS_AT_ONCE = 1000

/**
 * Writes deliveries and marks the messages as handed on, in the caller's transaction; answers how many deliveries there are.
 * `now` is the ledger's instant, `dueAt` the real one from which they may be sent.
 */
export async function handOnMessages(
  tx: Db,
  made: readonly NewDelivery[],
  messageIds: readonly string[],
  { now, dueAt }: { now: Instant; dueAt: Instant },
): Promise<number> {
  let written = 0
  for (const { messageIds: own, addresses, ...delivery } of made) {
    const id = newId()
    const [row] = await tx
      .insert(deliveries)
      .values({ ...delivery, id, addresses: JSON.stringify(addresses), createdAt: dueAt, dueAt })
      .onConflictDoNothing()
      .returning({ id: deliveries.id })
    if (!row) continue
    written++
    for (const some of chunks(own)) await tx.insert(deliveryMessages).values(some.map((messageId) => ({ deliveryId: id, messageId })))
  }
  for (const some of chunks(messageIds)) await tx.update(messages).set({ handedOnAt: now }).where(inArray(messages.id, some))
  return written
}

function chunks(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / ROWS_AT_ONCE) }, (_, index) =>
    ids.slice(index * ROWS_AT_ONCE, (index + 1) * ROWS_AT_ONCE),
  )
}
