import type { Database } from '@/db/client'
import { forgetUnnamedFiles } from '@/db/commands/forget-unnamed-files'
import { storedFiles } from '@/db/queries/stored-files'
import type { Instant } from '@/domain/calendar'
import { removeFile, storedNames } from '@/files/store'

const KEPT_MS = 24 * 3_600_000

/**
 * Removes uploads that no event named within 24 hours, and content of that age that no row knows. Rows go first: what a crash leaves
 * behind is content without a row, and goes the next time. Rows are as old as the ledger's `now` says, content as the true instant `real`.
 * Answers how many files were removed.
 */
export async function sweepFiles(database: Database, folder: string, time: { now: Instant; real: Instant }): Promise<number> {
  const forgotten = await forgetUnnamedFiles(database, before(time.now))
  const old = await storedNames(folder, before(time.real))
  // asked after the folder was read: a row is never younger than its content
  const known = await storedFiles(database.db)
  const gone = new Set([...forgotten, ...old.filter((name) => !known.has(name))])
  for (const name of gone) await removeFile(folder, name)
  return gone.size
}

const before = (instant: Instant): Instant => new Date(Date.parse(instant) - KEPT_MS).toISOString()
