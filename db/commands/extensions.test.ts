// Extensions, checks and stage results over a real database: what the lists, counts and queues say of them (domain.md, rules 3, 4 and 12).
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask, type Outcome } from '@/db/commands/change-task'
import { decisionQueue } from '@/db/queries/decision-queue'
import type { List } from '@/db/queries/ledger-filter'
import { ledgerPage } from '@/db/queries/ledger-page'
import { navCounts } from '@/db/queries/nav-counts'
import { overduePage } from '@/db/queries/overdue-page'
import { reviewQueue } from '@/db/queries/review-queue'
import { situation } from '@/db/queries/situation'
import { taskPage } from '@/db/queries/task-page'
import { trackToDo } from '@/db/queries/track-to-do'
import { openLedgerWithTable } from '@/db/testing'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import {
  accept,
  approve,
  askExtension,
  at,
  check,
  claim,
  makeLongTerm,
  refuse,
  report,
  returnStage,
  stage,
  undo,
  verifyStage,
} from '@/domain/testing'

const HEALTH = '区卫生健康局'
/** Led by the health bureau alone, due at the end of June 2022. */
const TASK = 2

let form = 0
const changeOf =
  (database: Database, number = TASK) =>
  async (viewer: Viewer, command: Command, day: string): Promise<number> => {
    const outcome: Outcome = await changeTask(
      database,
      viewer,
      { number, version: 'latest', formId: `extensions-${++form}`, command },
      at(day),
    )
    if (outcome === 'hidden' || 'refused' in outcome) throw new Error(`${command.do}: ${JSON.stringify(outcome)}`)
    return outcome.done.seq
  }

async function open() {
  const { database, as } = await openLedgerWithTable()
  const { db } = database
  const officer = as.officer(HEALTH)
  return {
    database,
    db,
    as,
    officer,
    change: changeOf(database),
    rowOn: async (day: string) => {
      const page = await taskPage(db, as.supervisor, TASK, day)
      if (!page) throw new Error('no task')
      return page.row
    },
    listed: async (list: List, day: string) => {
      const { rows } = await ledgerPage(db, as.supervisor, { list }, { asOf: day, sort: 'number', descending: false, page: 1 })
      return rows.some(({ number }) => number === TASK)
    },
  }
}

describe('an extension', () => {
  it('is asked for in vain until a supervisor decides: the light stays red, the request is listed', async () => {
    const { change, officer, rowOn, listed } = await open()
    await change(officer, askExtension('2022-12-31', '2022-07-05'), '2022-07-05')
    expect(await rowOn('2022-07-06')).toMatchObject({ light: 'overdue', daysLate: { approved: 6, issued: 6 }, extensions: 0 })
    expect(await listed('extension_requested', '2022-07-06')).toBe(true)
    expect(await listed('extended', '2022-07-06')).toBe(false)
  })

  it('approved with another date moves the approved deadline alone, from its effective day on; the issued one stays', async () => {
    const { change, officer, as, rowOn, listed } = await open()
    const seq = await change(officer, askExtension('2022-12-31', '2022-07-05'), '2022-07-05')
    await change(as.supervisor, approve(seq, '2022-09-30', '2022-07-08', '先延一个季度'), '2022-07-10')
    expect(await rowOn('2022-07-07')).toMatchObject({ light: 'overdue', extensions: 0 })
    expect(await rowOn('2022-07-10')).toMatchObject({
      deadline: { issuedDueOn: '2022-06-30', approvedDueOn: '2022-09-30' },
      daysLate: { approved: 0, issued: 10 },
      extensions: 1,
      extensionSeq: null,
    })
    expect((await rowOn('2022-07-10')).light).not.toBe('overdue')
    expect(await listed('extended', '2022-07-10')).toBe(true)
    expect(await listed('overdue_issued', '2022-07-10')).toBe(true)
    expect(await listed('overdue_approved', '2022-07-10')).toBe(false)
    expect((await rowOn('2022-10-01')).light).toBe('overdue')
  })

  it('undone gives the request back, and the red light', async () => {
    const { change, officer, as, rowOn } = await open()
    const seq = await change(officer, askExtension('2022-12-31', '2022-07-05'), '2022-07-05')
    const approved = await change(as.supervisor, approve(seq, '2022-12-31', '2022-07-10'), '2022-07-10')
    await change(as.supervisor, undo(approved), '2022-07-10')
    expect(await rowOn('2022-07-10')).toMatchObject({ light: 'overdue', extensions: 0, extensionSeq: seq })
  })

  it('refused stands on the lead’s home until the lead says something', async () => {
    const { change, officer, as, db } = await open()
    const seq = await change(officer, askExtension('2022-12-31', '2022-05-05'), '2022-05-05')
    await change(as.supervisor, refuse(seq), '2022-05-10')
    expect(await trackToDo(db, officer, '2022-05-10')).toMatchObject([
      { row: { number: TASK }, refused: { payload: { reason: '理由不足' } }, returned: [], missing: [] },
    ])
    expect(await trackToDo(db, as.officer('区财政局'), '2022-05-10')).toEqual([])
    await change(officer, report('2022-05-11'), '2022-05-11')
    expect(await trackToDo(db, officer, '2022-05-11')).toEqual([])
  })
})

