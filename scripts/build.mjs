// Builds the pages, only when a source has changed since the last build.
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { dataDir } from './data-dir.mjs'
import { root, run, Stop } from './run.mjs'

const NO_SOURCES = ['node_modules', 'bench', 'data', 'docs', 'e2e', 'scripts', 'test-results', 'playwright-report']

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
  const hash = createHash('sha256')
  for (const file of sources()) hash.update(`${file}\0`).update(readFileSync(join(root, file)))
  return hash.digest('hex')
}

function sources() {
  const files = readdirSync(root, { withFileTypes: true }).flatMap((entry) => {
    if (entry.isFile()) return /\.(ts|js|mjs)$|^package-lock/.test(entry.name) && entry.name !== 'next-env.d.ts' ? [entry.name] : []
    const isSource = !entry.name.startsWith('.') && !NO_SOURCES.includes(entry.name) && join(root, entry.name) !== dataDir()
    return isSource ? filesUnder(entry.name) : []
  })
  return files.filter((file) => !/\.test\.tsx?$/.test(file)).sort()
}

function filesUnder(folder) {
  return readdirSync(join(root, folder), { withFileTypes: true }).flatMap((entry) => {
    const path = `${folder}/${entry.name}`
    return entry.isDirectory() ? filesUnder(path) : [path]
  })
}
