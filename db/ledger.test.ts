// The rules over a real database, on the engine under test: what is imported, who sees it, what counts as of a day, and what a change writes.
import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask, type Outcome } from '@/db/commands/change-task'
import { importPlan } from '@/db/commands/import-plan'
import { brokenLink, eventOf } from '@/db/event-log'
import { allTasksPage, departmentPage } from '@/db/queries/department-page'
import { inList } from '@/db/queries/ledger-filter'
import { ledgerPage } from '@/db/queries/ledger-page'
import { navCounts } from '@/db/queries/nav-counts'
import { overduePage } from '@/db/queries/overdue-page'
import { reviewQueue } from '@/db/queries/review-queue'
import { situation } from '@/db/queries/situation'
import { taskPage } from '@/db/queries/task-page'
import { taskRows } from '@/db/queries/task-rows'
import { toDo } from '@/db/queries/to-do'
import { departments, duties, goals, submissions, taskEvents, taskStates, tasks } from '@/db/schema'
import { type Accounts, issuedTable, MANCHENG, OPENED_AT, OPENED_ON, openLedgerWithTable, openTestDatabase } from '@/db/testing'
import { FOREVER_AT } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import { isBehind, isDueSoon, isOverdue, lightOn } from '@/domain/light'
import { type Period, periodsOf } from '@/domain/periods'
import { canSee, type Viewer } from '@/domain/permissions'
import { accept, at, claim, giveBack, noChange, report, takeBack, withdraw } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const PERSONNEL = '区人力资源和社会保障局'
const COMPILE = '区委编委办'

let form = 0
const change = (
  database: Database,
  viewer: Viewer,
  number: number,
  command: Command,
  day: string,
  version: number | null | 'latest' = 'latest',
  formId = `form-${++form}`,
) => changeTask(database, viewer, { number, version, formId, command }, at(day))
const eventCount = async (database: Database): Promise<number> => {
  const [row] = await database.db.select({ n: sql<number>`cast(count(*) as integer)` }).from(taskEvents)
  return row?.n ?? 0
}
const done = (outcome: Outcome) => {
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.done
}

describe('importing the issued table', () => {
  it('gives 91 tasks, 22 goals, 12 departments and 129 duties', async () => {
    const { database } = await openLedgerWithTable()
    const counts = await Promise.all(
      [tasks, goals, departments, duties].map(async (table) => (await database.db.select().from(table)).length),
    )
    expect(counts).toEqual([91, 22, 12, 129])
  })
  it('again changes nothing and says so; a different table is refused with the differences', async () => {
    const { database } = await openLedgerWithTable()
    const before = await eventCount(database)
    expect(await importPlan(database, issuedTable(), MANCHENG, at('2022-02-01'))).toMatchObject({ unchanged: 91, plan: 1 })
    const other = issuedTable()
    if (other.rows[0]) other.rows[0].measure = '改了'
    other.rows.pop()
    expect(await importPlan(database, other, MANCHENG, at('2022-02-01'))).toMatchObject({
      differs: [
        { number: 1, what: 'measure', given: '改了' },
        { number: 91, what: 'row' },
      ],
    })
    expect(await eventCount(database)).toBe(before)
  })
  it('leaves nothing behind when it fails half-way', async () => {
    const database = await openTestDatabase()
    const broken = issuedTable()
    const last = broken.rows.at(-1)
    if (last) last.number = 1
    await expect(importPlan(database, broken, MANCHENG, { today: OPENED_ON, now: OPENED_AT })).rejects.toThrow()
    expect(await database.db.select().from(goals)).toEqual([])
  })
})

