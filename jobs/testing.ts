// For tests only: times of an office, and what tests ask of messages and deliveries.
import { asc, eq } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { users } from '@/db/schema'
import { deliveries, messages } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import { settings } from '@/jobs/channels/testing'
import type { Clock, House } from '@/jobs/clockwork'

/** An instant on a day, by the clock in Shanghai. */
export const at = (day: Day, time: string): Instant => new Date(`${day}T${time}:00+08:00`).toISOString()

export const timeAt = (day: Day, time: string) => ({ today: day, now: at(day, time), real: at(day, time) })

export const clockAt = (day: Day, time: string): Clock => ({ today: () => day, now: () => at(day, time), real: () => at(day, time) })

export const house = (database: Database, clock: Clock, more: Partial<House> = {}): House => ({
  database,
  clock,
  holder: 'here',
  folder: 'test-results/no-such-folder',
  channels: settings(),
  address: 'https://ledger.example',
  ...more,
})

export const allMessages = (database: Database) => database.db.select().from(messages).orderBy(asc(messages.createdAt), asc(messages.id))
export const allDeliveries = (database: Database) => database.db.select().from(deliveries).orderBy(asc(deliveries.key))

export async function setEmail(database: Database, userId: string, email: string): Promise<void> {
  await database.inTransaction((tx) => tx.update(users).set({ email }).where(eq(users.id, userId)))
}
