// Changes by documents over a real database, on the engine under test (domain.md, rules 3, 9 and 18): what lists say of days before and
// after, as known before and after, and who sees what.
import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { amendTask, type NewWording, reassignTask } from '@/db/commands/change-by-document'
import { changeTask, type Outcome } from '@/db/commands/change-task'
import { mergeDepartments } from '@/db/commands/merge-departments'
import { referTask } from '@/db/commands/refer-task'
import { renameDepartment } from '@/db/commands/rename-department'
import { brokenLink } from '@/db/event-log'
import { knownNames } from '@/db/queries/known-names'
import { ledgerPage } from '@/db/queries/ledger-page'
import { overduePage } from '@/db/queries/overdue-page'
import { situation } from '@/db/queries/situation'
import { taskPage } from '@/db/queries/task-page'
import { referencesOf } from '@/db/queries/task-references'
import { taskRows } from '@/db/queries/task-rows'
import { queryCount } from '@/db/query-count'
import { departments, duties, taskEvents, tasks, users } from '@/db/schema'
import { messages, officeEvents } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { FOREVER } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Assigned } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import { amend, at, DOCUMENT, withdraw } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const PERSONNEL = '区人力资源和社会保障局'
const COMPILE = '区委编委办'
const POLICE = '区公安分局'

let form = 0
async function change(database: Database, viewer: Viewer, number: number, command: Command, day: string, time?: string): Promise<number> {
  const outcome: Outcome = await changeTask(database, viewer, { number, version: 'latest', formId: `f${++form}`, command }, at(day, time))
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done.seq
}

type Ledger = Awaited<ReturnType<typeof openLedgerWithTable>>
const assigned = (as: Ledger['as'], name: string, role: Assigned['role'] = 'lead'): Assigned => ({
  departmentId: as.officer(name).departmentId ?? '',
  name,
  role,
})
const handTo = (to: Assigned[], before: Assigned[]): Command => ({
  do: 'reassign',
  document: DOCUMENT,
  departments: to,
  before,
})
const only = async (database: Database, viewer: Viewer, number: number, scope: Scope) => {
  const [row] = await taskRows(database.db, viewer, { ...scope, where: eq(tasks.number, number) })
  return row
}
const dutyRows = (database: Database, number: number) =>
  database.db
    .select({ departmentId: duties.departmentId, role: duties.role, fromDay: duties.fromDay, toDay: duties.toDay })
    .from(duties)
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .where(eq(tasks.number, number))
    .orderBy(duties.fromDay, duties.position)

