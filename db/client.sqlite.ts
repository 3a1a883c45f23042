import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import type { Database, Db } from '@/db/client'
import { migrateSqlite } from '@/db/migrate-sqlite'
import { countingLogger } from '@/db/query-count'

/** One writing connection behind a promise queue, and a second one for reads, so that readers never wait and see nothing half-done. */
export function openSqlite(folder: string): Database {
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  const file = join(folder, 'ledger.db')
  const writer = connect(file)
  const reader = connect(file)
  const db = drizzle(reader, { logger: countingLogger }) as unknown as Db
  const tx = drizzle(writer, { logger: countingLogger })
  let queue: Promise<unknown> = Promise.resolve()

  const inTransaction = <T>(body: (tx: Db) => Promise<T>): Promise<T> => {
    const run = queue.then(async () => {
      writer.exec('BEGIN IMMEDIATE')
      try {
        const result = await body(tx as unknown as Db)
        writer.exec('COMMIT')
        return result
      } catch (error) {
        if (writer.inTransaction) writer.exec('ROLLBACK')
        throw error
      }
    })
    queue = run.catch(() => undefined)
    return run
  }

  return {
    db,
    inTransaction,
    migrate: () => {
      migrateSqlite(writer, folder)
      return Promise.resolve()
    },
    close: () => {
      reader.close()
      writer.close()
      return Promise.resolve()
    },
  }
}

// A new threshold folds 30,000 tasks in about ten seconds: so long another process, such as the command line, waits to write.
const PRAGMAS = { journal_mode: 'wal', synchronous: 2, busy_timeout: 30_000, foreign_keys: 1 } as const

function connect(file: string): Sqlite.Database {
  const connection = new Sqlite(file)
  for (const [name, value] of Object.entries(PRAGMAS)) {
    connection.pragma(`${name} = ${value}`)
    const actual = connection.pragma(name, { simple: true })
    if (actual !== value) throw new Error(`SQLite: ${name} is ${String(actual)}, expected ${value}`)
  }
  return connection
}
