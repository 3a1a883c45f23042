import { isFrozen } from '@/clock'
import type { Database, Db } from '@/db/client'
import { ledgers } from '@/db/schema'
import type { Refusal } from '@/domain/commands'

/** A writing transaction, refused while LEDGER_TODAY is set on a real ledger: a borrowed day must never enter the record. */
export function inWritableLedger<T>(database: Database, body: (tx: Db) => Promise<T>): Promise<T | Refusal> {
  return database.inTransaction<T | Refusal>(async (tx) => {
    if (isFrozen()) {
      const [ledger] = await tx.select({ mark: ledgers.mark }).from(ledgers)
      if (!ledger || ledger.mark === 'real') return { refused: 'read-only' }
    }
    return body(tx)
  })
}