describe('a task that was handed over by a document', () => {
  const handedOver = async () => {
    const ledger = await openLedgerWithTable()
    const { database, as } = ledger
    const [health, police] = [assigned(as, HEALTH), assigned(as, POLICE)]
    await change(database, as.supervisor, 1, handTo([police, { ...health, role: 'cooperating' }], [health]), '2022-05-10')
    return { ...ledger, health, police }
  }
  it('names its departments as they were on each day', async () => {
    const { database, as } = await handedOver()
    const lead = async (asOf: string) => (await only(database, as.supervisor, 1, { asOf }))?.duties.map(({ department }) => department)
    expect(await lead('2022-05-09')).toEqual([HEALTH])
    expect(await lead('2022-05-10')).toEqual([POLICE, HEALTH])
  })
  it('counts by lead use that day’s departments, and sum to the total', async () => {
    const { database, as, police } = await handedOver()
    const counts = async (asOf: string) => {
      const { byLead, all } = await situation(database.db, as.leader, { asOf })
      expect(byLead.reduce((sum, { figures }) => sum + figures.total, 0)).toBe(all.total)
      const filter = { lead: police.departmentId }
      const page = await ledgerPage(database.db, as.leader, filter, { asOf, sort: 'number', descending: false, page: 1 })
      expect(page.total).toBe(byLead.find(({ departmentId }) => departmentId === police.departmentId)?.figures.total ?? 0)
      return page.total
    }
    expect((await counts('2022-05-10')) - (await counts('2022-05-09'))).toBe(1)
  })
  it('is seen by whom it belongs to today, for past days too', async () => {
    const { database, as } = await openLedgerWithTable()
    const [health, police] = [assigned(as, HEALTH), assigned(as, POLICE)]
    expect(await only(database, as.officer(POLICE), 1, { asOf: '2022-05-01' })).toBeUndefined()
    await change(database, as.supervisor, 1, handTo([police], [health]), '2022-05-10')
    expect(await only(database, as.officer(POLICE), 1, { asOf: '2022-05-01' })).toMatchObject({ lead: { department: HEALTH } })
    expect(await only(database, as.officer(HEALTH), 1, { asOf: '2022-05-01' })).toBeUndefined()
    expect(await taskPage(database.db, as.officer(HEALTH), 1, '2022-05-10')).toBe(null)
  })
  it('a second time on the same day: that day’s duties are edited, none has no days', async () => {
    const { database, as, health, police } = await handedOver()
    const personnel = assigned(as, PERSONNEL)
    const between: Assigned[] = [police, { ...health, role: 'cooperating' }]
    await change(database, as.supervisor, 1, handTo([health, { ...personnel, role: 'cooperating' }], between), '2022-05-10', '11:00')
    expect(await dutyRows(database, 1)).toEqual([
      { departmentId: health.departmentId, role: 'lead', fromDay: '2022-01-01', toDay: '2022-05-10' },
      { departmentId: health.departmentId, role: 'lead', fromDay: '2022-05-10', toDay: FOREVER },
      { departmentId: personnel.departmentId, role: 'cooperating', fromDay: '2022-05-10', toDay: FOREVER },
    ])
  })
  it('tells those who had it and those who have it', async () => {
    const { database, health, police } = await handedOver()
    const told = await database.db.select().from(messages).where(eq(messages.kind, 'reassigned'))
    expect(told.map(({ departmentId }) => departmentId).sort()).toEqual([health.departmentId, police.departmentId].sort())
  })
  it('is found by the names of its departments of today', async () => {
    const { database, as } = await handedOver()
    const found = async (q: string) =>
      (await ledgerPage(database.db, as.leader, { q }, { asOf: '2022-06-01', sort: 'number', descending: false, page: 1 })).rows.some(
        ({ number }) => number === 1,
      )
    expect(await found('公安')).toBe(true)
    expect(await found('公安 卫生健康')).toBe(true)
  })
})

