// Two supervisors on two servers over one file: every bulletin its own number, none left out, each one compared with the one before it.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { users } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import { issuedTable, MANCHENG, OPENED_AT, OPENED_ON } from '@/db/testing'
import { env } from '@/env'
import { typescript } from '../../scripts/run.mjs'

const PEOPLE = ['supervisor', 'supervisor2']
const EACH = 6
/** Until every process has loaded the program: they start together. */
const START_MS = 4000

it.skipIf(env.DATABASE_URL)('12 bulletins issued at once by 2 processes get 12 numbers in a row', { timeout: 60_000 }, async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bulletins-'))
  const database = await openDatabase(folder)
  try {
    await createLedger(database, 'test', OPENED_AT)
    await importPlan(database, issuedTable(), MANCHENG, { today: OPENED_ON, now: OPENED_AT })
    await database.inTransaction((tx) => tx.insert(users).values(PEOPLE.map(supervisor)))
    const startAt = performance.timeOrigin + performance.now() + START_MS
    const numbers = await Promise.all(PEOPLE.map((username) => issueIn([folder, username, String(startAt), String(EACH)])))
    const inARow = Array.from({ length: PEOPLE.length * EACH }, (_, index) => index + 1)
    expect(numbers.flat().sort((a, b) => a - b)).toEqual(inARow)

    const stored = await database.db
      .select({ id: bulletins.id, number: bulletins.number, previousId: bulletins.previousId })
      .from(bulletins)
      .orderBy(bulletins.number)
    expect(stored.map(({ number }) => number)).toEqual(inARow)
    expect(stored.map(({ previousId }) => previousId)).toEqual([null, ...stored.slice(0, -1).map(({ id }) => id)])
  } finally {
    await database.close()
    rmSync(folder, { recursive: true })
  }
})

async function issueIn(args: string[]): Promise<number[]> {
  const { stdout } = await promisify(execFile)(process.execPath, typescript('db/commands/issue-bulletin.child.ts', ...args))
  return JSON.parse(stdout) as number[]
}

const supervisor = (username: string) => ({
  id: username,
  username,
  role: 'supervisor' as const,
  departmentId: null,
  name: username,
  post: '科长',
  passwordHash: 'none',
  mustSetPassword: false,
  createdAt: OPENED_AT,
})
