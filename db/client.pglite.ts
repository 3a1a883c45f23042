import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Db } from '@/db/client'
import { countingLogger } from '@/db/query-count'

const EMPTY = 'drop schema public cascade; drop schema if exists drizzle cascade; create schema public'

let kept: PGlite | undefined

/**
 * PostgreSQL inside this process and in memory, for tests: one connection, so its transactions queue by themselves. Starting one
 * takes a second, so closing empties it for the next: one database at a time.
 */
export function openPglite(): Database {
  kept ??= new PGlite()
  const client = kept
  const db = drizzle(client, { logger: countingLogger })
  return {
    db: db as unknown as Db,
    inTransaction: (body) => db.transaction((tx) => body(tx as unknown as Db)),
    migrate: () => migrate(db, { migrationsFolder: join(process.cwd(), 'drizzle/postgres') }),
    close: async () => void (await client.exec(EMPTY)),
  }
}
