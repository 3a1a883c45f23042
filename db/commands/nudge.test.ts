// Nudges over a real database: to whom, once a day, about what; and the log that says how they were answered.
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { NUDGE_MAX, type NudgeOutcome, nudge } from '@/db/commands/nudge'
import { nudgeLog } from '@/db/queries/nudge-log'
import { nudgePreview } from '@/db/queries/nudge-preview'
import { taskRows } from '@/db/queries/task-rows'
import { queryCount } from '@/db/query-count'
import { taskEvents, tasks } from '@/db/schema'
import { messages, nudges, nudgeTasks } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { addDays } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { accept, at, claim, noChange, report, withdraw } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const PERSONNEL = '区人力资源和社会保障局'
const TEXT = '请抓紧办理。'
const TODAY = '2022-06-15'

let form = 0
const formId = () => `nudge-form-${++form}`
async function change(database: Database, viewer: Viewer, number: number, command: Command, day: string) {
  const outcome = await changeTask(database, viewer, { number, version: 'latest', formId: formId(), command }, at(day))
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
}
const done = (outcome: NudgeOutcome) => {
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done
}
const send = (
  database: Database,
  viewer: Viewer,
  numbers: number[],
  more: { departmentIds?: string[]; formId?: string; text?: string } = {},
  day = TODAY,
) => nudge(database, viewer, { numbers, text: TEXT, formId: formId(), ...more }, at(day))
const allRows = (database: Database, viewer: Viewer, asOf: string) => taskRows(database.db, viewer, { asOf })
/** The first tasks with a cooperating department. */
async function shared(database: Database, viewer: Viewer, lead: string) {
  const rows = await allRows(database, viewer, TODAY)
  return rows.filter((row) => row.lead.department === lead && row.cooperating.length > 0)
}

