// The folder of everything that is not code: database, uploads, secret, first accounts.
import { randomBytes } from 'node:crypto'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { root, Stop } from './run.mjs'

/** DATA_DIR as an absolute path; `data` in the project by default. */
export const dataDir = () => resolve(root, process.env.DATA_DIR || 'data')

/** Makes the folder (mode 0700) if need be, and returns its secret, made once (mode 0600). */
export function openDataDir(folder) {
  try {
    mkdirSync(folder, { recursive: true, mode: 0o700 })
    return secretIn(folder)
  } catch (error) {
    throw new Stop(`数据目录不可用 The data folder cannot be used: ${folder} (${error.code ?? error.message})`)
  }
}

function secretIn(folder) {
  const file = join(folder, 'secret')
  try {
    writeFileSync(file, `${randomBytes(32).toString('base64url')}\n`, { flag: 'wx', mode: 0o600 })
  } catch (error) {
    if (error.code !== 'EEXIST') throw error
  }
  return readFileSync(file, 'utf8').trim()
}
