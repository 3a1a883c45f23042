// Several servers over one file: every notice its own number, none left out. PostgreSQL orders writers by its lock, inside one process
// as between several; there the test in notices.test.ts must do.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { brokenLink } from '@/db/event-log'
import { departments, taskEvents, tasks, users } from '@/db/schema'
import { notices } from '@/db/schema-supervision'
import { issuedTable, MANCHENG, OPENED_AT, OPENED_ON } from '@/db/testing'
import { env } from '@/env'
import { typescript } from '../../scripts/run.mjs'

const PROCESSES = 4
const NOTICES = 50
/** Until every process has loaded the program: they start together. */
const START_MS = 4000

it.skipIf(env.DATABASE_URL)('50 notices issued at once by 4 processes get 50 numbers in a row', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'notices-'))
  const database = await openDatabase(folder)
  try {
    await createLedger(database, 'test', OPENED_AT)
    await importPlan(database, issuedTable(), MANCHENG, { today: OPENED_ON, now: OPENED_AT })
    await database.inTransaction((tx) => tx.insert(users).values(supervisor))
    const [health] = await database.db.select().from(departments).where(eq(departments.name, '区卫生健康局'))
    const startAt = performance.timeOrigin + performance.now() + START_MS
    const counts = Array.from({ length: PROCESSES }, (_, index) => Math.floor((NOTICES + index) / PROCESSES))
    const labels = await Promise.all(counts.map((count) => issueIn([folder, health?.id ?? '', String(startAt), String(count)])))
    const expected = Array.from({ length: NOTICES }, (_, index) => `满督〔2024〕${index + 1}号`)
    expect(labels.flat().sort()).toEqual(expected.sort())

    const stored = await database.db.select({ number: notices.number }).from(notices).orderBy(notices.number)
    expect(stored.map(({ number }) => number)).toEqual(Array.from({ length: NOTICES }, (_, index) => index + 1))
    for (const number of [1, 2, 3]) {
      const [task] = await database.db.select({ id: tasks.id }).from(tasks).where(eq(tasks.number, number))
      const events = await database.db
        .select()
        .from(taskEvents)
        .where(eq(taskEvents.taskId, task?.id ?? ''))
        .orderBy(taskEvents.seq)
      expect(brokenLink(events)).toBeNull()
    }
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
})

async function issueIn(args: string[]): Promise<string[]> {
  const program = typescript('db/commands/issue-notice.child.ts', ...args)
  const { stdout } = await promisify(execFile)(process.execPath, program)
  return JSON.parse(stdout) as string[]
}

const supervisor = {
  id: 'supervisor',
  username: 'supervisor',
  role: 'supervisor' as const,
  departmentId: null,
  name: '督查员',
  post: '科长',
  passwordHash: 'none',
  mustSetPassword: false,
  createdAt: OPENED_AT,
}