describe('overdue with nothing done', () => {
  it.each([
    ['2022-07-01', 9],
    ['2023-01-01', 23],
    ['2024-01-01', 39],
    ['2026-01-01', 91],
  ] as const)('as of %s: %i', async (day, expected) => {
    const { database, as } = await openLedgerWithTable()
    const page = await ledgerPage(
      database.db,
      as.supervisor,
      { light: 'overdue' },
      { asOf: day, sort: 'number', descending: false, page: 1 },
    )
    expect(page.total).toBe(expected)
    expect((await situation(database.db, as.leader, { asOf: day })).all).toMatchObject({
      total: 91,
      overdue_approved: expected,
      overdue_issued: expected,
    })
    expect((await overduePage(database.db, as.supervisor, { asOf: day, pageSize: null })).rows).toHaveLength(expected)
  })
})

describe('an officer claims, a supervisor decides', () => {
  it('queue, acceptance, closed and gone from overdue', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await change(database, as.officer(HEALTH), 2, claim('2022-07-20'), '2022-07-20'))
    expect((await reviewQueue(database.db, as.supervisor, '2022-08-01'))?.map((row) => row.number)).toEqual([2])
    expect(
      (await overduePage(database.db, as.supervisor, { asOf: '2022-08-01', pageSize: null })).rows.find((row) => row.number === 2)?.daysLate
        .approved,
    ).toBe(20)
    done(await change(database, as.supervisor, 2, accept('2022-07-20', '2022-08-01'), '2022-08-01'))
    expect(await reviewQueue(database.db, as.supervisor, '2022-08-01')).toEqual([])
    expect(
      (await overduePage(database.db, as.supervisor, { asOf: '2022-08-01', pageSize: null })).rows.some((row) => row.number === 2),
    ).toBe(false)
    const [row] = await taskRows(database.db, as.supervisor, { asOf: '2022-08-01', where: eq(tasks.number, 2) })
    expect(row).toMatchObject({ state: 'closed', light: 'closed', progress: 100, onTime: { approved: false, issued: false } })
    const [before] = await taskRows(database.db, as.supervisor, { asOf: '2022-07-31', where: eq(tasks.number, 2) })
    expect(before).toMatchObject({ state: 'claimed', light: 'overdue' })
  })
  it('returned: overdue again with the right days, on top of the officer’s list with the reason', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await change(database, as.officer(HEALTH), 2, claim('2022-07-20'), '2022-07-20'))
    done(await change(database, as.supervisor, 2, giveBack('2022-08-01'), '2022-08-01'))
    const todo = await toDo(database.db, as.officer(HEALTH), '2022-08-01')
    expect(todo.returned).toMatchObject([{ row: { number: 2, daysLate: { approved: 32 } }, event: { payload: { reason: '材料不全' } } }])
  })
})

describe('what a person may not see does not exist', () => {
  it('another department’s task: hidden for reading and for every command, nothing written', async () => {
    const { database, as } = await openLedgerWithTable()
    const stranger = as.officer('区公安分局')
    const before = await eventCount(database)
    expect(await taskPage(database.db, stranger, 1, OPENED_ON)).toBe(null)
    expect(await change(database, stranger, 1, report('2022-03-01'), '2022-03-01')).toBe('hidden')
    expect(await change(database, stranger, 999, report('2022-03-01'), '2022-03-01')).toBe('hidden')
    expect(await departmentPage(database.db, stranger, 'd01', { asOf: OPENED_ON }, OPENED_ON)).toBe(null)
    expect(await allTasksPage(database.db, stranger, { asOf: OPENED_ON }, OPENED_ON)).toBe(null)
    expect(await eventCount(database)).toBe(before)
  })
  it('a cooperating department’s claim is refused, nothing written', async () => {
    const { database, as } = await openLedgerWithTable()
    const before = await eventCount(database)
    expect(await change(database, as.officer(HEALTH), 47, claim('2022-03-01'), '2022-03-01')).toMatchObject({ refused: 'not-permitted' })
    expect(await eventCount(database)).toBe(before)
  })
})

