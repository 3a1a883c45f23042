// Evidence on disk: outside the web root, under a random name that says nothing, readable by the server's own user only. Name, type and
// hash live in the database; a file that no row knows is left over from a broken upload, and is swept.
import { randomBytes } from 'node:crypto'
import { mkdir, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Instant } from '@/domain/calendar'
import { sha256Of } from '@/files/file-kind'

const STORED = /^[0-9a-f]{32}$/
const PART = '.part'

/**
 * Writes the bytes under `<folder>/files/` and returns the stored name, 32 hexadecimal digits. Once it returns, the file is whole and
 * on the disk; a crash before that leaves at most a `.part`. To be called before the row is written, so that no row lacks its file.
 */
export async function putFile(folder: string, bytes: Uint8Array): Promise<string> {
  const storedName = randomBytes(16).toString('hex')
  const path = pathOf(folder, storedName)
  await mkdir(dirname(path), { recursive: true, mode: 0o700 })
  try {
    await writeThrough(path + PART, bytes)
    await rename(path + PART, path)
  } catch (error) {
    await rm(path + PART, { force: true })
    throw error
  }
  await flushFolder(dirname(path))
  await flushFolder(dirname(dirname(path)))
  return storedName
}

/** The bytes as they were stored; 'damaged' if they no longer have this SHA-256, 'missing' if there are none, or the name is no stored name. */
export async function readStored(folder: string, storedName: string, sha256: string): Promise<Uint8Array | 'missing' | 'damaged'> {
  if (!STORED.test(storedName)) return 'missing'
  const bytes = await unlessMissing(readFile(pathOf(folder, storedName)))
  if (!bytes) return 'missing'
  return sha256Of(bytes) === sha256 ? bytes : 'damaged'
}

/** Removes a file and what a broken upload left of it; nothing happens if there is none. */
export async function removeFile(folder: string, storedName: string): Promise<void> {
  const path = pathOf(folder, storedName)
  await rm(path, { force: true })
  await rm(path + PART, { force: true })
}

/**
 * The stored names, those of broken uploads included, for the sweep of files that no row knows. With `writtenBefore` (exclusive, in real
 * time) the younger ones are left out: their row may be about to be written.
 */
export async function storedNames(folder: string, writtenBefore?: Instant): Promise<string[]> {
  const names = new Set<string>()
  const entries = await unlessMissing(readdir(join(folder, 'files'), { recursive: true, withFileTypes: true }))
  for (const entry of entries ?? []) {
    const name = entry.name.endsWith(PART) ? entry.name.slice(0, -PART.length) : entry.name
    if (!entry.isFile() || !STORED.test(name) || entry.parentPath !== dirname(pathOf(folder, name))) continue
    const written = writtenBefore && (await unlessMissing(stat(join(entry.parentPath, entry.name))))
    if (!writtenBefore || (written && written.mtime.toISOString() < writtenBefore)) names.add(name)
  }
  return [...names].sort()
}

function pathOf(folder: string, storedName: string): string {
  if (!STORED.test(storedName)) throw new Error('not the name of a stored file')
  return join(folder, 'files', storedName.slice(0, 2), storedName)
}

async function writeThrough(path: string, bytes: Uint8Array): Promise<void> {
  const file = await open(path, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
}

async function flushFolder(path: string): Promise<void> {
  const folder = await open(path, 'r')
  try {
    await folder.sync()
  } finally {
    await folder.close()
  }
}

async function unlessMissing<T>(reading: Promise<T>): Promise<T | null> {
  try {
    return await reading
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
