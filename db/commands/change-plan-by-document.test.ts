import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changePlanByDocument, planChangePreview, type TableOfPlan } from '@/db/commands/change-plan-by-document'
import { changeTask } from '@/db/commands/change-task'
import { goalsInSight } from '@/db/queries/departments'
import { ledgerPage } from '@/db/queries/ledger-page'
import { situation } from '@/db/queries/situation'
import { presentTable } from '@/db/queries/stored-table'
import { taskRows } from '@/db/queries/task-rows'
import { goals, plans, taskEvents, tasks } from '@/db/schema'
import { messages, officeEvents } from '@/db/schema-supervision'
import { issuedTable, openLedgerWithTable } from '@/db/testing'
import { chineseNumeral } from '@/domain/chinese-numeral'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { accept, at, claim, report, withdraw } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const POLICE = '区公安分局'
const DOCUMENT = { title: '关于调整任务分工的通知', number: '满政办〔2022〕12号', on: '2022-05-01' }
const TODAY = '2022-06-01'

const planId = async (database: Database) => (await database.db.select().from(plans))[0]?.id ?? ''
const eventCount = async (database: Database) => (await database.db.select().from(taskEvents)).length

async function given(change: (rows: ReturnType<typeof issuedTable>['rows']) => void) {
  const table = structuredClone(issuedTable())
  change(table.rows)
  return table
}

async function carryOut(database: Database, viewer: Viewer, table: TableOfPlan, more: object = {}, options: object = {}) {
  const id = await planId(database)
  const preview = await planChangePreview(database.db, viewer, id, table)
  const change = { planId: id, table, document: DOCUMENT, on: '2022-05-01', stamp: preview?.stamp ?? '', ...more }
  return { preview, outcome: await changePlanByDocument(database, viewer, change, at(TODAY), options) }
}
const act = (database: Database, viewer: Viewer, number: number, command: Command, day: string) =>
  changeTask(database, viewer, { number, version: 'latest', formId: `${number}-${day}-${command.do}`, command }, at(day))

/** Row 1 is handed to the police, 2 amended, 3 and the last removed, one is new. */
const changed = () =>
  given((rows) => {
    const [first, second] = rows
    if (!first || !second) throw new Error('no rows')
    first.departments = [{ name: '公安分局', role: 'lead' }]
    second.measure = '改后的措施'
    second.deadline = { issued: '2023年6月', precision: 'month', dueOn: '2023-06-30' }
    rows.splice(2, 1)
    rows.pop()
    rows.push({ ...first, number: 92, title: '新增任务', measure: '新的措施', departments: [{ name: '区数据局', role: 'lead' }] })
  })