describe('two people, one task (rule 14)', () => {
  it('twenty at once: one is done, nineteen are stale, and the numbers have no gap', async () => {
    const { database, as } = await openLedgerWithTable()
    const outcomes = await Promise.all(
      Array.from({ length: 20 }, (_, n) => change(database, as.officer(HEALTH), 1, report('2022-03-01', n), '2022-03-01', 1)),
    )
    expect(outcomes.filter((outcome) => outcome !== 'hidden' && 'done' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome !== 'hidden' && 'refused' in outcome && outcome.refused === 'stale')).toHaveLength(19)
  })
  it('ten posts of one form are one event and one answer', async () => {
    const { database, as } = await openLedgerWithTable()
    const before = await eventCount(database)
    const outcomes = await Promise.all(
      Array.from({ length: 10 }, () => change(database, as.officer(HEALTH), 1, report('2022-03-01'), '2022-03-01', 1, 'one-form')),
    )
    expect(new Set(outcomes.map((outcome) => JSON.stringify(outcome))).size).toBe(1)
    expect(done(outcomes[0] as Outcome)).toEqual({ number: 1, seq: 2, kind: 'reported' })
    expect(await eventCount(database)).toBe(before + 1)
    expect(await database.db.select().from(submissions)).toHaveLength(1)
  })
  it('a form that does not say what it had seen is stale; a form’s id counts per person and per task', async () => {
    const { database, as } = await openLedgerWithTable()
    const health = as.officer(HEALTH)
    expect(await change(database, health, 1, report('2022-03-01'), '2022-03-01', null)).toMatchObject({ refused: 'stale' })
    done(await change(database, health, 1, report('2022-03-01'), '2022-03-01', 1, 'same'))
    expect(await change(database, health, 2, report('2022-03-01'), '2022-03-01', 1, 'same')).toMatchObject({ refused: 'stale' })
    done(await change(database, as.officer(COMPILE), 47, report('2022-03-01'), '2022-03-01', 1, 'same'))
  })
  it('a confirmation carries the version of its duty and never makes a report stale', async () => {
    const { database, as } = await openLedgerWithTable()
    const personnel = as.officer(PERSONNEL)
    const part: Command = {
      do: 'confirm',
      departmentId: personnel.departmentId ?? '',
      part: 'done',
      note: '',
      on: '2022-03-01',
      source: '',
    }
    done(await change(database, personnel, 47, part, '2022-03-01', 0))
    expect(await change(database, personnel, 47, part, '2022-03-01', 0)).toMatchObject({ refused: 'stale' })
    done(await change(database, as.officer(COMPILE), 47, report('2022-03-01'), '2022-03-01', 1))
  })
})

describe('contacts (rule 14)', () => {
  it('an edit of an old version is refused, and a confirmation of the same duty has moved on too', async () => {
    const { database, as } = await openLedgerWithTable()
    const personnel = as.officer(PERSONNEL)
    const departmentId = personnel.departmentId ?? ''
    const edit = (phone: string): Command => ({ do: 'edit_contacts', departmentId, office: '', contact: '', phone, leaderInCharge: '' })
    done(await change(database, personnel, 47, edit('1'), '2022-03-01', 0))
    expect(await change(database, as.supervisor, 47, edit('2'), '2022-03-01', 0)).toMatchObject({ refused: 'stale' })
    done(await change(database, as.supervisor, 47, edit('2'), '2022-03-01', 2))
    const lead = as.officer(COMPILE)
    const own = { ...edit('3'), departmentId: lead.departmentId ?? '' } as Command
    done(await change(database, lead, 47, own, '2022-03-01', 0))
    expect(await change(database, lead, 47, own, '2022-03-01', 0)).toMatchObject({ refused: 'stale' })
    done(await change(database, lead, 47, report('2022-03-01'), '2022-03-01', 1))
  })
})

