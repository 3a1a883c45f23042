// Who waits for whom, who has reported, early warning: over a real database, each list against a naive count over all tasks.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { ledgerPage } from '@/db/queries/ledger-page'
import { reportDue, reporting } from '@/db/queries/reporting'
import { taskRows } from '@/db/queries/task-rows'
import { waiting } from '@/db/queries/waiting'
import { warningBoard } from '@/db/queries/warning'
import { queryCount } from '@/db/query-count'
import { departments } from '@/db/schema'
import { openLedgerWithTable } from '@/db/testing'
import { addDays, earlierOf } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { isPastDue } from '@/domain/reporting-periods'
import { byRisk, riskOf } from '@/domain/risk'
import { at, claim, noChange, withdraw } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const TODAY = '2022-06-15'

let form = 0
const formId = () => `list-form-${++form}`
async function change(database: Database, viewer: Viewer, number: number, command: Command, day: string) {
  const outcome = await changeTask(database, viewer, { number, version: 'latest', formId: formId(), command }, at(day))
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
}
const idOf = async (database: Database, name: string): Promise<string> =>
  (await database.db.select().from(departments).where(eq(departments.name, name)))[0]?.id ?? ''
const allRows = (database: Database, viewer: Viewer, asOf: string) => taskRows(database.db, viewer, { asOf })
/** The first tasks with a cooperating department. */
async function shared(database: Database, viewer: Viewer, lead: string) {
  const rows = await allRows(database, viewer, TODAY)
  return rows.filter((row) => row.lead.department === lead && row.cooperating.length > 0)
}

describe('who waits for whom', () => {
  it('lists exactly the rows of the ledger’s filters, for every department and on several days', async () => {
    const { database, as } = await openLedgerWithTable()
    const [task] = await shared(database, as.supervisor, HEALTH)
    const part = task?.cooperating[0]
    if (!task || !part) throw new Error('no shared task')
    const confirm = (state: 'done' | 'obstructed' | 'waiting_for_lead', on: string): Command => ({
      do: 'confirm',
      departmentId: part.departmentId,
      part: state,
      note: '缺数据',
      on,
      source: '',
    })
    await change(database, as.officer(part.department), task.number, confirm('obstructed', '2022-03-01'), '2022-03-01')
    await change(database, as.officer(part.department), task.number, confirm('waiting_for_lead', '2022-04-15'), '2022-04-15')
    await change(database, as.officer(part.department), task.number, confirm('done', '2022-05-02'), '2022-05-02')
    await change(database, as.supervisor, 2, withdraw, '2022-05-10')
    const known = await database.db.select().from(departments)
    for (const asOf of ['2022-02-01', '2022-04-01', '2022-04-20', '2022-05-09', TODAY]) {
      const order = { asOf, sort: 'number', descending: false, page: 1 } as const
      for (const { id } of known) {
        const { waitsFor, awaited } = await waiting(database.db, as.supervisor, id, { asOf }, TODAY)
        const numbers = (items: { number: number }[]) => [...new Set(items.map(({ number }) => number))].sort((a, b) => a - b)
        const listed = async (filter: Parameters<typeof ledgerPage>[2]) =>
          (await ledgerPage(database.db, as.supervisor, filter, order)).rows.map((row) => row.number)
        expect(numbers(waitsFor)).toEqual(await listed({ waits: id }))
        expect(numbers(awaited)).toEqual(await listed({ waitsFor: id }))
      }
    }
    const then = await waiting(database.db, as.supervisor, task.lead.departmentId, { asOf: '2022-04-01' }, TODAY)
    expect(then.waitsFor.find((one) => one.number === task.number && one.cooperating.departmentId === part.departmentId)).toMatchObject({
      part: 'obstructed',
      note: '缺数据',
      since: '2022-03-01',
    })
    const asked = await waiting(database.db, as.supervisor, part.departmentId, { asOf: '2022-04-20' }, TODAY)
    expect(asked.waitsFor.map(({ number, part: state }) => [number, state])).toContainEqual([task.number, 'waiting_for_lead'])
    const read = queryCount()
    await waiting(database.db, as.officer(HEALTH), task.lead.departmentId, { asOf: TODAY }, TODAY)
    expect(queryCount() - read).toBe(3)
  })
})