describe('a task that was amended by documents', () => {
  const amended = async () => {
    const ledger = await openLedgerWithTable()
    const { database, as } = ledger
    const row = await only(database, as.supervisor, 2, { asOf: '2022-01-01' })
    if (!row) throw new Error('no task 2')
    const issued = { issued: row.deadline.issued, precision: row.deadline.precision, dueOn: row.deadline.issuedDueOn }
    const first = { issued: '2022年9月', precision: 'month' as const, dueOn: '2022-09-30' }
    const second = { issued: '2022-12-15', precision: 'day' as const, dueOn: '2022-12-15' }
    const goal = { from: { number: row.goal.number, text: row.goal.text }, to: { number: 23, text: '（二十三）新的目标' } }
    await change(
      database,
      as.supervisor,
      2,
      amend({ title: { from: row.title, to: '改一' }, deadline: { from: issued, to: first } }, '2022-03-01'),
      '2022-05-10',
    )
    await change(
      database,
      as.supervisor,
      2,
      amend({ title: { from: '改一', to: '改二' }, goal, deadline: { from: first, to: second } }, '2022-05-01'),
      '2022-06-10',
    )
    return { ...ledger, row, first, second }
  }
  it('shows wording and deadline as of each day', async () => {
    const { database, as, row, first, second } = await amended()
    const on = (asOf: string) => only(database, as.leader, 2, { asOf })
    const { issued, issuedDueOn } = row.deadline
    expect(await on('2022-02-28')).toMatchObject({
      title: row.title,
      goal: row.goal,
      deadline: { issued, amended: null, approvedDueOn: issuedDueOn },
    })
    expect(await on('2022-03-01')).toMatchObject({
      title: '改一',
      goal: row.goal,
      deadline: { issued, issuedDueOn, amended: first, approvedDueOn: '2022-09-30' },
    })
    expect(await on('2022-05-01')).toMatchObject({
      title: '改二',
      measure: row.measure,
      goal: { number: 23, name: '新的目标' },
      deadline: { issued, amended: second, approvedDueOn: '2022-12-15' },
    })
  })
  it('and as known at an instant', async () => {
    const { database, as, row, first } = await amended()
    const known = (asOf: string, knownAt: string) => only(database, as.leader, 2, { asOf, knownAt })
    expect(await known('2022-05-05', '2022-05-09T00:00:00.000Z')).toMatchObject({
      title: row.title,
      deadline: { amended: null, approvedDueOn: row.deadline.issuedDueOn },
    })
    expect(await known('2022-05-05', '2022-06-09T00:00:00.000Z')).toMatchObject({
      title: '改一',
      deadline: { amended: first, approvedDueOn: '2022-09-30' },
    })
    expect((await known('2022-05-05', '2022-06-11T00:00:00.000Z'))?.title).toBe('改二')
  })
  it('costs a query more only where something was amended later', async () => {
    const { database, as } = await amended()
    const cost = async (asOf: string) => {
      const before = queryCount()
      await taskRows(database.db, as.leader, { asOf })
      return queryCount() - before
    }
    expect(await cost('2022-07-01')).toBe(2)
    expect(await cost('2022-02-01')).toBe(3)
  })
  it('its history is whole, and its overdue days follow the deadline in force', async () => {
    const { database, as } = await amended()
    const rows = await database.db
      .select({ event: taskEvents })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(eq(tasks.number, 2))
      .orderBy(taskEvents.seq)
    expect(brokenLink(rows.map(({ event }) => event))).toBe(null)
    const late = async (asOf: string) =>
      (await overduePage(database.db, as.leader, { asOf, only: 'approved', pageSize: null })).rows.some(({ number }) => number === 2)
    expect([await late('2022-12-15'), await late('2022-12-16')]).toEqual([false, true])
  })
})

describe('a department that is called otherwise by a document', () => {
  it('has the old name on the days before, in lists and counts; the new one is what it is found by', async () => {
    const { database, as } = await openLedgerWithTable()
    const id = as.officer(HEALTH).departmentId ?? ''
    const rename = (name: string, day: string, viewer = as.supervisor) =>
      renameDepartment(database, viewer, { departmentId: id, name, document: DOCUMENT }, at(day))
    expect(await rename('区卫健委', '2022-08-01', as.administrator)).toBe('hidden')
    expect(await rename(POLICE, '2022-08-01')).toMatchObject({ refused: 'name-taken' })
    expect(await rename(HEALTH, '2022-08-01')).toMatchObject({ refused: 'nothing-changed' })
    expect(await rename('区卫健委', '2022-08-01')).toEqual({ renamed: { from: HEALTH, to: '区卫健委' } })
    for (const [asOf, name] of [
      ['2022-07-31', HEALTH],
      ['2022-08-01', '区卫健委'],
    ] as const) {
      expect((await only(database, as.leader, 1, { asOf }))?.lead.department).toBe(name)
      expect((await situation(database.db, as.leader, { asOf })).byLead[0]?.department).toBe(name)
      expect(
        (await overduePage(database.db, as.leader, { asOf, pageSize: null })).departments.map(({ department }) => department),
      ).toContain(name)
    }
    const page = await ledgerPage(
      database.db,
      as.leader,
      { q: '卫健委' },
      { asOf: '2022-08-01', sort: 'number', descending: false, page: 1 },
    )
    expect(page.total).toBeGreaterThan(60)
    expect((await knownNames(database.db)).aliases).toMatchObject({ [HEALTH]: '区卫健委' })
    const [event] = await database.db.select().from(officeEvents).where(eq(officeEvents.subject, 'department'))
    expect(event).toMatchObject({ kind: 'renamed', subjectId: id })
  })
})