describe('a plan is changed by a document', () => {
  it('a row added under the number of a goal that is no more brings the words of its own', async () => {
    const { database, as } = await openLedgerWithTable()
    const without = await given((rows) => void rows.splice(rows.findIndex(({ goal }) => goal.number === 22)))
    expect((await carryOut(database, as.supervisor, without)).outcome).toHaveProperty('changed')
    const goal = { number: 22, name: '新增目标', text: '（二十二）新增目标' }
    const [first] = without.rows
    if (!first) throw new Error('no rows')
    const table = { ...without, rows: [...without.rows, { ...first, number: 92, goal, title: '新增任务', measure: '新增措施' }] }
    expect((await carryOut(database, as.supervisor, table)).outcome).toMatchObject({ changed: { added: 1, amended: 0 } })
    const stored = await presentTable(database.db, await planId(database))
    expect(stored?.table.rows.at(-1)).toMatchObject({ number: 92, goal })
    expect((await carryOut(database, as.supervisor, table)).outcome).toMatchObject({ refused: 'nothing-changed' })
  })

  it('as the preview shows it, in one step', async () => {
    const { database, as } = await openLedgerWithTable()
    await act(database, as.officer(HEALTH), 91, claim('2022-02-01'), '2022-02-01')
    await act(database, as.supervisor, 91, accept('2022-02-01', '2022-02-05'), '2022-02-05')
    const aliases = { 公安分局: POLICE }
    const id = await planId(database)
    const table = await changed()
    const preview = await planChangePreview(database.db, as.supervisor, id, table, aliases)
    expect(preview?.changes).toMatchObject({
      added: [{ number: 92 }],
      changed: [
        { number: 1, reassigned: { to: [{ name: POLICE }] } },
        { number: 2, amended: { measure: { to: '改后的措施' } } },
      ],
      removed: [{ number: 3 }],
      leftClosed: [{ number: 91 }],
      unchanged: 87,
    })
    const progress: string[] = []
    const outcome = await changePlanByDocument(
      database,
      as.supervisor,
      { planId: id, table, document: DOCUMENT, on: '2022-05-01', stamp: preview?.stamp ?? '' },
      at(TODAY),
      { aliases, onProgress: (done, total) => progress.push(`${done}/${total}`) },
    )
    expect(outcome).toEqual({ changed: { added: 1, amended: 1, reassigned: 1, removed: 1, leftClosed: 1, reappeared: 0, unchanged: 87 } })
    expect(progress.at(-1)).toBe('4/4')
    const rows = new Map((await taskRows(database.db, as.leader, { asOf: TODAY })).map((row) => [row.number, row]))
    expect(rows.get(1)).toMatchObject({ lead: { department: POLICE } })
    expect(rows.get(2)).toMatchObject({
      measure: '改后的措施',
      deadline: { amended: { dueOn: '2023-06-30' }, approvedDueOn: '2023-06-30' },
    })
    expect(rows.get(3)).toMatchObject({ state: 'withdrawn' })
    expect(rows.get(91)).toMatchObject({ state: 'closed' })
    expect(rows.get(92)).toMatchObject({ title: '新增任务', addedOn: TODAY, lead: { department: '区数据局' } })
    const before = await taskRows(database.db, as.leader, { asOf: '2022-05-31' })
    expect(before).toHaveLength(91)
    expect(before[0]).toMatchObject({ lead: { department: HEALTH } })
    const [event] = await database.db.select().from(officeEvents).where(eq(officeEvents.kind, 'changed_by_document'))
    expect(JSON.parse(event?.payload ?? '')).toMatchObject({ document: DOCUMENT, on: '2022-05-01', counts: { added: 1, leftClosed: 1 } })
    const told = await database.db.select().from(messages)
    expect(told.filter(({ kind }) => kind === 'reassigned')).toHaveLength(2)
    expect(told.some(({ kind }) => kind === 'amended')).toBe(true)
    const page = await ledgerPage(database.db, as.leader, { q: '改后的措施' }, { asOf: TODAY, sort: 'number', descending: false, page: 1 })
    expect(page.rows.map(({ number }) => number)).toEqual([2])
  })
  it('what stands now, given again, changes nothing', async () => {
    const { database, as } = await openLedgerWithTable()
    await carryOut(database, as.supervisor, await changed())
    const present = await presentTable(database.db, await planId(database))
    if (!present) throw new Error('no plan')
    const { preview, outcome } = await carryOut(database, as.supervisor, present.table)
    expect(preview?.changes).toMatchObject({ added: [], changed: [], removed: [], leftClosed: [], unchanged: 90 })
    expect(preview?.changes.reappeared.map(({ number }) => number)).toEqual([3, 91])
    expect(outcome).toMatchObject({ refused: 'nothing-changed' })
  })
  it('an extension stands where the document does not touch the deadline', async () => {
    const { database, as } = await openLedgerWithTable()
    const asked = { do: 'request_extension', dueOn: '2022-12-31', reason: '晚', evidence: null, on: '2022-03-01', source: '' } as const
    await act(database, as.officer(HEALTH), 2, asked, '2022-03-01')
    await act(
      database,
      as.supervisor,
      2,
      { do: 'approve_extension', requestSeq: 2, dueOn: '2022-12-31', reason: '', on: '2022-03-02' },
      '2022-03-02',
    )
    const table = await given((rows) => {
      if (rows[1]) rows[1].measure = '改'
    })
    await carryOut(database, as.supervisor, table)
    const [row] = await taskRows(database.db, as.leader, { asOf: TODAY, where: eq(tasks.number, 2) })
    expect(row?.deadline).toMatchObject({ amended: null, approvedDueOn: '2022-12-31' })
  })
  it('goals are renamed and added; past days keep the old ones', async () => {
    const { database, as } = await openLedgerWithTable()
    const table = await given((rows) => {
      for (const row of rows) if (row.goal.number === 1) row.goal = { number: 1, name: '新名', text: '（一）新名' }
      const last = rows.at(-1)
      if (last) last.goal = { number: 23, name: '另立', text: '（二十三）另立' }
    })
    await carryOut(database, as.supervisor, table)
    const [now, before] = await Promise.all([TODAY, '2022-04-30'].map((asOf) => taskRows(database.db, as.leader, { asOf })))
    expect([now?.[0]?.goal.name, now?.at(-1)?.goal]).toEqual(['新名', { number: 23, name: '另立', text: '（二十三）另立' }])
    expect(before?.map(({ goal }) => goal)).toEqual(issuedTable().rows.map(({ goal }) => goal))
  })
  it('a goal inserted before others: what was withdrawn or left closed keeps its own, today and on past days', async () => {
    const { database, as } = await openLedgerWithTable()
    const old = issuedTable().rows
    const own = old.filter(({ goal }) => goal.number === 2)
    const [gone, done] = own
    if (!gone || !done) throw new Error('no rows')
    await act(database, as.supervisor, gone.number, withdraw, '2022-02-01')
    const lead = done.departments[0]?.name ?? ''
    await act(database, as.officer(lead), done.number, claim('2022-02-01'), '2022-02-01')
    await act(database, as.supervisor, done.number, accept('2022-02-01', '2022-02-05'), '2022-02-05')
    const table = await given((rows) => {
      rows.splice(
        rows.findIndex(({ number }) => number === gone.number),
        1,
      )
      rows.splice(
        rows.findIndex(({ number }) => number === done.number),
        1,
      )
      for (const row of rows)
        if (row.goal.number >= 2)
          row.goal = { ...row.goal, number: row.goal.number + 1, text: `（${chineseNumeral(row.goal.number + 1)}）${row.goal.name}` }
      const [first] = rows
      if (!first) return
      rows.push({ ...first, number: 92, goal: { number: 2, name: '插入', text: '（二）插入' }, title: '新增任务', measure: '新增措施' })
    })
    expect((await carryOut(database, as.supervisor, table)).outcome).toMatchObject({ changed: { added: 1, removed: 0, leftClosed: 1 } })
    const now = new Map((await taskRows(database.db, as.leader, { asOf: TODAY })).map((row) => [row.number, row.goal]))
    expect([now.get(gone.number), now.get(done.number)]).toEqual([gone.goal, done.goal])
    expect(now.get(92)).toEqual({ number: 2, name: '插入', text: '（二）插入' })
    const third = old.find(({ goal }) => goal.number === 3)
    expect(now.get(third?.number ?? 0)).toMatchObject({ number: 4, name: third?.goal.name })
    const before = await taskRows(database.db, as.leader, { asOf: '2022-04-30' })
    expect(before.map(({ goal }) => goal)).toEqual(old.map(({ goal }) => goal))
    const { byGoal } = await situation(database.db, as.leader, { asOf: TODAY })
    const twos = byGoal.filter(({ number }) => number === 2)
    expect(twos.map(({ name, figures }) => [name, figures.total])).toEqual([
      [gone.goal.name, 2],
      ['插入', 1],
    ])
    expect(byGoal.reduce((sum, { figures }) => sum + figures.total, 0)).toBe(92)
    const inSight = await goalsInSight(database.db, as.leader, { asOf: TODAY })
    expect(inSight.filter(({ number }) => number === 2).map(({ text }) => text)).toEqual([gone.goal.text, '（二）插入'])
    expect(inSight.length).toBe(24)
    expect((await database.db.select().from(goals)).length).toBeGreaterThan(24)
    const page = await ledgerPage(database.db, as.leader, { goal: 2 }, { asOf: TODAY, sort: 'number', descending: false, page: 1 })
    expect(page.rows.map(({ number }) => number)).toEqual([gone.number, done.number, 92])
  })
})

