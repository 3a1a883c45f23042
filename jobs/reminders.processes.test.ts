// Several servers over one file that all believe to hold the lease: the keys alone must do. PostgreSQL orders writers by its lock, inside one
// process as between several.
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, it } from 'vitest'
import { openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { issuedTable, MANCHENG, OPENED_AT, OPENED_ON } from '@/db/testing'
import { env } from '@/env'
import { allDeliveries, allMessages } from '@/jobs/testing'
import { typescript } from '../scripts/run.mjs'

const DAYS = ['2022-06-23', '2022-06-30', '2022-07-01']
/** Until all processes have loaded the program: they start together. */
const START_MS = 3000

it.skipIf(env.DATABASE_URL)(
  'three processes at once without a lease remind once of each thing and make one digest',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'reminders-'))
    const database = await openDatabase(folder)
    try {
      await createLedger(database, 'test', OPENED_AT)
      await importPlan(database, issuedTable(), MANCHENG, { today: OPENED_ON, now: OPENED_AT })
      for (const day of DAYS) {
        const before = { reminders: (await allMessages(database)).length, deliveries: (await allDeliveries(database)).length }
        const startAt = String(performance.timeOrigin + performance.now() + START_MS)
        const all = await Promise.all(['one', 'two', 'three'].map(() => remindIn([folder, day, startAt])))
        const keys = (await allMessages(database)).map(({ key }) => key)
        const sent = (await allDeliveries(database)).map(({ key }) => key)
        expect(keys.length).toBeGreaterThan(before.reminders)
        expect(new Set(keys).size).toBe(keys.length)
        expect(new Set(sent).size).toBe(sent.length)
        expect(all.reduce((sum, { reminders }) => sum + reminders, 0)).toBe(keys.length - before.reminders)
        expect(all.reduce((sum, { deliveries }) => sum + deliveries, 0)).toBe(sent.length - before.deliveries)
        const recipients = sent.filter((key) => key.includes(day)).map((key) => key.split(':')[1])
        expect(recipients.length).toBeGreaterThan(0)
        expect(new Set(recipients).size).toBe(recipients.length)
      }
    } finally {
      await database.close()
      rmSync(folder, { recursive: true })
    }
  },
)

async function remindIn(args: string[]): Promise<{ reminders: number; deliveries: number }> {
  const { stdout } = await promisify(execFile)(process.execPath, typescript('jobs/remind.child.ts', ...args))
  return JSON.parse(stdout) as { reminders: number; deliveries: number }
}
