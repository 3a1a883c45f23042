import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '@/cli/command'
import { importCommand } from '@/cli/import'
import { MANCHENG } from '@/cli/issued-plans'
import type { Database } from '@/db/client'
import { currentPlan } from '@/db/queries/current-plan'
import { issuedText, openTestDatabase } from '@/db/testing'

const OTHER = ['--issuer', '另一个区', '--first-day', '2023-01-01']

function terminal(database: Database | null) {
  const words: string[] = []
  const run = (...args: string[]) =>
    importCommand(args, {
      database: () => (database ? Promise.resolve(database) : Promise.reject(new Error('opened'))),
      databaseAsIs: () => Promise.resolve(database),
      say: (line) => void words.push(line),
      put: () => expect.unreachable(),
    })
  return { words, run }
}

/** A file with the issued table under another title. */
function otherFile(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'other.txt')
  writeFileSync(file, issuedText().replace('推动公立医院', '再推动公立医院'))
  return file
}

describe('ledger import', () => {
  it('knows issuer and first day of the table that ships', async () => {
    const database = await openTestDatabase()
    const { run } = terminal(database)
    expect(await run(MANCHENG.file)).toBe(0)
    expect((await currentPlan(database.db))?.plan).toMatchObject(MANCHENG.plan)
    expect(await run(MANCHENG.file)).toBe(0)
  })

  it('is told them of any other table', async () => {
    const database = await openTestDatabase()
    const { run } = terminal(database)
    const file = otherFile()
    for (const given of [[], OTHER.slice(0, 2), OTHER.slice(2), ['--issuer', '另一个区', '--first-day', '2023-02-30']])
      await expect(run(file, ...given)).rejects.toThrow(UsageError)
    expect(await run(file, '--issuer', '另一个区', '--first-day', '2999-01-01')).toBe(1)
    expect(await currentPlan(database.db)).toBeNull()
    expect(await run(file, ...OTHER)).toBe(0)
    expect((await currentPlan(database.db))?.plan).toMatchObject({ issuer: '另一个区', firstDay: '2023-01-01' })
  })

  it('tried dry, writes nothing and makes no database', async () => {
    const database = await openTestDatabase()
    expect(await terminal(database).run(MANCHENG.file, '--dry-run')).toBe(0)
    expect(await currentPlan(database.db)).toBeNull()
    expect(await terminal(null).run(MANCHENG.file, '--dry-run')).toBe(0)
  })

  it('tried dry, compares with the plan that is there', async () => {
    const { run, words } = terminal(await openTestDatabase())
    await run(MANCHENG.file)
    expect(await run(MANCHENG.file, '--dry-run')).toBe(0)
    expect(await run(otherFile(), ...OTHER, '--dry-run')).toBe(1)
    expect(words.at(-1)).toContain('title_of_plan')
  })
})