describe('refused as a whole, nothing written', () => {
  it.each([
    ['without a title of the document', { document: { ...DOCUMENT, title: '' } }, 'document-required'],
    ['from before the document', { on: '2022-04-30' }, 'before-document'],
    ['from tomorrow', { on: '2022-06-02' }, 'day-in-future'],
    ['after the plan has changed since it was shown', { stamp: 'other' }, 'stale'],
  ] as const)('%s', async (_, more, refused) => {
    const { database, as } = await openLedgerWithTable()
    const before = await eventCount(database)
    expect((await carryOut(database, as.supervisor, await changed(), more)).outcome).toMatchObject({ refused })
    expect(await eventCount(database)).toBe(before)
  })
  it('a withdrawal since the preview makes it stale; a report does not', async () => {
    const { database, as } = await openLedgerWithTable()
    const id = await planId(database)
    const table = await changed()
    const shown = await planChangePreview(database.db, as.supervisor, id, table)
    const change = { planId: id, table, document: DOCUMENT, on: '2022-05-01', stamp: shown?.stamp ?? '' }
    await act(database, as.supervisor, 3, withdraw, '2022-05-30')
    expect(await changePlanByDocument(database, as.supervisor, change, at(TODAY))).toMatchObject({ refused: 'stale' })
    const again = await planChangePreview(database.db, as.supervisor, id, table)
    await act(database, as.officer(HEALTH), 2, report('2022-05-30'), '2022-05-30')
    const outcome = await changePlanByDocument(database, as.supervisor, { ...change, stamp: again?.stamp ?? '' }, at(TODAY))
    expect(outcome).toMatchObject({ changed: { removed: 1 } })
  })
  it('what the rules refuse of one task is refused for all, and the task is named', async () => {
    const { database, as } = await openLedgerWithTable()
    await act(database, as.officer(HEALTH), 2, claim('2022-02-01'), '2022-02-01')
    const table = await given((rows) => {
      if (rows[0]) rows[0].title = '改'
      if (rows[1]) rows[1].deadline = { issued: '长期坚持', precision: 'none', dueOn: null }
    })
    const before = await eventCount(database)
    expect((await carryOut(database, as.supervisor, table)).outcome).toMatchObject({ refused: 'wrong-state', number: 2 })
    expect(await eventCount(database)).toBe(before)
  })
  it('cancelled', async () => {
    const { database, as } = await openLedgerWithTable()
    const stop = new AbortController()
    const before = await eventCount(database)
    const table = await given((rows) => {
      for (const row of rows) row.measure = `${row.measure}。`
    })
    const { outcome } = await carryOut(database, as.supervisor, table, {}, { signal: stop.signal, onProgress: () => stop.abort() })
    expect(outcome).toEqual({ refused: 'cancelled' })
    expect(await eventCount(database)).toBe(before)
  })
  it('hidden from all but supervisors', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.leader, as.administrator, as.officer(HEALTH), as.auditor]) {
      const { preview, outcome } = await carryOut(database, viewer, await changed())
      expect([preview, outcome]).toEqual([null, 'hidden'])
    }
  })
})
