import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { drizzle } from 'drizzle-orm/pglite'
import { migrate } from 'drizzle-orm/pglite/migrator'
import type { Database, Db } from '@/db/client'
import { countingLogger } from '@/db/query-count'

/** PostgreSQL inside this process and in memory, for tests: one connection, so its transactions queue by themselves. */
export function openPglite(): Database {
  const client = new PGlite()
  const db = drizzle(client, { logger: countingLogger })
  return {
    db: db as unknown as Db,
    inTransaction: (body) => db.transaction((tx) => body(tx as unknown as Db)),
    migrate: () => migrate(db, { migrationsFolder: join(process.cwd(), 'drizzle/postgres') }),
    close: () => client.close(),
  }
}
