import { join } from 'node:path'
import { sql } from 'drizzle-orm'
import { drizzle } from 'drizzle-orm/node-postgres'
import { migrate } from 'drizzle-orm/node-postgres/migrator'
import { Pool } from 'pg'
import type { Database, Db } from '@/db/client'
import { countingLogger } from '@/db/query-count'

/** Any number, the same for every server: who holds it is the one that writes. */
const WRITER_LOCK = 20_220_101

/** Writers queue on an advisory lock, as they do on SQLite's single writer: one meaning of a transaction on both engines. */
export function openPostgres(url: string): Database {
  const pool = new Pool({ connectionString: url })
  const db = drizzle(pool, { logger: countingLogger })
  return {
    db: db as unknown as Db,
    inTransaction: (body) =>
      db.transaction(async (tx) => {
        await tx.execute(sql`select pg_advisory_xact_lock(${WRITER_LOCK})`)
        return body(tx as unknown as Db)
      }),
    migrate: () => migrate(db, { migrationsFolder: join(process.cwd(), 'drizzle/postgres') }),
    close: () => pool.end(),
  }
}
