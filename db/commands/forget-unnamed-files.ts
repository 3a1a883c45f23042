import { and, isNull, lt } from 'drizzle-orm'
import type { Database } from '@/db/client'
import { files } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'

/** Deletes the rows of files that no event named, uploaded before `before` (exclusive); answers the stored names of their content. */
export async function forgetUnnamedFiles(database: Database, before: Instant): Promise<string[]> {
  const gone = await database.inTransaction((tx) =>
    tx
      .delete(files)
      .where(and(isNull(files.seq), lt(files.uploadedAt, before)))
      .returning({ storedName: files.storedName }),
  )
  return gone.map(({ storedName }) => storedName)
}
