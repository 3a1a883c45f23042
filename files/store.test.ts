import { mkdir, mkdtemp, readdir, readFile, rm, stat, symlink, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { sha256Of } from '@/files/file-kind'
import { PDF } from '@/files/sample'
import { putFile, readStored, removeFile, storedNames } from '@/files/store'

const HASH = sha256Of(PDF)
let folder = ''
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ledger-files-'))
})
afterEach(() => rm(folder, { recursive: true }))

const pathOf = (name: string) => join(folder, 'files', name.slice(0, 2), name)
const modeOf = async (path: string) => ((await stat(path)).mode & 0o777).toString(8)

test('a file lies under a random name, readable by the server alone, and reads back', async () => {
  const name = await putFile(folder, PDF)
  expect(name).toMatch(/^[0-9a-f]{32}$/)
  expect(await readFile(pathOf(name))).toEqual(PDF)
  expect(await modeOf(pathOf(name))).toBe('600')
  expect(await modeOf(join(folder, 'files', name.slice(0, 2)))).toBe('700')
  expect(await modeOf(join(folder, 'files'))).toBe('700')
  expect(await readdir(join(folder, 'files', name.slice(0, 2)))).toEqual([name])
  expect(Buffer.from((await readStored(folder, name, HASH)) as Uint8Array)).toEqual(PDF)
})

test('the same bytes twice are two files', async () => {
  const names = await Promise.all([putFile(folder, PDF), putFile(folder, PDF)])
  expect(await storedNames(folder)).toEqual([...names].sort())
  expect(names[0]).not.toBe(names[1])
})

test('a changed or shortened file is damaged, a removed one is missing', async () => {
  const name = await putFile(folder, PDF)
  await writeFile(pathOf(name), PDF.subarray(1))
  expect(await readStored(folder, name, HASH)).toBe('damaged')
  await writeFile(pathOf(name), '')
  expect(await readStored(folder, name, HASH)).toBe('damaged')
  await removeFile(folder, name)
  expect(await readStored(folder, name, HASH)).toBe('missing')
  await removeFile(folder, name)
  expect(await storedNames(folder)).toEqual([])
})

test.each(['../secret', '..', '', 'AB'.repeat(16), `${'a'.repeat(32)}.part`, `${'a'.repeat(32)}\n`, '/etc/passwd'])(
  'no path is made of %j',
  async (name) => {
    await mkdir(join(folder, 'files'))
    await writeFile(join(folder, 'secret'), PDF)
    expect(await readStored(folder, name, HASH)).toBe('missing')
    await expect(removeFile(folder, name)).rejects.toThrow('not the name of a stored file')
    expect(await readFile(join(folder, 'secret'))).toEqual(PDF)
  },
)

test('before the first file there are none', async () => {
  expect(await storedNames(folder)).toEqual([])
  expect(await readStored(folder, 'a'.repeat(32), HASH)).toBe('missing')
})

test('a broken upload is listed for the sweep, and removed with it; what else lies there is left alone', async () => {
  const kept = await putFile(folder, PDF)
  const broken = 'ab'.repeat(16)
  await mkdir(join(folder, 'files', 'ab'), { recursive: true })
  await writeFile(`${pathOf(broken)}.part`, 'half')
  await writeFile(join(folder, 'files', 'readme.txt'), 'by hand')
  await writeFile(join(folder, 'files', 'cd'.repeat(16)), 'in the wrong folder')
  await symlink('/etc/passwd', pathOf(`ab${'0'.repeat(30)}`))
  expect(await storedNames(folder)).toEqual([kept, broken].sort())
  await removeFile(folder, broken)
  expect(await storedNames(folder)).toEqual([kept])
  expect(await readFile(join(folder, 'files', 'readme.txt'), 'utf8')).toBe('by hand')
})

test('the sweep can leave out files whose row may be about to be written', async () => {
  const [old, young] = [await putFile(folder, PDF), await putFile(folder, PDF)]
  await utimes(pathOf(old), 0, Date.parse('2026-11-20T00:00:00.000Z') / 1000)
  await utimes(pathOf(young), 0, Date.parse('2026-11-22T00:00:00.000Z') / 1000)
  expect(await storedNames(folder, '2026-11-21T00:00:00.000Z')).toEqual([old])
  expect(await storedNames(folder, '2026-11-22T00:00:00.000Z')).toEqual([old])
})
