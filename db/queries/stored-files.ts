import type { Db } from '@/db/client'
import { files } from '@/db/schema-supervision'

/** The stored names that the ledger knows, named by an event or not. */
export async function storedFiles(db: Db): Promise<Set<string>> {
  const rows = await db.select({ storedName: files.storedName }).from(files)
  return new Set(rows.map(({ storedName }) => storedName))
}
