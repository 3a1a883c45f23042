import { mkdtempSync, rmSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { UsageError } from '@/cli/command'
import { importCommand } from '@/cli/import'
import { MANCHENG } from '@/cli/issued-plans'
import type { Database } from '@/db/client'
import { currentPlan } from '@/db/queries/current-plan'
import { presentTable } from '@/db/queries/stored-table'
import { issuedText, openLedgerWithTable, openTestDatabase } from '@/db/testing'
import { SOURCE_MAX_BYTES } from '@/documents/read/limits'

const OTHER = ['--issuer', '另一个区', '--first-day', '2023-01-01']

function terminal(database: Database | null) {
  const words: string[] = []
  const data: string[] = []
  const run = (...args: string[]) =>
    importCommand(args, {
      database: () => (database ? Promise.resolve(database) : Promise.reject(new Error('opened'))),
      databaseAsIs: () => Promise.resolve(database),
      say: (line) => void words.push(line),
      put: (bytes) => void data.push(String(bytes)),
    })
  return { words, data, run }
}

/** A file with the issued table under another title. */
const otherFile = () => changedFile('推动公立医院高质量', '再推动公立医院高质量')

const changedText = (from: string, to: string, text = issuedText()) => text.replace(from, to)

function changedFile(from: string, to: string, text?: string): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'other.txt')
  writeFileSync(file, changedText(from, to, text))
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
    expect(await terminal(null).run(otherFile(), '--dry-run')).toBe(0)
  })

  it('tried dry, compares with the plan that is there', async () => {
    const { run, words } = terminal(await openTestDatabase())
    await run(MANCHENG.file)
    expect(await run(MANCHENG.file, '--dry-run')).toBe(0)
    expect(await run(changedFile('2024年12月', '2024年6月'), ...OTHER, '--dry-run')).toBe(1)
    expect(words.at(-1)).toContain('deadline')
    expect(await run(otherFile(), ...OTHER, '--dry-run')).toBe(0)
  })

  it('of another title is another plan, and of the same title with differences is refused', async () => {
    const database = await openTestDatabase()
    const { run, words } = terminal(database)
    await run(MANCHENG.file)
    expect(await run(otherFile(), ...OTHER)).toBe(0)
    expect((await currentPlan(database.db))?.plans).toHaveLength(2)
    expect(await run(changedFile('2024年12月', '2024年6月'), ...OTHER)).toBe(1)
    expect(words.at(-1)).toContain('2024年6月')
    expect((await currentPlan(database.db))?.plans).toHaveLength(2)
    expect(await run(otherFile())).toBe(0)
    expect(words.at(-1)).toContain('未作改动')
  })

  it('changes a plan by a document, in the name of a supervisor', async () => {
    const { database, as } = await openLedgerWithTable()
    const { run, words } = terminal(database)
    const file = changedFile('2024年12月', '2024年6月')
    expect(await run(file, '--plan', '推动公立医院', '--dry-run')).toBe(0)
    expect(words.at(-1)).toContain('~ 30')
    await expect(run(file, '--plan', '1')).rejects.toThrow(UsageError)
    const document = ['--document', '关于调整时限的通知|满政办〔2024〕1号|2024-01-05']
    expect(await run(file, '--plan', '1', ...document, '--by', 'nobody')).toBe(1)
    expect(await run(file, '--plan', '1', ...document, '--by', as.supervisor.username)).toBe(0)
    const [plan] = (await currentPlan(database.db))?.plans ?? []
    const table = await presentTable(database.db, plan?.id ?? '')
    expect(table?.table.rows[29]?.deadline.issued).toBe('2024年6月')
    expect(await run(file, '--plan', '没有的清单')).toBe(1)
  })

  it('asks for what it cannot read, and takes the answers', async () => {
    const { run, words } = terminal(await openTestDatabase())
    const file = changedFile('2024年12月', '尽快完成', changedText('责任部门', '落实方'))
    expect(await run(file, ...OTHER, '--dry-run')).toBe(1)
    expect(words.join('\n')).toContain('没有责任部门一列')
    expect(words.join('\n')).toContain('读不懂完成时限“尽快完成”')
    const answers = ['--map', '落实方=departments', '--deadline', '尽快完成=2024年12月']
    expect(await run(file, ...OTHER, ...answers, '--dry-run')).toBe(0)
    await expect(run(file, ...OTHER, '--map', '没有的列=departments')).rejects.toThrow(UsageError)
    await expect(run(file, ...OTHER, '--deadline', '尽快完成=越快越好')).rejects.toThrow(UsageError)
  })

  it('says as JSON what was understood, where it stands and what is doubtful', async () => {
    const { run, data } = terminal(null)
    expect(await run(changedFile('2024年12月', '尽快完成'), '--json', '--dry-run')).toBe(1)
    const report = JSON.parse(data.join(''))
    expect(report.rows).toHaveLength(91)
    expect(report.rows[1]).toMatchObject({
      number: 2,
      at: { kind: 'text', line: 19 },
      departments: [{ name: '区卫生健康局', role: 'lead' }],
      deadline: { issued: '2022年6月', precision: 'month', dueOn: '2022-06-30' },
    })
    expect(report.rows[29].deadline).toBeNull()
    expect(report.problems).toMatchObject([
      { code: 'deadline-unknown', needsDecision: true, number: 30, where: expect.stringMatching(/^第\d+行$/) },
    ])
    expect(report.proof).toMatchObject({ sourceRows: 91, understood: 90, notUnderstood: 1, duties: 129 })
  })

  it('says as JSON what a table changes of a plan', async () => {
    const { database } = await openLedgerWithTable()
    const { run, data } = terminal(database)
    const file = changedFile('2024年12月', '2024年6月')
    expect(await run(file, '--plan', '1', '--json', '--dry-run')).toBe(0)
    const { changes } = JSON.parse(data.join(''))
    expect(changes).toMatchObject({ added: [], reassigned: [], removed: [], unchanged: 90 })
    expect(changes.changed).toMatchObject([{ number: 30, given: 30, amended: { deadline: {} } }])
  })

  it('says as JSON too why a file was not read, and that there is no such plan', async () => {
    const { run, data, words } = terminal(null)
    const refusal = async (file: string, ...args: string[]) => {
      data.length = 0
      expect(await run(file, '--json', '--dry-run', ...args)).toBe(1)
      return JSON.parse(data.join(''))
    }
    expect(await refusal('documents/read/fixtures/merged.doc')).toEqual({
      refused: 'old-format',
      problems: [{ code: 'old-format', needsDecision: true, text: { 'zh-CN': expect.stringContaining('旧版'), en: expect.any(String) } }],
    })
    expect(words.at(-1)).toContain('旧版')
    expect(await refusal('no/such/file.docx')).toMatchObject({ refused: 'unreadable', problems: [{ code: 'unreadable' }] })
    expect(words.at(-1)).toContain('ENOENT')
    expect(await refusal(MANCHENG.file, '--plan', '没有的清单')).toMatchObject({ refused: 'no-such-plan' })
    const folder = mkdtempSync(join(tmpdir(), 'ledger-'))
    onTestFinished(() => rmSync(folder, { recursive: true }))
    writeFileSync(join(folder, 'large.docx'), '')
    truncateSync(join(folder, 'large.docx'), SOURCE_MAX_BYTES + 1)
    expect(await refusal(join(folder, 'large.docx'))).toMatchObject({ refused: 'too-large' })
  })

  it('leaves out a table that is there', async () => {
    const { run } = terminal(null)
    await expect(run(MANCHENG.file, '--dry-run', '--leave-out', '2')).rejects.toThrow(UsageError)
    expect(await run(MANCHENG.file, '--dry-run', '--leave-out', '1')).toBe(1)
  })
})
