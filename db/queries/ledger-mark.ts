import type { Db } from '@/db/client'
import type { Mark } from '@/db/commands/create-ledger'
import { ledgers } from '@/db/schema'

/** What this database is for; null if it was never set up. */
export async function ledgerMark(db: Db): Promise<Mark | null> {
  const [ledger] = await db.select({ mark: ledgers.mark }).from(ledgers)
  return ledger?.mark ?? null
}

export const isDemo = async (db: Db): Promise<boolean> => (await ledgerMark(db)) === 'demo'