describe('the record', () => {
  it('is tamper-evident', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await change(database, as.officer(HEALTH), 1, report('2022-03-01'), '2022-03-01'))
    const rows = await database.db
      .select()
      .from(taskEvents)
      .where(sql`task_id in (select id from tasks where number = 1)`)
      .orderBy(taskEvents.seq)
    expect(brokenLink(rows)).toBe(null)
    const tampered = rows.map((row) => (row.seq === 2 ? { ...row, payload: row.payload.replace('40', '90') } : row))
    expect(brokenLink(tampered)?.seq).toBe(2)
  })
  it('says when it was known: a late entry changes the past as known now, not as known then', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await change(database, as.officer(HEALTH), 1, report('2022-03-01', 50), '2022-09-01'))
    const on = (knownAt: string | null) => taskRows(database.db, as.leader, { asOf: '2022-04-01', knownAt, where: eq(tasks.number, 1) })
    expect((await on(null))[0]?.progress).toBe(50)
    expect((await on('2022-08-31T00:00:00.000Z'))[0]?.progress).toBe(0)
  })
  it('shows a department’s part as it was on an earlier day', async () => {
    const { database, as } = await openLedgerWithTable()
    const personnel = as.officer(PERSONNEL)
    const departmentId = personnel.departmentId ?? ''
    const part: Command = { do: 'confirm', departmentId, part: 'done', note: '', on: '2022-03-01', source: '' }
    done(await change(database, personnel, 47, part, '2022-03-01'))
    const partOn = async (day: string) => {
      const page = await departmentPage(database.db, personnel, departmentId, { asOf: day }, '2022-04-01')
      return page?.cooperating.find((row) => row.number === 47)?.duties.find((duty) => duty.departmentId === departmentId)
    }
    expect(await partOn('2022-02-01')).toMatchObject({ part: 'none', partSince: '2022-01-01' })
    expect(await partOn('2022-03-01')).toMatchObject({ part: 'done', partSince: '2022-03-01' })
  })
  it('shows what was written on a department’s behalf until it was seen', async () => {
    const { database, as } = await openLedgerWithTable()
    done(await change(database, as.supervisor, 1, report('2022-03-01', 30, '电话：王科长'), '2022-03-01'))
    const officer = as.officer(HEALTH)
    expect((await toDo(database.db, officer, '2022-03-02')).onOurBehalf).toMatchObject([{ number: 1, event: { seq: 2 } }])
    done(await change(database, officer, 1, { do: 'mark_seen', seqs: [2] }, '2022-03-02'))
    expect((await toDo(database.db, officer, '2022-03-02')).onOurBehalf).toEqual([])
  })
})

