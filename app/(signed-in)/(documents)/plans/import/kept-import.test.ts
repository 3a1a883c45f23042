import { expect, it } from 'vitest'
import { recognisedImport } from '@/app/(signed-in)/(documents)/plans/import/kept-import'
import { importPlan } from '@/db/commands/import-plan'
import { keepImport } from '@/db/commands/keep-import'
import { MANCHENG, OPENED_AT, OPENED_ON, openLedgerWithTable } from '@/db/testing'
import { readSource } from '@/documents/read/read-source'
import { recognise } from '@/documents/read/recognise'

const TABLE = `问题清单
序号\t目标任务\t任务描述\t具体措施\t责任部门\t完成时限
1\t一、整改\t作风问题\t制定方案\t区卫生健康局\t立行立改
2\t一、整改\t资金问题\t开展检查\t区财政局\t2025年12月
`

it('what was answered when a plan was imported is not asked again when its table comes back, but is of a table that is for no plan', async () => {
  const { database, as } = await openLedgerWithTable()
  const source = await readSource(new TextEncoder().encode(TABLE), '清单.txt')
  if ('refused' in source) throw new Error(source.refused)
  const answers = { deadlines: { 立行立改: '2025-04-30' } }
  const first = recognise(source, answers, { departments: ['区卫生健康局', '区财政局'], aliases: {} })
  await importPlan(database, first, MANCHENG, { today: OPENED_ON, now: OPENED_AT }, { layout: first.layout })
  const kept = { id: 'again', fileName: '清单.txt', size: 1, sha256: '', source: JSON.stringify(source) }
  await keepImport(database, as.supervisor, kept, OPENED_AT)
  const doubtsInto = async (plan?: number) => {
    const again = await recognisedImport(database.db, as.supervisor, kept.id, plan)
    return again && 'recognition' in again ? again.recognition.doubts.filter(({ blocking }) => blocking).map(({ code }) => code) : again
  }
  expect(await doubtsInto()).toEqual(['deadline-unknown'])
  expect(await doubtsInto(1)).toEqual(['deadline-unknown'])
  expect(await doubtsInto(2)).toEqual([])
})