describe('what awaits a supervisor', () => {
  it('lists claims, requests and stage results as often as the menu counts them; nobody else has the list', async () => {
    const { change, officer, as, db, database } = await open()
    const today = '2022-07-05'
    await change(officer, askExtension('2022-08-31', '2022-07-01'), '2022-07-01')
    const replacing = await change(officer, askExtension('2022-12-31', today), today)
    await change(officer, claim(today), today)
    const longTerm = changeOf(database, 3)
    await longTerm(as.supervisor, makeLongTerm, '2022-03-01')
    await longTerm(officer, stage(2022, today), today)
    const queue = await decisionQueue(db, as.supervisor, today)
    expect(queue?.extensions).toMatchObject([{ number: TASK, lead: HEALTH, daysLate: 5, event: { seq: replacing } }])
    expect(queue?.stages).toMatchObject([{ number: 3, daysLate: 0 }])
    const claims = await reviewQueue(db, as.supervisor, today)
    expect(claims).toHaveLength(1)
    expect((await navCounts(db, as.supervisor, today)).toDecide).toBe(3)
    for (const viewer of [officer, as.leader, as.administrator, as.auditor]) expect(await decisionQueue(db, viewer, today)).toBeNull()
  })
})

describe('a check', () => {
  it('below the report is a gap; it changes neither progress nor light', async () => {
    const { change, officer, as, rowOn, listed, db } = await open()
    await change(officer, report('2022-05-01', 80), '2022-05-01')
    const before = await rowOn('2022-05-03')
    await change(as.supervisor, check('2022-05-03', 60), '2022-05-03')
    expect(await rowOn('2022-05-03')).toMatchObject({ progress: 80, checked: 60, light: before.light })
    expect(await listed('gap', '2022-05-03')).toBe(true)
    expect((await situation(db, as.leader, { asOf: '2022-05-03' })).all.gap).toBe(1)
    await change(officer, report('2022-05-04', 60), '2022-05-04')
    expect(await listed('gap', '2022-05-04')).toBe(false)
  })

  it('of a closed task can reopen it; undone, it is closed again and the visit did not take place', async () => {
    const { change, officer, as, rowOn } = await open()
    await change(officer, claim('2022-06-20'), '2022-06-20')
    await change(as.supervisor, accept('2022-06-20', '2022-06-21'), '2022-06-21')
    await change(as.supervisor, check('2022-06-25', 70), '2022-06-25')
    expect(await rowOn('2022-06-25')).toMatchObject({ state: 'closed', progress: 100, checked: 70 })
    const reopened = await change(as.supervisor, check('2022-06-26', 50, true), '2022-06-26')
    expect(await rowOn('2022-06-26')).toMatchObject({ state: 'in_progress', checked: 50 })
    await change(as.supervisor, undo(reopened), '2022-06-26')
    expect(await rowOn('2022-06-26')).toMatchObject({ state: 'closed', checked: 70 })
  })
})

describe('a task made long-term', () => {
  it('is never overdue, owes a result each year from 1 January on, and leaves the list once it is given and verified', async () => {
    const { change, officer, as, rowOn, listed, db } = await open()
    const seq = await change(officer, askExtension('2022-12-31', '2022-07-05'), '2022-07-05')
    await change(as.supervisor, makeLongTerm, '2022-07-10')
    await expect(change(as.supervisor, approve(seq, '2022-12-31', '2022-07-11'), '2022-07-11')).rejects.toThrow('wrong-state')
    expect(await rowOn('2022-07-09')).toMatchObject({ light: 'overdue', deadline: { issuedDueOn: '2022-06-30' } })
    expect(await rowOn('2022-07-10')).toMatchObject({ deadline: { issued: '2022年6月', issuedDueOn: null, approvedDueOn: null } })
    expect((await rowOn('2030-01-01')).daysLate).toEqual({ approved: 0, issued: 0 })
    expect(await listed('long_term', '2022-07-10')).toBe(true)
    expect(await listed('stage_missing', '2022-12-31')).toBe(false)
    expect(await listed('stage_missing', '2023-01-01')).toBe(true)
    expect(await trackToDo(db, officer, '2023-01-01')).toMatchObject([{ missing: [2022] }])

    const first = await change(officer, stage(2022, '2023-01-05'), '2023-01-05')
    expect(await trackToDo(db, officer, '2023-01-05')).toEqual([])
    await change(as.supervisor, returnStage(first), '2023-01-06')
    expect(await trackToDo(db, officer, '2023-01-06')).toMatchObject([{ returned: [{ payload: { year: 2022 } }], missing: [] }])
    const second = await change(officer, stage(2022, '2023-01-07'), '2023-01-07')
    await change(as.supervisor, verifyStage(second), '2023-01-08')
    expect(await listed('stage_missing', '2023-01-08')).toBe(false)
    expect(await trackToDo(db, officer, '2023-01-08')).toEqual([])
    expect((await overduePage(db, as.supervisor, { asOf: '2023-01-08', pageSize: null })).rows.some(({ number }) => number === TASK)).toBe(
      false,
    )
  })
})
