// Files that were made for somebody to fetch: under `<folder>/prepared/`, for the one who asked, for a quarter of an hour.
import { randomBytes } from 'node:crypto'
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Instant } from '@/domain/calendar'

export const PREPARED_MS = 15 * 60_000

export type Prepared = { userId: string; name: string; type: string; at: Instant }

const ID = /^[\w-]{32}$/

/** Stores the bytes and answers the id by which `readPrepared` finds them: 192 random bits. What is too old goes on the way. */
export async function storePrepared(folder: string, about: Prepared, bytes: Uint8Array): Promise<string> {
  await sweepPrepared(folder, about.at)
  const id = randomBytes(24).toString('base64url')
  await mkdir(join(folder, 'prepared'), { recursive: true, mode: 0o700 })
  await writeFile(pathOf(folder, id), bytes, { mode: 0o600, flag: 'wx' })
  // written last: what has no description is not found
  await writeFile(`${pathOf(folder, id)}.json`, JSON.stringify(about), { mode: 0o600, flag: 'wx' })
  return id
}

/** Null if there is none, if it is somebody else's, or if it is older than a quarter of an hour at `now` (the true instant). */
export async function readPrepared(
  folder: string,
  id: string,
  { userId, now }: { userId: string; now: Instant },
): Promise<(Prepared & { bytes: Uint8Array }) | null> {
  if (!ID.test(id)) return null
  try {
    const about = JSON.parse(await readFile(`${pathOf(folder, id)}.json`, 'utf8')) as Prepared
    if (about.userId !== userId || Date.parse(now) - Date.parse(about.at) > PREPARED_MS) return null
    return { ...about, bytes: await readFile(pathOf(folder, id)) }
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

/** Removes what is older than a quarter of an hour at `now`; answers how many files went. */
export async function sweepPrepared(folder: string, now: Instant): Promise<number> {
  const names = await readdir(join(folder, 'prepared')).catch(() => [])
  let gone = 0
  for (const name of names) {
    const path = join(folder, 'prepared', name)
    const written = await stat(path).catch(() => null)
    if (!written || Date.parse(now) - written.mtimeMs <= PREPARED_MS) continue
    await rm(path, { force: true })
    gone += name.endsWith('.json') ? 0 : 1
  }
  return gone
}

const pathOf = (folder: string, id: string): string => join(folder, 'prepared', id)
