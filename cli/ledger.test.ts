import { spawnSync } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { env } from '@/env'

/** The operator's programs as processes of their own, over an empty folder. */
function operator() {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const run = (program: 'ledger' | 'set-up', args: string[] = [], more: Record<string, string> = {}) => {
    const node = ['--conditions=react-server', '--import', 'tsx', `cli/${program}.ts`, ...args]
    const settings = { NODE_ENV: 'production' as const, DATA_DIR: folder, ...more }
    const { status, stdout, stderr } = spawnSync(process.execPath, node, { env: settings, encoding: 'utf8' })
    return { status, stdout, stderr }
  }
  return { folder, run }
}

// They use SQLite whichever engine is under test, so once is enough.
describe.skipIf(env.DATABASE_URL)('the programs', () => {
  it('exit with 2 when used wrongly, with 1 when refused, and leave stdout to data', () => {
    const { run } = operator()
    expect(run('ledger', ['import', '--no-such-option'])).toMatchObject({ status: 2, stdout: '' })
    const inMemory = run('ledger', ['accounts', 'list'], { DATABASE_URL: 'pglite:' })
    expect(inMemory).toMatchObject({ status: 1, stdout: '' })
    expect(inMemory.stderr).toContain('for tests only')
  })

  it('set a ledger up in real time only, and write the first passwords for nobody else to read', () => {
    const { folder, run } = operator()
    const file = join(folder, 'initial-accounts.csv')
    const frozen = run('set-up', [], { LEDGER_TODAY: '2024-01-01' })
    expect(frozen.status).toBe(1)
    expect(frozen.stderr).toContain('LEDGER_TODAY')
    expect(existsSync(file)).toBe(false)
    writeFileSync(file, 'from an earlier ledger', { mode: 0o644 })
    expect(run('set-up').status).toBe(0)
    expect(statSync(file).mode & 0o777).toBe(0o600)
    expect(readFileSync(file, 'utf8').trim().split('\r\n')).toHaveLength(1 + 16)
  })
})
