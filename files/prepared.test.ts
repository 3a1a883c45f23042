import { mkdtempSync, readdirSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { realNow } from '@/clock'
import { PREPARED_MS, readPrepared, storePrepared, sweepPrepared } from '@/files/prepared'

const bytes = Buffer.from('甲')
const at = realNow()
const about = { userId: 'a', name: '台账.xlsx', type: 'text/csv', at }
const later = (ms: number) => new Date(Date.parse(at) + ms).toISOString()
let folder: string

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'prepared-'))
})
afterEach(() => rmSync(folder, { recursive: true }))

it('is found by who asked for it, by nobody else, and not by another name', async () => {
  const id = await storePrepared(folder, about, bytes)
  expect(await readPrepared(folder, id, { userId: 'a', now: at })).toEqual({ ...about, bytes })
  expect(await readPrepared(folder, id, { userId: 'b', now: at })).toBeNull()
  for (const other of ['', '..', `../prepared/${id}`, `${id}.json`, 'x'.repeat(32)])
    expect(await readPrepared(folder, other, { userId: 'a', now: at })).toBeNull()
  expect(statSync(join(folder, 'prepared', id)).mode & 0o077).toBe(0)
})

it('is found for a quarter of an hour, and swept after it', async () => {
  const id = await storePrepared(folder, about, bytes)
  expect(await readPrepared(folder, id, { userId: 'a', now: later(PREPARED_MS) })).not.toBeNull()
  expect(await readPrepared(folder, id, { userId: 'a', now: later(PREPARED_MS + 1) })).toBeNull()
  expect(await sweepPrepared(folder, later(PREPARED_MS - 1000))).toBe(0)
  expect(await sweepPrepared(folder, later(PREPARED_MS + 60_000))).toBe(1)
  expect(readdirSync(join(folder, 'prepared'))).toEqual([])
  expect(await sweepPrepared(join(folder, 'none'), at)).toBe(0)
})
