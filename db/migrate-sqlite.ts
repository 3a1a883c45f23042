// Migrations of SQLite may rebuild a table. So: a copy before, foreign keys off meanwhile, and after it no key broken, no row gone.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'

const FOLDER = join(process.cwd(), 'drizzle/sqlite')

/** Brings a database to the newest schema. An older one is first copied beside itself, as `before-<migration>.db`. Throws if a row is lost. */
export function migrateSqlite(writer: Sqlite.Database, folder: string): void {
  const before = rowCounts(writer)
  const pending = firstPending(writer)
  if (pending === null) return
  const copy = join(folder, `before-${pending}.db`)
  if (before.size > 0 && !existsSync(copy)) writer.prepare('vacuum into ?').run(copy)
  writer.pragma('foreign_keys = OFF')
  migrate(drizzle(writer), { migrationsFolder: FOLDER })
  const broken = writer.pragma('foreign_key_check') as unknown[]
  writer.pragma('foreign_keys = ON')
  if (broken.length > 0) throw new Error(`migration left ${broken.length} broken foreign keys; the copy from before is ${copy}`)
  const after = rowCounts(writer)
  for (const [table, count] of before)
    if ((after.get(table) ?? 0) < count) throw new Error(`migration lost rows of ${table}; the copy from before is ${copy}`)
}

const ownTables = (db: Sqlite.Database): string[] =>
  db
    .prepare(
      "select name from sqlite_master where type = 'table' and name not like 'sqlite\\_%' escape '\\' and name not like '\\_\\_%' escape '\\'",
    )
    .pluck()
    .all() as string[]

const rowCounts = (db: Sqlite.Database): Map<string, number> =>
  new Map(ownTables(db).map((name) => [name, db.prepare(`select count(*) from "${name}"`).pluck().get() as number]))

/** The name of the first migration that this database has not had; null if it has had them all. */
function firstPending(db: Sqlite.Database): string | null {
  const { entries } = JSON.parse(readFileSync(join(FOLDER, 'meta/_journal.json'), 'utf8')) as { entries: { when: number; tag: string }[] }
  const isKept = db.prepare("select 1 from sqlite_master where name = '__drizzle_migrations'").get() !== undefined
  const latest = isKept ? ((db.prepare('select max(created_at) from __drizzle_migrations').pluck().get() as number | null) ?? 0) : 0
  return entries.find(({ when }) => when > latest)?.tag ?? null
}
