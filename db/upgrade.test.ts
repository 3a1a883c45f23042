// A ledger that an earlier release wrote opens in this one: nothing lost, and folded as if it had always been so.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import Sqlite from 'better-sqlite3'
import { drizzle } from 'drizzle-orm/better-sqlite3'
import { migrate } from 'drizzle-orm/better-sqlite3/migrator'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openSqlite } from '@/db/client.sqlite'
import { createLedger } from '@/db/commands/create-ledger'
import { eventRows } from '@/db/event-log'
import { taskEvents, taskStates } from '@/db/schema'
import { calendarYears } from '@/db/schema-supervision'
import { FOREVER, FOREVER_AT } from '@/domain/calendar'
import { imported } from '@/domain/testing'
import { env } from '@/env'

const AT = '2022-01-01T00:00:00.000Z'

// What the migrations of one engine do to what is there; the other engine's are generated from the same schema.
describe.skipIf(env.DATABASE_URL !== undefined)('opening a ledger of the first release', () => {
  it('keeps a copy from before, keeps every event, and folds every task again, once', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
    writeFirstRelease(folder)
    const database = openSqlite(folder)
    onTestFinished(async () => {
      await database.close()
      rmSync(folder, { recursive: true })
    })
    await createLedger(database, 'test', '2026-01-01T00:00:00.000Z')
    expect(existsSync(join(folder, 'before-0001_supervision.db'))).toBe(true)
    const states = await database.db.select().from(taskStates)
    expect(await database.db.select().from(taskEvents)).toHaveLength(1)
    expect(states.map(({ knownFrom, knownTo, stageMissingFrom }) => [knownFrom, knownTo, stageMissingFrom])).toEqual([
      [AT, '2026-01-01T00:00:00.000Z', null],
      ['2026-01-01T00:00:00.000Z', FOREVER_AT, '2023-01-01'],
    ])
    expect((await database.db.select().from(calendarYears)).length).toBeGreaterThan(0)

    await createLedger(database, 'test', '2026-02-01T00:00:00.000Z')
    expect(await database.db.select().from(taskStates)).toHaveLength(2)
  })
})

/** One long-term task, as the first release stored it. */
function writeFirstRelease(folder: string): void {
  const db = new Sqlite(join(folder, 'ledger.db'))
  migrate(drizzle(db), { migrationsFolder: firstMigrationOnly(folder) })
  const insert = (table: string, row: Record<string, unknown>) => {
    const names = Object.keys(row)
    db.prepare(`insert into ${table} (${names.join(', ')}) values (${names.map((name) => `@${name}`).join(', ')})`).run(row)
  }
  insert('ledgers', { id: 1, mark: 'test', created_at: AT })
  insert('plans', { id: 'p', title: '清单', issuer: '满城区', first_day: '2022-01-01', opened_on: '2022-01-01', imported_at: AT })
  insert('goals', { id: 'g', plan_id: 'p', number: 1, name: '目标', issued_text: '（一）目标' })
  insert('departments', { id: 'd01', name: '区卫生健康局', position: 1 })
  insert('tasks', {
    id: 't',
    plan_id: 'p',
    goal_id: 'g',
    number: 1,
    title: '任务',
    measure: '措施',
    deadline_issued: '长期坚持',
    deadline_precision: 'none',
    added_on: '2022-01-01',
    source_line: 1,
    search_text: '任务',
    version: 1,
  })
  insert('duties', {
    id: 'u',
    task_id: 't',
    department_id: 'd01',
    role: 'lead',
    position: 0,
    from_day: '2022-01-01',
    to_day: FOREVER,
    part_since: '2022-01-01',
    version: 0,
  })
  const [event] = eventRows('t', null, [imported])
  insert('task_events', Object.fromEntries(Object.entries(event ?? {}).map(([name, value]) => [snake(name), value])))
  insert('task_states', {
    id: 's',
    task_id: 't',
    valid_from: '2022-01-01',
    valid_to: FOREVER,
    known_from: AT,
    state: 'not_started',
    progress: 0,
    late_entered: 0,
  })
  db.close()
}

const snake = (name: string): string => name.replaceAll(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)

function firstMigrationOnly(folder: string): string {
  const released = join(process.cwd(), 'drizzle/sqlite')
  const copy = join(folder, 'first-release')
  mkdirSync(join(copy, 'meta'), { recursive: true })
  cpSync(join(released, '0000_ledger.sql'), join(copy, '0000_ledger.sql'))
  const journal = JSON.parse(readFileSync(join(released, 'meta/_journal.json'), 'utf8')) as { entries: unknown[] }
  writeFileSync(join(copy, 'meta/_journal.json'), JSON.stringify({ ...journal, entries: journal.entries.slice(0, 1) }))
  return copy
}
