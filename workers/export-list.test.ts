import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { realNow } from '@/clock'
import { openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { issuedTable, MANCHENG, OPENED_AT, OPENED_ON } from '@/db/testing'
import type { Viewer } from '@/domain/permissions'
import { env } from '@/env'
import { type ExportWanted, exportList } from '@/exports/export-list'
import { readPrepared } from '@/files/prepared'
import { runWork } from '@/workers/run-work'
import type { Progress } from '@/workers/works'

const LEADER: Viewer = { userId: 'u', username: 'u', role: 'leader', departmentId: null, departmentName: null, name: '', post: '' }
const WANTED: ExportWanted = {
  scope: 'ledger',
  format: 'csv',
  asOf: OPENED_ON,
  basis: 'approved',
  filter: {},
  onlyBasis: false,
  sort: 'number',
  descending: false,
  locale: 'zh-CN',
  maker: '领导',
  madeAt: OPENED_AT,
  planTitle: '清单',
  demo: false,
}

it.skipIf(env.DATABASE_URL)(
  'a prepared export is the file that would be sent at once, and says how far it is',
  { timeout: 60_000 },
  async () => {
    const folder = mkdtempSync(join(tmpdir(), 'prepared-export-'))
    const database = await openDatabase(folder)
    try {
      await createLedger(database, 'test', OPENED_AT)
      await importPlan(database, issuedTable(), MANCHENG, { today: OPENED_ON, now: OPENED_AT })
      const steps: Progress[] = []
      const input = { folder, viewer: LEADER, wanted: WANTED }
      const outcome = await runWork('export-list', input, { timeoutMs: 30_000, memoryMb: 512, onProgress: (step) => steps.push(step) })
      if (!('done' in outcome)) throw new Error(outcome.failed)
      const atOnce = await exportList(database.db, LEADER, WANTED)
      const prepared = await readPrepared(folder, outcome.done.id, { userId: 'u', now: realNow() })
      expect(prepared).toMatchObject({ name: atOnce.name, type: atOnce.type })
      expect(Buffer.from(prepared?.bytes ?? []).equals(atOnce.bytes)).toBe(true)
      expect(steps.map(({ done }) => done)).toEqual([0, 1, 2, 3])
    } finally {
      await database.close()
      rmSync(folder, { recursive: true })
    }
  },
)
