import { expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { ledgerPage } from '@/db/queries/ledger-page'
import { obstaclesOf, openObstacles } from '@/db/queries/open-obstacles'
import { situation } from '@/db/queries/situation'
import { taskRows } from '@/db/queries/task-rows'
import { toDo } from '@/db/queries/to-do'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { accept, at, claim, comment, obstacle, removeObstacle, undo } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const COMPILE = '区委编委办'

let form = 0
const carry = async (database: Database, viewer: Viewer, number: number, command: Command, day: string): Promise<number> => {
  const outcome = await changeTask(database, viewer, { number, version: 'latest', formId: `talk-${++form}`, command }, at(day))
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done.seq
}
const idOf = (viewer: Viewer): string => viewer.departmentId ?? ''
const numbers = (list: readonly { row: { number: number } }[]) => list.map(({ row }) => row.number)

it('open obstacles stand oldest first, as of any day, and narrow by department and by who could remove them', async () => {
  const { database, as } = await openLedgerWithTable()
  const { db } = database
  const [health, compile] = [as.officer(HEALTH), as.officer(COMPILE)]
  const younger = await carry(database, health, 1, obstacle('2022-03-10', idOf(health)), '2022-03-11')
  await carry(database, compile, 47, { ...obstacle('2022-02-01', idOf(compile)), remover: '省委编办' } as Command, '2022-03-12')
  await carry(database, health, 1, removeObstacle(younger, '2022-04-01'), '2022-04-02')

  const march = await openObstacles(db, as.supervisor, { asOf: '2022-03-15' })
  expect(numbers(march.obstacles)).toEqual([47, 1])
  expect(march.obstacles[0]).toMatchObject({ department: COMPILE, remover: '省委编办', since: '2022-02-01', days: 42 })
  expect(march.all).toMatchObject({ count: 2, tasks: 2, days: 42 })
  expect(march.all.departments.map(({ name, count }) => [name, count])).toContainEqual([HEALTH, 1])
  expect(numbers((await openObstacles(db, as.leader, { asOf: '2022-03-15', departmentId: idOf(health) })).obstacles)).toEqual([1])
  expect(numbers((await openObstacles(db, as.leader, { asOf: '2022-03-15', remover: '编办 省' })).obstacles)).toEqual([47])
  expect(numbers((await openObstacles(db, as.supervisor, { asOf: '2022-04-01' })).obstacles)).toEqual([47])
  expect(numbers((await openObstacles(db, as.supervisor, { asOf: '2022-01-31' })).obstacles)).toEqual([])
  for (const asOf of ['2022-01-31', '2022-03-15', '2022-04-01']) {
    const list = await ledgerPage(db, as.supervisor, { list: 'obstructed' }, { asOf, sort: 'number', descending: false, page: 1 })
    const found = await openObstacles(db, as.supervisor, { asOf })
    expect(list.rows.map((row) => row.number)).toEqual([...new Set(numbers(found.obstacles))].sort((a, b) => a - b))
    expect((await situation(db, as.supervisor, { asOf })).all.obstructed).toBe(found.all.tasks)
  }
  const rows = await taskRows(db, compile, { asOf: '2022-04-02' })
  expect([...(await obstaclesOf(db, compile, rows, '2022-04-02')).keys()]).toEqual([47])
})

it('a closed task has no open obstacle, and one that was undone never stood', async () => {
  const { database, as } = await openLedgerWithTable()
  const health = as.officer(HEALTH)
  const seq = await carry(database, health, 1, obstacle('2022-03-10', idOf(health)), '2022-03-10')
  await carry(database, health, 1, undo(seq), '2022-03-10')
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-03-10' })).all.count).toBe(0)
  await carry(database, health, 1, obstacle('2022-03-11', idOf(health)), '2022-03-11')
  await carry(database, health, 1, claim('2022-03-12', { unconfirmedReason: '已说定' }), '2022-03-12')
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-03-12' })).all.count).toBe(1)
  await carry(database, as.supervisor, 1, accept('2022-03-12', '2022-03-13'), '2022-03-13')
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-03-13' })).all.count).toBe(0)
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-03-12' })).all.count).toBe(1)
})

it('a part that is marked obstructed is listed with its note until the department says otherwise', async () => {
  const { database, as } = await openLedgerWithTable()
  const health = as.officer(HEALTH)
  const said = (part: 'obstructed' | 'done', on: string): Command => ({
    do: 'confirm',
    departmentId: idOf(health),
    part,
    note: '缺编制 "part":"done"',
    on,
    source: '',
  })
  await carry(database, health, 47, said('obstructed', '2022-03-01'), '2022-03-02')
  await carry(database, health, 47, said('done', '2022-03-20'), '2022-03-20')
  const { obstacles, parts } = await openObstacles(database.db, as.supervisor, { asOf: '2022-03-15' })
  expect(obstacles).toEqual([])
  expect(parts).toMatchObject([{ department: HEALTH, note: '缺编制 "part":"done"', since: '2022-03-01', days: 14 }])
  expect(numbers(parts)).toEqual([47])
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-03-20' })).parts).toEqual([])
  expect((await openObstacles(database.db, as.supervisor, { asOf: '2022-02-28' })).parts).toEqual([])
})

it("a leader's 批示 stands in the lead's list until it is answered, and in nobody else's", async () => {
  const { database, as } = await openLedgerWithTable()
  const [health, compile] = [as.officer(HEALTH), as.officer(COMPILE)]
  const first = await carry(database, as.leader, 47, comment('请抓紧'), '2022-03-01')
  const second = await carry(database, as.leader, 47, comment('下周再报'), '2022-03-02')
  await carry(database, health, 47, comment('在办'), '2022-03-03')
  const open = async (viewer: Viewer) => (await toDo(database.db, viewer, '2022-03-05')).instructed.map(({ event }) => event.payload.text)
  expect(await open(compile)).toEqual(['请抓紧', '下周再报'])
  expect(await open(health)).toEqual([])
  const answer = await carry(database, compile, 47, comment('已办', first), '2022-03-05')
  expect(await open(compile)).toEqual(['下周再报'])
  await carry(database, compile, 47, undo(answer), '2022-03-05')
  expect(await open(compile)).toEqual(['请抓紧', '下周再报'])
  await carry(database, as.supervisor, 47, comment('来电说已办', second, '电话'), '2022-03-05')
  expect(await open(compile)).toEqual(['请抓紧'])
  expect((await situation(database.db, as.leader, { asOf: '2022-03-05' })).all.instructed).toBe(1)
})
