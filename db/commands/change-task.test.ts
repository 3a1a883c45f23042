// The version that a form had seen (rule 14), where a command is both: an observation, and a change of the task's course.
import { expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { accept, at, check, claim } from '@/domain/testing'

it('a check that reopens carries the version that it saw; one that only looks needs none', async () => {
  const { database, as } = await openLedgerWithTable()
  let form = 0
  const send = (viewer: Viewer, command: Command, day: string, version: number | null | 'latest' = 'latest') =>
    changeTask(database, viewer, { number: 2, version, formId: `change-${++form}`, command }, at(day))
  const seq = (outcome: Awaited<ReturnType<typeof send>>) => (outcome !== 'hidden' && 'done' in outcome ? outcome.done.seq : 0)
  await send(as.officer('区卫生健康局'), claim('2022-06-01'), '2022-06-01')
  const seen = seq(await send(as.supervisor, accept('2022-06-01', '2022-06-02'), '2022-06-02'))
  await send(as.supervisor, { do: 'reopen', reason: '材料不实', reconfirm: [] }, '2022-06-03')
  await send(as.officer('区卫生健康局'), claim('2022-06-04'), '2022-06-04')
  const closed = seq(await send(as.supervisor, accept('2022-06-04', '2022-06-05'), '2022-06-05'))
  expect(await send(as.supervisor2, check('2022-06-06', 30, true), '2022-06-06', seen)).toEqual({ refused: 'stale', seq: closed })
  expect(await send(as.supervisor2, check('2022-06-06', 30, true), '2022-06-06', null)).toEqual({ refused: 'stale', seq: closed })
  expect(await send(as.supervisor2, check('2022-06-06', 90), '2022-06-06', null)).toMatchObject({ done: { kind: 'checked' } })
})

it('a check that reopens is carried out on the version that it saw', async () => {
  const { database, as } = await openLedgerWithTable()
  const officer = as.officer('区卫生健康局')
  const send = (viewer: Viewer, formId: string, version: number | 'latest', command: Command) =>
    changeTask(database, viewer, { number: 2, version, formId, command }, at('2022-06-06'))
  await send(officer, 'a', 'latest', claim('2022-06-01'))
  const closed = await send(as.supervisor, 'b', 'latest', accept('2022-06-01', '2022-06-06'))
  if (closed === 'hidden' || 'refused' in closed) throw new Error(JSON.stringify(closed))
  expect(await send(as.supervisor, 'c', closed.done.seq, check('2022-06-06', 30, true))).toMatchObject({ done: { kind: 'reopened' } })
})
