import { eq } from 'drizzle-orm'
import { expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { issueNotice } from '@/db/commands/issue-notice'
import { nudge } from '@/db/commands/nudge'
import { stepNotice } from '@/db/commands/step-notice'
import { departments } from '@/db/schema'
import { openLedgerWithTable } from '@/db/testing'
import { at } from '@/domain/testing'

const formId = 'one form'
const time = at('2024-03-15')
const STALE = { refused: 'stale' }

async function ledger() {
  const { database, as } = await openLedgerWithTable()
  const [health] = await database.db.select().from(departments).where(eq(departments.name, '区卫生健康局'))
  const draft = {
    departmentId: health?.id ?? '',
    numbers: [1, 2],
    colour: 'yellow' as const,
    demand: '请逐项说明原因。',
    replyBy: '2024-03-22',
    signOff: null,
  }
  const comment = (number: number, form = formId) =>
    changeTask(
      database,
      as.supervisor,
      { number, version: 'latest', formId: form, command: { do: 'comment', text: '请抓紧', answers: null, source: '' } },
      time,
    )
  const issue = (form = formId) => issueNotice(database, as.supervisor, { ...draft, formId: form }, time)
  const step = (id: string, taken: 'closed' | 'voided', version: number, form = formId) =>
    stepNotice(database, as.supervisor, { id, version, formId: form, step: taken, text: '写错了' }, time)
  const chase = (form = formId) => nudge(database, as.supervisor, { numbers: [1], text: '请抓紧', formId: form }, time)
  return { comment, issue, step, chase }
}

it('a form that comes twice counts once, and its id does for nothing else', async () => {
  const { comment, issue, step, chase } = await ledger()
  const done = await comment(1)
  expect(done).toHaveProperty('done')
  expect(await comment(1)).toEqual(done)
  for (const other of [comment(2), issue(), chase()]) expect(await other).toEqual(STALE)

  const nudged = await chase('nudge')
  expect(await chase('nudge')).toEqual(nudged)
  for (const other of [comment(1, 'nudge'), issue('nudge')]) expect(await other).toEqual(STALE)

  const first = await issue('notice')
  const second = await issue('another notice')
  if (typeof first === 'string' || !('done' in first) || typeof second === 'string' || !('done' in second)) throw new Error('not issued')
  expect(await issue('notice')).toEqual(first)
  expect(await step(first.done.id, 'voided', 1, 'notice')).toEqual(STALE)
  const voided = await step(first.done.id, 'voided', 1, 'step')
  expect(voided).toMatchObject({ done: { id: first.done.id, step: 'voided' } })
  expect(await step(first.done.id, 'voided', 1, 'step')).toEqual(voided)
  expect(await step(second.done.id, 'voided', 1, 'step')).toEqual(STALE)
  expect(await step(first.done.id, 'closed', 2, 'step')).toEqual(STALE)
  for (const other of [issue('step'), chase('step')]) expect(await other).toEqual(STALE)
})