describe('a nudge', () => {
  it('goes once to each lead for all its tasks: a row, a side note in each history, one urgent message', async () => {
    const { database, as } = await openLedgerWithTable()
    const rows = await allRows(database, as.supervisor, TODAY)
    const leads = [...new Set(rows.map((row) => row.lead.department))]
    const numbers = leads.flatMap((lead) => rows.filter((row) => row.lead.department === lead).slice(0, 2)).map((row) => row.number)
    const sent = done(await send(database, as.supervisor, numbers))
    expect(sent.map(({ department }) => department).sort()).toEqual(leads.toSorted())
    expect(sent.flatMap((one) => one.numbers).sort((a, b) => a - b)).toEqual(numbers.toSorted((a, b) => a - b))
    expect(await database.db.select().from(nudges)).toHaveLength(leads.length)
    expect(await database.db.select().from(nudgeTasks)).toHaveLength(numbers.length)
    const told = await database.db.select().from(messages).where(eq(messages.kind, 'nudged'))
    expect(told).toHaveLength(leads.length)
    expect(told.every(({ urgent, nudgeId, departmentId }) => urgent && nudgeId !== null && departmentId !== null)).toBe(true)
    expect(told.map(({ payload }) => JSON.parse(payload).count).reduce((a, b) => a + b, 0)).toBe(numbers.length)
    const events = await database.db.select().from(taskEvents).where(eq(taskEvents.kind, 'nudged'))
    expect(events).toHaveLength(numbers.length)
    const [task] = await database.db
      .select()
      .from(tasks)
      .where(eq(tasks.number, numbers[0] ?? 0))
    expect(task?.version).toBe(rows.find((row) => row.number === numbers[0])?.version)
  })
  it('is not sent twice on one day: what was nudged is left out and named; the next day it may', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await send(database, as.supervisor, [2]))
    expect(await send(database, as.supervisor2, [2])).toEqual({ refused: 'nudged-today' })
    const rows = await allRows(database, as.supervisor, TODAY)
    const other =
      rows.find((row) => row.number !== 2 && row.lead.department === rows.find((one) => one.number === 2)?.lead.department)?.number ?? 0
    expect(done(await send(database, as.supervisor, [2, other]))).toMatchObject([{ numbers: [other], nudgedToday: [2] }])
    done(await send(database, as.supervisor, [2], {}, addDays(TODAY, 1)))
  })
  it('of several at once counts once for each task and department', async () => {
    const { database, as } = await openLedgerWithTable()
    const outcomes = await Promise.all(Array.from({ length: 8 }, () => send(database, as.supervisor, [2, 3])))
    expect(outcomes.filter((outcome) => typeof outcome === 'object' && 'done' in outcome)).toHaveLength(1)
    expect(await database.db.select().from(nudgeTasks)).toHaveLength(2)
  })
  it('posted twice counts once and answers the same', async () => {
    const { database, as } = await openLedgerWithTable()
    const same = { formId: formId() }
    const first = await send(database, as.supervisor, [2, 3], same)
    expect(await send(database, as.supervisor, [2, 3], same)).toEqual(first)
    expect(await database.db.select().from(nudges)).toHaveLength(1)
  })
  it('leaves closed, withdrawn and claimed tasks alone', async () => {
    const { database, as } = await openLedgerWithTable()
    await change(database, as.supervisor, 2, withdraw, '2022-06-01')
    const lead = (await allRows(database, as.supervisor, TODAY)).find((row) => row.number === 3)?.lead.department ?? ''
    await change(database, as.officer(lead), 3, claim('2022-06-01'), '2022-06-01')
    expect(await send(database, as.supervisor, [2, 3])).toEqual({ refused: 'nobody-to-nudge' })
    await change(database, as.supervisor, 3, accept('2022-06-01', '2022-06-02'), '2022-06-02')
    expect(await send(database, as.supervisor, [2, 3])).toEqual({ refused: 'nobody-to-nudge' })
    expect(done(await send(database, as.supervisor, [2, 3, 1]))[0]?.numbers).toEqual([1])
  })
  it('by a lead goes to the departments whose part it waits for; nobody else may', async () => {
    const { database, as } = await openLedgerWithTable()
    const [task, confirmed] = await shared(database, as.supervisor, PERSONNEL)
    if (!task || !confirmed) throw new Error('no shared tasks')
    const part = confirmed.cooperating[0]
    const other = as.officer(part?.department ?? '')
    await change(
      database,
      other,
      confirmed.number,
      { do: 'confirm', departmentId: part?.departmentId ?? '', part: 'done', note: '', on: '2022-06-01', source: '' },
      '2022-06-01',
    )
    const sent = done(await send(database, as.officer(PERSONNEL), [task.number, confirmed.number]))
    expect(sent.map(({ departmentId }) => departmentId).sort()).toEqual(
      [...new Set([...task.cooperating, ...confirmed.cooperating.slice(1)].map(({ departmentId }) => departmentId))].sort(),
    )
    expect(sent.find(({ departmentId }) => departmentId === part?.departmentId)?.numbers).not.toContain(confirmed.number)
    const cooperating = as.officer(task.cooperating[0]?.department ?? '')
    expect(await send(database, cooperating, [task.number])).toEqual({ refused: 'not-permitted' })
    expect(await send(database, as.leader, [task.number])).toEqual({ refused: 'not-permitted' })
    expect(await send(database, as.administrator, [task.number])).toBe('hidden')
    expect(await send(database, as.supervisor, [task.number, 999])).toBe('hidden')
    expect(await send(database, as.supervisor, [1], { text: ' ' })).toEqual({ refused: 'text-required', field: 'text' })
  })
  it('about more tasks than fit at once reaches the rest by and by: those nudged about today make room', async () => {
    const { database, as } = await openLedgerWithTable()
    const own = (await allRows(database, as.supervisor, TODAY)).filter((row) => row.lead.department === HEALTH)
    const choice = { numbers: [], departmentIds: [], leadIds: [own[0]?.lead.departmentId ?? ''], silentSince: TODAY }
    const reached: number[] = []
    for (let left = own.length; left > 0; left -= 30) {
      const preview = await nudgePreview(database.db, as.supervisor, choice, TODAY, 30)
      const numbers = preview?.departments.flatMap(({ items }) => items.map(({ row }) => row.number)) ?? []
      expect(preview).toMatchObject({ total: left, nudgedToday: own.length - left, leftOut: [] })
      expect(numbers).toHaveLength(Math.min(30, left))
      done(await send(database, as.supervisor, numbers))
      reached.push(...numbers)
    }
    expect(reached).toEqual(own.map((row) => row.number))
    const after = await nudgePreview(database.db, as.supervisor, choice, TODAY, 30)
    expect(after).toMatchObject({ departments: [], total: 0, nudgedToday: own.length })
  })
  it('about too many tasks at once is refused, not shortened', async () => {
    const { database, as } = await openLedgerWithTable()
    const many = Array.from({ length: NUDGE_MAX + 1 }, (_, index) => index + 1)
    expect(await send(database, as.supervisor, many)).toEqual({ refused: 'nudge-too-many' })
    expect(await database.db.select().from(nudges)).toEqual([])
  })
  it('shows beforehand exactly what will be sent', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await send(database, as.supervisor, [2]))
    const choice = { numbers: [1, 2, 3, 4], departmentIds: [], leadIds: [] }
    const preview = await nudgePreview(database.db, as.supervisor, choice, TODAY, 300)
    const sent = done(await send(database, as.supervisor, choice.numbers))
    expect(preview?.departments.map(({ departmentId, items }) => [departmentId, items.map(({ row }) => row.number)])).toEqual(
      sent.filter(({ numbers }) => numbers.length > 0).map(({ departmentId, numbers }) => [departmentId, numbers]),
    )
    expect(preview?.leftOut).toMatchObject([{ number: 2, why: 'nudged-today' }])
    expect(await nudgePreview(database.db, as.leader, choice, TODAY, 300)).toBeNull()
    expect(await nudgePreview(database.db, as.supervisor, { ...choice, numbers: [1, 999] }, TODAY, 300)).toBeNull()
  })
})