describe('SQL and TypeScript say the same, for all accounts, all tasks and several days', () => {
  it('visibility, overdue and light', async () => {
    const { database, as } = await openLedgerWithTable()
    await someHistory(database, as)
    const names = (await database.db.select({ name: departments.name }).from(departments)).map((row) => row.name)
    const viewers = [...names.map(as.officer), as.supervisor, as.leader, as.administrator, as.auditor]
    const all = await taskRows(database.db, as.supervisor, { asOf: '2024-01-01' })
    const stored = await storedPeriods(database)
    for (const viewer of viewers) {
      for (const day of ['2022-01-01', '2022-06-30', '2022-07-01', '2023-01-01', '2024-01-15', '2025-12-01', '2026-01-01']) {
        const rows = await taskRows(database.db, viewer, { asOf: day })
        const expected = all.filter((row) =>
          canSee(viewer, {
            leadDepartmentId: row.lead.departmentId,
            cooperatingDepartmentIds: row.cooperating.map((duty) => duty.departmentId),
          }),
        )
        expect(rows.map((row) => row.number)).toEqual(expected.map((row) => row.number))
        const overdue = await overduePage(database.db, viewer, { asOf: day, only: 'issued', pageSize: null })
        expect(new Set(overdue.rows.map((row) => row.number))).toEqual(
          new Set(rows.filter((row) => row.daysLate.issued > 0).map((row) => row.number)),
        )
        const listed = async (list: Parameters<typeof inList>[0]) =>
          (await taskRows(database.db, viewer, { asOf: day, where: inList(list, day) })).map((row) => row.number)
        const lists = {
          behind: await listed('behind'),
          due_soon: await listed('due_soon'),
          overdue_approved: await listed('overdue_approved'),
        }
        expect(await navCounts(database.db, viewer, day)).toMatchObject({ overdue: lists.overdue_approved.length })
        for (const row of rows) {
          const period = stored.get(row.number)?.find((one) => one.validFrom <= day && day < one.validTo) as Period
          expect(row.light).toBe(lightOn(period, day))
          expect(lists.behind.includes(row.number)).toBe(isBehind(period, day))
          expect(lists.due_soon.includes(row.number)).toBe(isDueSoon(period, day))
          expect(row.daysLate.approved > 0).toBe(isOverdue(period, 'approved', day))
        }
      }
    }
  })
  it('stored periods are the fold of the stored events; figures sum to the total', async () => {
    const { database, as } = await openLedgerWithTable()
    await someHistory(database, as)
    const stored = await storedPeriods(database)
    const rows = await database.db
      .select({ event: taskEvents, task: tasks })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .orderBy(taskEvents.seq)
    for (const [number, own] of Map.groupBy(rows, (row) => row.task.number)) {
      const facts = {
        start: '2022-01-01',
        issuedDueOn: own[0]?.task.issuedDueOn ?? null,
        thresholds: { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 },
      }
      const folded = periodsOf(
        facts,
        own.map((row) => eventOf(row.event)),
      )
      expect(stored.get(number)).toMatchObject(folded)
      expect(stored.get(number)).toHaveLength(folded.length)
    }
    const { all, byLead, onlyCooperating, byGoal } = await situation(database.db, as.supervisor, { asOf: '2024-01-15' })
    const sum = (numbers: number[]) => numbers.reduce((a, b) => a + b, 0)
    expect(sum(Object.values(all.lights))).toBe(91)
    expect(sum(byLead.map((row) => row.figures.total))).toBe(91)
    expect(sum(byGoal.map((row) => row.figures.total))).toBe(91)
    expect(byLead).toHaveLength(7)
    expect(sum([...byLead, ...onlyCooperating].map((row) => row.participating))).toBe(129)
  })
})

async function storedPeriods(database: Database) {
  const rows = await database.db
    .select({ state: taskStates, number: tasks.number })
    .from(taskStates)
    .innerJoin(tasks, eq(tasks.id, taskStates.taskId))
    .where(eq(taskStates.knownTo, FOREVER_AT))
    .orderBy(tasks.number, taskStates.validFrom)
  return new Map([...Map.groupBy(rows, (row) => row.number)].map(([number, own]) => [number, own.map((row) => row.state)]))
}

async function someHistory(database: Database, as: Accounts): Promise<void> {
  const health = as.officer(HEALTH)
  for (const [number, command, day, viewer] of [
    [1, report('2022-05-01', 30), '2022-05-01', health],
    [1, noChange('2022-06-01'), '2022-06-01', health],
    [1, report('2022-03-01', 10), '2022-06-02', health],
    [2, claim('2022-06-20'), '2022-06-20', health],
    [2, accept('2022-06-20', '2022-06-25'), '2022-06-25', as.supervisor],
    [17, claim('2022-03-01'), '2022-03-01', health],
    [17, giveBack('2022-03-10'), '2022-03-10', as.supervisor],
    [17, claim('2022-04-01'), '2022-04-01', health],
    [75, claim('2022-06-29'), '2022-06-30', health],
    [78, claim('2022-07-20'), '2022-07-20', health],
    [78, takeBack, '2022-08-01', health],
    [79, withdraw, '2022-05-01', as.supervisor],
    [91, report('2023-11-01', 99), '2023-11-01', health],
    [3, report('2022-05-01', 70), '2022-05-01', health],
    [3, { do: 'undo', seq: 2 }, '2022-05-01', health],
    [4, report('2022-05-01', 20), '2022-05-01', health],
    [4, { do: 'correct', seq: 2, reason: '填错', replacement: report('2022-04-01', 35) }, '2022-08-01', health],
  ] as [number, Command, string, Viewer][])
    done(await change(database, viewer, number, command, day))
}
