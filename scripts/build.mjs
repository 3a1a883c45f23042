// Builds the pages, only when a source has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, Stop } from './run.mjs'

const FOLDERS = ['app', 'auth', 'cli', 'components', 'db', 'documents', 'domain', 'drizzle', 'jobs', 'messages', 'public']
const WRITTEN_BY_NEXT = ['next-env.d.ts', 'tsconfig.json']

/** Resolves once the folder (`.next` by default) holds a production build of the present sources. */
export async function buildIfNeeded(node, folder = '.next') {
  const stamp = join(root, folder, 'ledger-sources')
  const hash = hashOfSources()
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === hash) return
  rmSync(stamp, { force: true })
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1', NEXT_DIST_DIR: folder }
  const code = await run(node, ['node_modules/next/dist/bin/next', 'build'], { env, stdio: ['ignore', process.stderr, process.stderr] })
  if (code !== 0) throw new Stop(`构建失败（退出码 ${code}）。The build failed.`)
  writeFileSync(stamp, hash)
}

function hashOfSources() {
  const hash = createHash('sha256').update(process.version)
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function sources() {
  const atRoot = readdirSync(root).filter((name) => /\.(ts|js|mjs|json)$/.test(name) && !WRITTEN_BY_NEXT.includes(name))
  return [...atRoot, ...FOLDERS.flatMap(filesUnder)].filter((file) => !/\.test\.tsx?$/.test(file)).sort()
}

function filesUnder(folder) {
  if (!existsSync(join(root, folder))) return []
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}
