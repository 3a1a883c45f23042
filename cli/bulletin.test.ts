import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { eq, sql } from 'drizzle-orm'
import { expect, it, onTestFinished } from 'vitest'
import { bulletinCommand } from '@/cli/bulletin'
import type { Command } from '@/cli/command'
import { verifyCommand } from '@/cli/verify'
import type { Database } from '@/db/client'
import { draftBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { taskEvents } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import { openLedgerWithTable } from '@/db/testing'
import { zipEntry } from '@/documents/write/zip-entry'
import { at } from '@/domain/testing'

async function run(database: Database, command: Command, args: string[]) {
  const said: string[] = []
  const data: string[] = []
  const context = {
    database: async () => database,
    databaseAsIs: async () => database,
    say: (words: string) => void said.push(words),
    put: (text: string | Uint8Array) => void data.push(String(text)),
  }
  return { code: await command(args, context), said: said.join('\n'), data: data.join('') }
}

const texts = (file: string) =>
  [...zipEntry(readFileSync(file), 'word/document.xml').matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('\n')

async function ledger() {
  const { database, as } = await openLedgerWithTable()
  const folder = mkdtempSync(join(tmpdir(), 'bulletin-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const issue = async () => {
    const time = at('2022-07-05')
    const draft = await draftBulletin(database, as.supervisor, { plan: 1, asOf: '2022-06-30', basis: 'approved' }, time)
    if (draft === 'hidden' || 'refused' in draft) throw new Error(JSON.stringify(draft))
    const signOff = { name: '张某', post: '副区长', on: '2022-07-05' }
    await issueBulletin(database, as.supervisor, { id: draft.done.id, version: 1, signOff }, time)
  }
  return { database, issue, out: join(folder, 'b.docx') }
}

it('writes the issued bulletin of a day again, and a draft without a number; issues nothing', async () => {
  const { database, issue, out } = await ledger()
  const wanted = ['--as-of', '2022-06-30', '--out', out]
  expect((await run(database, bulletinCommand, wanted)).code).toBe(1)
  expect(existsSync(out)).toBe(false)
  expect(await run(database, bulletinCommand, [...wanted, '--draft', '--basis', 'issued'])).toMatchObject({ code: 0, data: '' })
  expect(texts(out)).toContain('征求意见稿')
  expect(texts(out)).toContain('按原定时限逾期')
  expect(await database.db.select().from(bulletins)).toEqual([])
  await issue()
  expect((await run(database, bulletinCommand, wanted)).said).toContain('第1期')
  expect(texts(out)).toMatch(/第1期[\s\S]*签发人：副区长张某/)
  expect((await run(database, bulletinCommand, ['--as-of', '2022-06-29', '--out', out])).code).toBe(1)
  await expect(run(database, bulletinCommand, ['--as-of', '2022-13-01', '--out', out])).rejects.toThrow('ledger bulletin')
})

it('verify says what it verified, and exits with 1 on any mismatch', async () => {
  const { database, issue } = await ledger()
  await issue()
  const whole = await run(database, verifyCommand, ['--json'])
  expect(whole.code).toBe(0)
  expect(JSON.parse(whole.data)).toMatchObject({ tasks: 91, events: 91, bulletins: 1, mismatches: [] })
  await database.inTransaction((tx) =>
    tx.update(taskEvents).set({ actorName: '别人' }).where(eq(taskEvents.taskId, sql`(select id from tasks where number = 7)`)),
  )
  const broken = await run(database, verifyCommand, [])
  expect(broken).toMatchObject({ code: 1, data: '' })
  expect(broken.said).toContain('第7项：第1条记录与校验链不符')
})