describe('the log of nudges', () => {
  it('says how each task was answered: by the first thing the department wrote afterwards', async () => {
    const { database, as } = await openLedgerWithTable()
    const own = (await allRows(database, as.supervisor, TODAY)).filter((row) => row.lead.department === HEALTH).slice(0, 3)
    const [first, second, third] = own.map((row) => row.number) as [number, number, number]
    const officer = as.officer(HEALTH)
    await change(database, officer, first, report('2022-06-01', 10), '2022-06-01')
    done(await send(database, as.supervisor, [first, second, third]))
    await change(database, officer, second, noChange('2022-06-16'), '2022-06-16')
    await change(database, officer, second, report('2022-06-17', 20), '2022-06-17')
    await change(database, as.supervisor, first, { do: 'comment', text: '已电话催过', answers: null, source: '' }, '2022-06-17')
    const read = queryCount()
    const log = await nudgeLog(database.db, as.leader, { page: 1, today: '2022-06-20' })
    expect(queryCount() - read).toBeLessThanOrEqual(7)
    expect(log.entries).toHaveLength(1)
    expect(log.entries[0]).toMatchObject({ department: HEALTH, text: TEXT, readAt: null, channels: [], byDepartment: null, workingDays: 3 })
    expect(log.entries[0]?.tasks.map(({ number, answer }) => [number, answer?.kind ?? null])).toEqual([
      [first, null],
      [second, 'no_change'],
      [third, null],
    ])
  })
  it('an entry on the department’s behalf is its answer too; a retracted one is none', async () => {
    const { database, as } = await openLedgerWithTable()
    const [first, second] = (await allRows(database, as.supervisor, TODAY))
      .filter((row) => row.lead.department === HEALTH)
      .map((row) => row.number) as [number, number]
    done(await send(database, as.supervisor, [first, second]))
    await change(database, as.supervisor, first, { ...report('2022-06-16', 10), source: '电话' } as Command, '2022-06-16')
    await change(database, as.officer(HEALTH), second, report('2022-06-16', 20), '2022-06-16')
    const [last] = await database.db
      .select({ seq: taskEvents.seq })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(and(eq(tasks.number, second), eq(taskEvents.kind, 'reported')))
    await change(database, as.officer(HEALTH), second, { do: 'undo', seq: last?.seq ?? 0 }, '2022-06-16')
    const { entries } = await nudgeLog(database.db, as.supervisor, { page: 1, today: '2022-06-17' })
    expect(entries[0]?.tasks.map(({ answer }) => answer?.kind ?? null)).toEqual(['reported', null])
  })
  it('shows an officer what the department received and what it sent, and nothing else', async () => {
    const { database, as } = await openLedgerWithTable()
    const [task] = await shared(database, as.supervisor, PERSONNEL)
    if (!task) throw new Error('no shared task')
    done(await send(database, as.officer(PERSONNEL), [task.number]))
    done(await send(database, as.supervisor, [2]))
    const seen = async (viewer: Viewer) => (await nudgeLog(database.db, viewer, { page: 1, today: TODAY })).total
    const parts = task.cooperating.length
    expect(await seen(as.supervisor)).toBe(parts + 1)
    expect(await seen(as.officer(PERSONNEL))).toBe(parts)
    expect(await seen(as.auditor)).toBe(0)
    const cooperating = task.cooperating[0]?.department ?? ''
    const lead = (await allRows(database, as.supervisor, TODAY)).find((row) => row.number === 2)?.lead.department
    expect(await seen(as.officer(cooperating))).toBe(cooperating === lead ? 2 : 1)
  })
})
