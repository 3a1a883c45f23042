import { expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { nudge } from '@/db/commands/nudge'
import { inbox } from '@/db/queries/inbox'
import { nudgedOn, unansweredNudges } from '@/db/queries/nudged'
import { openLedgerWithTable } from '@/db/testing'
import { addDays } from '@/domain/calendar'

const DAY = '2022-02-01'
const AT = '2022-02-01T02:00:00.000Z'

it('a nudge names its tasks in the inbox and beside each of them, until that one is answered or two weeks have gone', async () => {
  const { database, as } = await openLedgerWithTable()
  const { db } = database
  const health = as.officer('区卫生健康局')
  const nudging = { numbers: [3, 2], text: '请报送', formId: 'nudge-1' }
  expect(await nudge(database, as.supervisor, nudging, { today: DAY, now: AT })).toHaveProperty('done')

  const { groups } = await inbox(db, health, { unreadOnly: false, page: 1 })
  expect(groups.map(({ nudged }) => nudged)).toEqual([[2, 3]])
  const shown = { day: DAY, department: null }
  expect([...(await unansweredNudges(db, health, addDays(DAY, 13)))].sort()).toEqual([
    [2, shown],
    [3, shown],
  ])
  expect((await unansweredNudges(db, health, addDays(DAY, 14))).size).toBe(0)
  expect((await unansweredNudges(db, as.officer('区科技局'), DAY)).size).toBe(0)
  expect(await nudgedOn(db, as.supervisor, [{ number: 2 }, { number: 4 }], DAY)).toEqual(new Set([`2 ${health.departmentId}`]))
  expect((await nudgedOn(db, as.supervisor, [{ number: 2 }], addDays(DAY, 1))).size).toBe(0)

  const command = { do: 'no_change', on: DAY, source: '' } as const
  await changeTask(database, health, { number: 2, version: 'latest', formId: 'form-2', command }, { today: DAY, now: AT })
  expect([...(await unansweredNudges(db, health, DAY)).keys()]).toEqual([3])
})
