import { describe, expect, it } from 'vitest'
import { accountsCommand } from '@/cli/accounts'
import { UsageError } from '@/cli/command'
import { signIn } from '@/db/commands/sign-in'
import { openLedgerWithTable } from '@/db/testing'

const NOW = '2026-11-23T01:00:00.000Z'

async function terminal() {
  const { database } = await openLedgerWithTable()
  const out: string[] = []
  const words: string[] = []
  const run = (...args: string[]) =>
    accountsCommand(args, {
      database: async () => database,
      databaseAsIs: async () => database,
      say: (line) => void words.push(line),
      put: (data) => void out.push(String(data)),
    })
  return { database, out, words, run }
}

describe('ledger accounts', () => {
  it('lists every account as CSV', async () => {
    const { out, run } = await terminal()
    expect(await run('list')).toBe(0)
    const lines = out.join('').trim().split('\r\n')
    expect(lines).toHaveLength(1 + 12 + 5)
    expect(lines[1]).toContain('区卫生健康局')
  })

  it('adds one, and prints its one-time password and nothing else', async () => {
    const { database, out, words, run } = await terminal()
    expect(await run('add', '--username', 'wjj2', '--role', 'officer', '--department', '区卫生健康局')).toBe(0)
    expect(words).toEqual([])
    expect(await signIn(database, 'wjj2', out.join('').trim(), NOW)).not.toBeNull()
  })

  it('resets one, and refuses in words what it cannot do', async () => {
    const { database, out, words, run } = await terminal()
    expect(await run('reset', 'leader')).toBe(0)
    expect(await signIn(database, 'leader', out.join('').trim(), NOW)).not.toBeNull()
    expect(await run('reset', 'nobody')).toBe(1)
    expect(await run('add', '--username', 'x2', '--role', 'officer', '--department', '没有的局')).toBe(1)
    expect(words).toHaveLength(2)
  })

  it('names the right usage when it is used wrongly', async () => {
    const { run } = await terminal()
    for (const args of [[], ['list', 'x'], ['reset'], ['add', '--role', 'king', '--username', 'x']])
      await expect(run(...args)).rejects.toThrow(UsageError)
  })
})
