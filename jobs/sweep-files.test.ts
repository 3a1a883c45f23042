import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { realNow } from '@/clock'
import type { Database } from '@/db/client'
import { addFile } from '@/db/commands/add-file'
import { changeTask } from '@/db/commands/change-task'
import { openLedgerWithTable } from '@/db/testing'
import type { Viewer } from '@/domain/permissions'
import { at } from '@/domain/testing'
import type { FileEvidence } from '@/domain/words'
import { sha256Of } from '@/files/file-kind'
import { putFile, storedNames } from '@/files/store'
import { sweepFiles } from '@/jobs/sweep-files'

const content = Buffer.from('%PDF-1.4')
const MORNING = at('2022-03-01', '09:00')
const real = ({ now }: { now: string }) => ({ now, real: now })
const NEXT_MORNING = real(at('2022-03-02', '09:00'))
const NEXT_NOON = real(at('2022-03-02', '12:00'))

/** A file on disk, as old as the uploads of the tests. */
async function stored(folder: string): Promise<string> {
  const storedName = await putFile(folder, content)
  const then = new Date(MORNING.now)
  utimesSync(join(folder, 'files', storedName.slice(0, 2), storedName), then, then)
  return storedName
}

async function uploaded(database: Database, viewer: Viewer, storedName: string): Promise<FileEvidence> {
  const file = { name: '证明.pdf', type: 'application/pdf', size: content.length, sha256: sha256Of(content), storedName }
  const added = await addFile(database, viewer, 47, file, MORNING.now)
  if (added === 'hidden' || 'refused' in added) throw new Error(JSON.stringify(added))
  return added.evidence
}

it('removes what no event named for a day and what no row knows, and nothing else', async () => {
  const { database, as } = await openLedgerWithTable()
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [named, unnamed, unknown] = [await stored(folder), await stored(folder), await stored(folder)]
  const officer = as.officer('区委编委办')
  const evidence = await uploaded(database, officer, named)
  await uploaded(database, officer, unnamed)
  const command = { do: 'add_evidence', evidence, note: '' } as const
  await changeTask(database, officer, { number: 47, version: 'latest', formId: 'sweep', command }, MORNING)

  expect(await sweepFiles(database, folder, NEXT_MORNING)).toBe(0)
  const young = await putFile(folder, content)
  expect(await sweepFiles(database, folder, NEXT_NOON)).toBe(2)
  expect(await storedNames(folder)).toEqual([named, young].sort())
  expect(await storedNames(folder)).not.toContain(unknown)
  expect(await sweepFiles(database, folder, NEXT_NOON)).toBe(0)
})

it('goes by the ledger’s time for rows and by the true one for content', async () => {
  const { database, as } = await openLedgerWithTable()
  const folder = mkdtempSync(join(tmpdir(), 'files-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const [unnamed, unknown] = [await putFile(folder, content), await putFile(folder, content)]
  await uploaded(database, as.officer('区委编委办'), unnamed)
  const real = realNow()
  expect(await sweepFiles(database, folder, { now: '2099-01-01T00:00:00.000Z', real })).toBe(1)
  expect(await storedNames(folder)).toEqual([unknown])
  const tomorrow = new Date(Date.parse(real) + 25 * 3_600_000).toISOString()
  expect(await sweepFiles(database, folder, { now: MORNING.now, real: tomorrow })).toBe(1)
})
