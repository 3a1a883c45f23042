import type { Database } from '@/db/client'
import { upgradePeriods } from '@/db/commands/rebuild-periods'
import { seedCalendar } from '@/db/commands/seed-calendar'
import { ledgers } from '@/db/schema'
import type { Instant } from '@/domain/calendar'

export type Mark = (typeof ledgers.$inferSelect)['mark']

/** Brings the database to the newest schema, fold and calendar, and marks a new one. Answers the mark that holds: an existing one never changes. */
export async function createLedger(database: Database, mark: Mark, now: Instant): Promise<Mark> {
  await database.migrate()
  return database.inTransaction(async (tx) => {
    await tx.insert(ledgers).values({ id: 1, mark, createdAt: now }).onConflictDoNothing()
    await seedCalendar(tx)
    await upgradePeriods(tx, now)
    const [ledger] = await tx.select().from(ledgers)
    return ledger?.mark ?? mark
  })
}
