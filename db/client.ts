import 'server-only'
import type { BaseSQLiteDatabase } from 'drizzle-orm/sqlite-core'
import { env } from '@/env'

/** What both engines offer. Statements are awaited; `.get()`, `.all()` and `.run()` exist on one engine only and are not used. */
export type Db = Omit<BaseSQLiteDatabase<'async', unknown>, 'transaction' | 'get' | 'all' | 'run' | 'values'>

export type Database = {
  /** For reads outside a transaction. */
  db: Db
  /** Runs `body` alone among all writers; commits what it did, or rolls all of it back if it throws. Never nest. */
  inTransaction: <T>(body: (tx: Db) => Promise<T>) => Promise<T>
  migrate: () => Promise<void>
  close: () => Promise<void>
}

/** Opens the engine that DATABASE_URL names, or SQLite in `folder`. */
export async function openDatabase(folder: string = env.DATA_DIR): Promise<Database> {
  if (env.DATABASE_URL === 'pglite:') return (await import('@/db/client.pglite')).openPglite()
  if (env.DATABASE_URL) return (await import('@/db/client.postgres')).openPostgres(env.DATABASE_URL)
  return (await import('@/db/client.sqlite')).openSqlite(folder)
}

const kept = globalThis as { ledgerDatabase?: Promise<Database> }

/** The server's one database. Kept on globalThis, because a bundler may load this module more than once in a process. */
export function database(): Promise<Database> {
  kept.ledgerDatabase ??= openDatabase()
  return kept.ledgerDatabase
}
