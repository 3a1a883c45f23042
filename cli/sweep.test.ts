import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { messages } from '@/db/schema-supervision'
import { issuedTable, MANCHENG, OPENED_AT, OPENED_ON } from '@/db/testing'
import { env } from '@/env'

type Ended = { status: number | null; stdout: string; stderr: string }

function sweep(folder: string, args: string[] = [], more: Record<string, string> = {}): Promise<Ended> {
  const node = ['--conditions=react-server', '--import', 'tsx', 'cli/ledger.ts', 'sweep', ...args]
  const settings = { NODE_ENV: 'production' as const, DATA_DIR: folder, LEDGER_TODAY: '2022-06-30', ...more }
  const child = spawn(process.execPath, node, { env: settings })
  let stdout = ''
  let stderr = ''
  child.stdout.on('data', (data) => {
    stdout += data
  })
  child.stderr.on('data', (data) => {
    stderr += data
  })
  return new Promise((resolve) => child.on('close', (status) => resolve({ status, stdout, stderr })))
}

async function ledger(mark: 'test' | 'real') {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const database = await openDatabase(folder)
  onTestFinished(() => database.close())
  await createLedger(database, mark, OPENED_AT)
  await importPlan(database, issuedTable(), MANCHENG, { today: OPENED_ON, now: OPENED_AT })
  return { folder, messages: () => database.db.select().from(messages) }
}

// It uses SQLite whichever engine is under test, so once is enough.
describe.skipIf(env.DATABASE_URL)('ledger sweep', () => {
  it('by two processes at once gives one reminder each thing, and so it stays', async () => {
    const { folder, messages: all } = await ledger('test')
    const both = await Promise.all([sweep(folder, ['--json']), sweep(folder, ['--json'])])
    expect(both.map(({ status }) => status)).toEqual([0, 0])
    const written = both.map(({ stdout }) => JSON.parse(stdout)[0].outcome.written as number)
    const once = (await all()).length
    expect(once).toBeGreaterThan(0)
    expect(written.sort((a, b) => a - b)).toEqual([0, once])
    const again = await sweep(folder)
    expect(again).toMatchObject({ status: 0, stdout: '' })
    expect(again.stderr).toContain('written 0')
    expect(await all()).toHaveLength(once)
  }, 60_000)

  it('is refused on a real ledger that is read as on another day, and says how it is used', async () => {
    const { folder, messages: all } = await ledger('real')
    const refused = await sweep(folder)
    expect(refused).toMatchObject({ status: 1, stdout: '' })
    expect(refused.stderr).toContain('LEDGER_TODAY')
    expect(await all()).toEqual([])
    expect((await sweep(folder, ['--no-such-option'])).status).toBe(2)
  }, 60_000)
})
