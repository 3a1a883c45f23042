import { spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { docxParts, xlsxParts, zipFile } from '@/documents/read/zip-file'
import { readUpload } from '@/workers/read-upload'
import { runWork } from '@/workers/run-work'
import { typescript } from '../scripts/run.mjs'

const LIMITS = { timeoutMs: 20_000, memoryMb: 256 }
const merged = readFileSync('documents/read/fixtures/merged.docx')
/** About 60 MB of XML out of 300 KB: within the limits of size, but too much for little memory. */
const manyCells = () => {
  const rows = Array.from(
    { length: 15_000 },
    (_, i) => `<row r="${i + 1}">${'<c t="inlineStr"><is><t>区卫生健康局负责落实</t></is></c>'.repeat(30)}</row>`,
  )
  return zipFile(xlsxParts([`<sheetData>${rows.join('')}</sheetData>`]))
}

describe('a work in a process of its own', () => {
  it('reads what the reader reads', async () => {
    const outcome = await runWork('read-source', { bytes: merged, fileName: 'a.docx' }, LIMITS)
    expect(outcome).toMatchObject({ done: { kind: 'docx', tables: [{ rows: 6, columns: 6 }] } })
  })

  it('is stopped when its time is up, when it is cancelled, and when memory runs out', { timeout: 60_000 }, async () => {
    const input = { bytes: manyCells(), fileName: 'a.xlsx' }
    expect(await runWork('read-source', input, { ...LIMITS, timeoutMs: 50 })).toEqual({ failed: 'too-slow' })
    expect(await runWork('read-source', input, { ...LIMITS, memoryMb: 40 })).toEqual({ failed: 'out-of-memory' })
    expect(await runWork('read-source', input, { ...LIMITS, signal: AbortSignal.abort() })).toEqual({ failed: 'cancelled' })
    const controller = new AbortController()
    setTimeout(() => controller.abort(), 100)
    expect(await runWork('read-source', input, { ...LIMITS, signal: controller.signal })).toEqual({ failed: 'cancelled' })
  })

  it('waits for its turn when two are at work; one that gives up waiting leaves the others theirs', { timeout: 60_000 }, async () => {
    const input = { bytes: merged, fileName: 'a.docx' }
    const controller = new AbortController()
    const running = [1, 2].map(() => runWork('read-source', input, LIMITS))
    const given = runWork('read-source', input, { ...LIMITS, signal: controller.signal })
    const patient = runWork('read-source', input, LIMITS)
    controller.abort()
    expect(await given).toEqual({ failed: 'cancelled' })
    expect((await Promise.all([...running, patient])).every((outcome) => 'done' in outcome)).toBe(true)
  })

  it('is told to come back where twenty wait', async () => {
    const input = { bytes: merged, fileName: 'a.docx' }
    const controller = new AbortController()
    const limits = { ...LIMITS, signal: controller.signal }
    const all = Array.from({ length: 22 }, () => runWork('read-source', input, limits))
    expect(await runWork('read-source', input, LIMITS)).toEqual({ failed: 'busy' })
    expect((await readUpload(merged, 'a.docx')) as unknown).toEqual({ refused: 'busy' })
    controller.abort()
    expect((await Promise.all(all)).every((outcome) => 'failed' in outcome && outcome.failed === 'cancelled')).toBe(true)
    expect(await runWork('read-source', input, LIMITS)).toHaveProperty('done')
  })

  it('ends by itself when the one who started it is gone', { timeout: 30_000 }, async () => {
    const child = spawn(process.execPath, typescript('workers/child.ts'), {
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
    child.send({ name: 'read-source', input: { bytes: manyCells(), fileName: 'a.xlsx' } })
    setTimeout(() => child.disconnect(), 500)
    expect(await new Promise((resolve) => child.once('exit', resolve))).toBe(1)
  })

  it('fails without words when it throws', async () => {
    expect(await runWork('read-source', { bytes: null as never, fileName: 'a' }, LIMITS)).toEqual({ failed: 'crashed' })
  })
})

describe('an upload', () => {
  it('is read, or refused before a process is started for it', async () => {
    expect(await readUpload(merged, 'a.docx')).toMatchObject({ kind: 'docx' })
    const began = performance.now()
    expect(await readUpload(readFileSync('documents/read/fixtures/merged.doc'), 'a.docx')).toEqual({ refused: 'old-format' })
    expect(performance.now() - began).toBeLessThan(100)
    expect(await readUpload(zipFile(docxParts('')), 'a.docx')).toEqual({ refused: 'no-table' })
  })
})