describe('departments that were merged by a document', () => {
  it('duties, accounts and what is unread go over; past days stay; nothing is held twice', async () => {
    const { database, as } = await openLedgerWithTable()
    const [from, into] = [as.officer(PERSONNEL).departmentId ?? '', as.officer(COMPILE).departmentId ?? '']
    const of = (departmentId: string) =>
      database.db
        .select({ number: tasks.number, role: duties.role })
        .from(duties)
        .innerJoin(tasks, eq(tasks.id, duties.taskId))
        .where(and(eq(duties.departmentId, departmentId), eq(duties.toDay, FOREVER)))
        .orderBy(tasks.number)
    const [hadFrom, hadInto] = [await of(from), await of(into)]
    const gone = hadFrom.find(({ number }) => !hadInto.some((other) => other.number === number))?.number ?? 0
    await change(database, as.supervisor, gone, withdraw, '2022-04-01')
    const merger = { from, into, document: DOCUMENT }
    expect(await mergeDepartments(database, as.administrator, merger, at('2022-05-10'))).toBe('hidden')
    expect(await mergeDepartments(database, as.supervisor, { ...merger, into: from }, at('2022-05-10'))).toMatchObject({
      refused: 'same-department',
    })
    expect(await mergeDepartments(database, as.supervisor, merger, at('2022-05-10'))).toEqual({
      merged: { tasks: hadFrom.length, accounts: 1 },
    })
    expect(await of(from)).toEqual([])
    const expected = new Map(hadInto.map(({ number, role }) => [number, role]))
    for (const { number, role } of hadFrom) if (expected.get(number) !== 'lead') expected.set(number, role)
    expect(new Map((await of(into)).map(({ number, role }) => [number, role]))).toEqual(expected)
    expect(await database.db.select().from(departments).where(eq(departments.id, from))).toMatchObject([
      { endedOn: '2022-05-10', mergedInto: into },
    ])
    expect(await database.db.select().from(users).where(eq(users.departmentId, from))).toEqual([])
    const officer = as.officer(COMPILE)
    expect(await only(database, officer, gone, { asOf: '2022-05-10' })).toMatchObject({ state: 'withdrawn' })
    const before = await situation(database.db, as.leader, { asOf: '2022-05-09' })
    expect([...before.byLead, ...before.onlyCooperating].map(({ department }) => department)).toContain(PERSONNEL)
    expect((await knownNames(database.db)).aliases).toMatchObject({ [PERSONNEL]: COMPILE })
    expect(await mergeDepartments(database, as.supervisor, merger, at('2022-05-11'))).toMatchObject({ refused: 'department-ended' })
    const { all, byLead } = await situation(database.db, as.leader, { asOf: '2022-05-10' })
    expect(byLead.reduce((sum, { figures }) => sum + figures.total, 0)).toBe(all.total)
  })
})

