// Finds a Node that can run the ledger (22.14 or newer; an older one dies on better-sqlite3 without a word), and remembers where it is.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { homedir, tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { dataDir } from './data-dir.mjs'
import { outputOf, Stop, say } from './run.mjs'

const LEAST = [22, 14]

/** The path of a Node that is new enough: this one, the remembered one, another one on this machine, or one fetched by npx. */
export function findNode() {
  if (isEnough(process.versions.node)) return process.execPath
  const memory = join(dataDir(), 'node-path')
  const remembered = existsSync(memory) ? readFileSync(memory, 'utf8').trim() : ''
  if (remembered && works(remembered)) return remembered
  const found = installed().find(works) ?? fetched()
  mkdirSync(dirname(memory), { recursive: true, mode: 0o700 })
  writeFileSync(memory, `${found}\n`)
  return found
}

function isEnough(version) {
  const [major, minor] = version.split('.').map(Number)
  return major > LEAST[0] || (major === LEAST[0] && minor >= LEAST[1])
}

function works(path) {
  const version = existsSync(path) && outputOf(path, ['-p', 'process.versions.node'])
  return Boolean(version) && isEnough(version)
}

function installed() {
  const home = homedir()
  const onPath = (process.env.PATH ?? '').split(delimiter).map((folder) => join(folder, 'node'))
  return [
    ...onPath,
    '/usr/local/bin/node',
    '/opt/homebrew/bin/node',
    ...newestFirst(join(home, '.nvm/versions/node'), 'bin/node'),
    ...newestFirst(join(home, '.local/share/fnm/node-versions'), 'installation/bin/node'),
    ...newestFirst(join(home, '.volta/tools/image/node'), 'bin/node'),
  ]
}

function newestFirst(folder, rest) {
  if (!existsSync(folder)) return []
  const versions = readdirSync(folder).sort((a, b) => b.localeCompare(a, 'en', { numeric: true }))
  return versions.map((version) => join(folder, version, rest))
}

function fetched() {
  say(`  本机 Node ${process.versions.node} 过旧，正在获取 Node 24 … this Node is too old, fetching Node 24 …`)
  const path = outputOf('npx', ['-y', '-p', 'node@24', '--', 'node', '-p', 'process.execPath'], {
    cwd: tmpdir(), // away from the project's .npmrc: this package does need its install script
    env: { ...process.env, npm_config_ignore_scripts: 'false' },
    timeout: 300_000,
  })
  const last = path?.split('\n').pop()
  if (last && works(last)) return last
  throw new Stop(
    '找不到 Node 22.14 以上版本，请从 https://nodejs.org 安装。No Node 22.14 or newer could be found or fetched: install one from nodejs.org.',
  )
}