describe('who has reported', () => {
  const PLAN = { number: 1, rhythm: 'monthly', reportDay: 25, reportingFrom: null, openedOn: '2022-01-01' } as const
  it('agrees with a naive count over all tasks, for every period and several days, in three queries', async () => {
    const { database, as } = await openLedgerWithTable()
    const rows = await allRows(database, as.supervisor, TODAY)
    const officer = (number: number) => as.officer(rows.find((row) => row.number === number)?.lead.department ?? '')
    for (const [number, day] of [
      [1, '2022-02-10'],
      [1, '2022-03-10'],
      [2, '2022-03-26'],
      [3, '2022-04-02'],
      [52, '2022-05-30'],
      [60, '2022-06-03'],
    ] as const) {
      await change(database, officer(number), number, noChange(day), day)
    }
    await change(database, officer(5), 5, claim('2022-04-10'), '2022-04-10')
    await change(database, as.supervisor, 6, withdraw, '2022-05-05')
    for (const asOf of ['2022-02-20', '2022-04-26', TODAY]) {
      const read = queryCount()
      const found = await reporting(database.db, as.supervisor, PLAN, { asOf })
      expect(queryCount() - read).toBe(3)
      expect(found.periods[0]?.key).toBe(asOf.slice(0, 7))
      for (const [index, period] of found.periods.entries()) {
        const then = await allRows(database, as.supervisor, earlierOf(period.to, asOf))
        for (const row of found.rows) {
          const owing = then.filter(
            (one) => one.lead.departmentId === row.departmentId && (one.state === 'not_started' || one.state === 'in_progress'),
          )
          const reported = owing.filter(({ lastReportOn }) => lastReportOn !== null && lastReportOn >= period.from)
          expect(row.cells[index]).toMatchObject({ owed: owing.length, reported: reported.length })
        }
      }
      for (const row of found.rows) {
        const order = { asOf, sort: 'number', descending: false, page: 1 } as const
        const missing = await ledgerPage(database.db, as.supervisor, { lead: row.departmentId, silentSince: found.since }, order)
        expect(missing.total).toBe(row.owed - row.reported)
        const settled = row.cells.filter(({ period, owed }) => isPastDue(period, asOf) && owed > 0)
        const kept = settled.findIndex(({ owed, reported }) => reported >= owed)
        expect(row.missedInARow).toBe(kept === -1 ? settled.length : kept)
      }
    }
  })
  it('tells an officer how much is missing, and nothing where there is no rhythm or before its start', async () => {
    const { database, as } = await openLedgerWithTable()
    const health = await idOf(database, HEALTH)
    const own = (await allRows(database, as.supervisor, TODAY)).filter((row) => row.lead.departmentId === health)
    await change(database, as.officer(HEALTH), own[0]?.number ?? 0, noChange('2022-06-10'), '2022-06-10')
    const due = await reportDue(database.db, as.officer(HEALTH), PLAN, health, TODAY)
    expect(due).toMatchObject({ period: { key: '2022-06', dueOn: '2022-06-25' }, owed: own.length, missing: own.length - 1 })
    expect(await reportDue(database.db, as.officer(HEALTH), { ...PLAN, rhythm: 'none' }, health, TODAY)).toBeNull()
    expect(await reportDue(database.db, as.officer(HEALTH), PLAN, health, '2022-01-20')).toBeNull()
    const silence = await reporting(database.db, as.leader, { ...PLAN, rhythm: 'none' }, { asOf: TODAY })
    expect(silence).toMatchObject({ current: null, periods: [], since: addDays(TODAY, -31) })
    expect(silence.rows.find((row) => row.departmentId === health)).toMatchObject({ owed: own.length, reported: 1, missedInARow: 0 })
  })
})

describe('early warning', () => {
  it('lists the open, unclaimed tasks due within so many days, in order of risk, and counts the overdue ones apart', async () => {
    const { database, as } = await openLedgerWithTable()
    const rows = await allRows(database, as.supervisor, TODAY)
    const officer = (number: number) => as.officer(rows.find((row) => row.number === number)?.lead.department ?? '')
    await change(database, officer(2), 2, claim('2022-05-10'), '2022-05-10')
    for (const asOf of ['2022-05-09', TODAY, '2022-07-01', '2022-12-20']) {
      for (const within of [7, 30, 90]) {
        const then = await allRows(database, as.supervisor, asOf)
        const expected = then.filter(
          ({ state, deadline: { approvedDueOn } }) =>
            (state === 'not_started' || state === 'in_progress') &&
            approvedDueOn !== null &&
            approvedDueOn >= asOf &&
            approvedDueOn <= addDays(asOf, within),
        )
        const board = await warningBoard(database.db, as.supervisor, { asOf, within, pageSize: null })
        expect(board.rows.map(({ row }) => row.number).sort((a, b) => a - b)).toEqual(expected.map((row) => row.number))
        expect(board.rows.map(({ risk }) => risk)).toEqual(board.rows.map(({ risk }) => risk).toSorted(byRisk))
        expect(board.overdue).toBe(then.filter((row) => row.daysLate.approved > 0).length)
        expect(board.rows.some(({ row }) => row.light === 'overdue')).toBe(false)
        // page by page it is the same board
        const paged = []
        for (let page = 1; page <= Math.ceil(board.total / 5); page++) {
          const part = await warningBoard(database.db, as.supervisor, { asOf, within, page, pageSize: 5 })
          expect(part).toMatchObject({ page, total: expected.length, overdue: board.overdue })
          paged.push(...part.rows)
        }
        expect(paged).toEqual(board.rows)
        expect((await warningBoard(database.db, as.supervisor, { asOf, within, page: 99, pageSize: 5 })).rows).toEqual(
          board.rows.slice(-(board.total % 5 || 5)),
        )
        for (const { row, risk, unconfirmed } of board.rows)
          expect(risk).toEqual(riskOf(row, row.deadline.approvedDueOn ?? '', unconfirmed.length, asOf))
      }
    }
  })
})