it('a form need only say what is new: what was before is read where it is changed', async () => {
  const { database, as } = await openLedgerWithTable()
  const [health, police] = [assigned(as, HEALTH), assigned(as, POLICE)]
  const form = (n: number) => ({ number: 1, version: 'latest' as const, formId: `form-${n}`, document: DOCUMENT })
  const to = (departmentId: string) => ({ departments: [{ departmentId, role: 'lead' as const }] })
  expect(await reassignTask(database, as.supervisor, { ...form(1), ...to('d99') }, at('2022-05-10'))).toMatchObject({
    refused: 'department-ended',
  })
  expect(await reassignTask(database, as.supervisor, { ...form(2), ...to(health.departmentId) }, at('2022-05-10'))).toMatchObject({
    refused: 'nothing-changed',
  })
  expect(await reassignTask(database, as.officer(HEALTH), { ...form(3), ...to(police.departmentId) }, at('2022-05-10'))).toMatchObject({
    refused: 'not-permitted',
  })
  expect(await reassignTask(database, as.supervisor, { ...form(4), ...to(police.departmentId) }, at('2022-05-10'))).toMatchObject({
    done: { seq: 2 },
  })
  const amended = (wording: NewWording, n: number) =>
    amendTask(database, as.supervisor, { ...form(n), wording, on: '2022-05-01' }, at('2022-05-10'))
  const row = await only(database, as.leader, 1, { asOf: '2022-05-10' })
  expect(await amended({ title: row?.title }, 5)).toMatchObject({ refused: 'nothing-changed' })
  expect(await amended({ title: '新的描述' }, 6)).toMatchObject({ done: { seq: 3 } })
  const [event] = (await taskPage(database.db, as.leader, 1, '2022-05-10'))?.events.slice(-1) ?? []
  expect(event).toMatchObject({ kind: 'amended', payload: { changes: { title: { from: row?.title, to: '新的描述' } } } })
  expect((await only(database, as.leader, 1, { asOf: '2022-04-30' }))?.title).toBe(row?.title)
})

it('what a cooperating department had said of its part goes over with a merger', async () => {
  const { database, as } = await openLedgerWithTable()
  const [from, into] = [as.officer(PERSONNEL).departmentId ?? '', as.officer(POLICE).departmentId ?? '']
  const said = { do: 'confirm', departmentId: from, part: 'done', note: '已办', on: '2022-03-01', source: '' } as const
  await change(database, as.officer(PERSONNEL), 47, said, '2022-03-01')
  await mergeDepartments(database, as.supervisor, { from, into, document: DOCUMENT }, at('2022-05-10'))
  const first = async (asOf: string) => (await only(database, as.leader, 47, { asOf }))?.cooperating[0]
  expect(await first('2022-05-10')).toMatchObject({ departmentId: into, part: 'done', partNote: '已办' })
  expect(await first('2022-05-09')).toMatchObject({ departmentId: from })
})

describe('a task refers to another', () => {
  it('both sides show it, of what the viewer may see; removed, it is gone', async () => {
    const { database, as } = await openLedgerWithTable()
    const refer = (viewer: Viewer, number: number, to: number) =>
      referTask(database, viewer, { number, to, formId: `f${++form}` }, at('2022-05-10'))
    expect(await refer(as.supervisor, 47, 47)).toMatchObject({ refused: 'refers-to-itself' })
    expect(await refer(as.officer(COMPILE), 47, 91)).toMatchObject({ refused: 'unknown-task' })
    expect(await refer(as.officer(HEALTH), 1, 999)).toMatchObject({ refused: 'unknown-task' })
    expect(await refer(as.officer(HEALTH), 47, 999)).toMatchObject({ refused: 'not-permitted' })
    const outcome = await refer(as.supervisor, 1, 47)
    if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
    expect(await refer(as.supervisor, 1, 47)).toMatchObject({ refused: 'referred-already' })
    const ids = new Map(
      (await database.db.select({ id: tasks.id, number: tasks.number }).from(tasks)).map(({ id, number }) => [number, id]),
    )
    const of = (viewer: Viewer, number: number) => referencesOf(database.db, viewer, ids.get(number) ?? '')
    expect(await of(as.supervisor, 1)).toMatchObject({ to: [{ number: 47, seq: 2 }], from: [] })
    expect(await of(as.supervisor, 47)).toMatchObject({ to: [], from: [{ number: 1, seq: 2 }] })
    expect(await of(as.officer(COMPILE), 47)).toEqual({ to: [], from: [] })
    // the history of task 1 is also read by those who may not see task 47: it names its number only
    const shown = (await taskPage(database.db, as.officer(HEALTH), 1, '2022-05-10'))?.events.at(-1)
    expect(shown).toMatchObject({ kind: 'referred', payload: { note: '47' } })
    await change(database, as.supervisor, 1, { do: 'remove_reference', referredSeq: 2 }, '2022-05-11')
    expect(await of(as.supervisor, 1)).toEqual({ to: [], from: [] })
  })
})
