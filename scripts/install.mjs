// Installs the packages from the lock file, only when what is installed differs from it.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root, run, Stop } from './run.mjs'

/** Resolves once node_modules agrees with package-lock.json. Without a difference nothing is asked of the network. */
export async function installPackages() {
  if (isInstalled()) return
  // npm's own words go to stderr: a script's stdout may be data.
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error'], {
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (code !== 0) throw new Stop(`安装依赖失败（退出码 ${code}）。Installing the packages failed: is the package registry within reach?`)
}

function isInstalled() {
  const installed = packagesIn('node_modules/.package-lock.json')
  if (!installed) return false
  return Object.entries(packagesIn('package-lock.json')).every(([path, wanted]) => {
    if (path === '') return true
    const present = installed[path]
    return present ? present.version === wanted.version : Boolean(wanted.optional) // optional: made for another platform
  })
}

function packagesIn(file) {
  const path = join(root, file)
  return existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')).packages : undefined
}
