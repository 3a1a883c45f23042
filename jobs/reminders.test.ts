import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { queryCount } from '@/db/query-count'
import { plans } from '@/db/schema'
import { notices } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { addDays } from '@/domain/calendar'
import { remind } from '@/jobs/reminders'
import { allMessages, at } from '@/jobs/testing'

const on = (day: string) => ({ today: day, now: at(day, '07:30') })
const sum = (counts: object) => Object.values(counts).reduce((total: number, count: number) => total + count, 0)

describe('reminders', () => {
  it('tell lead and cooperating departments of what is due within 30 days, once for each threshold, however often they run', async () => {
    const { database } = await openLedgerWithTable()
    // task 1 is due on 2022-06-30
    const about = async () => (await allMessages(database)).filter(({ kind, key }) => kind === 'due_soon' && key?.includes('2022-06-30'))
    for (let day = '2022-05-25'; day <= '2022-07-02'; day = addDays(day, 1))
      for (let run = 0; run < 2; run++) await remind(database, on(day))
    const told = await about()
    const thresholds = new Set(told.map(({ key }) => key?.split(':')[3]))
    expect(thresholds).toEqual(new Set(['30', '7', '0']))
    expect(new Set(told.map(({ key }) => key)).size).toBe(told.length)
    expect(told[0]).toMatchObject({ urgent: false, userId: null, createdAt: at('2022-05-31', '07:30') })
  })

  it('after weeks of silence say what holds today, each thing once', async () => {
    const { database } = await openLedgerWithTable()
    const first = await remind(database, on('2022-08-10'))
    expect(first.overdue).toBeGreaterThan(0)
    const keys = (await allMessages(database)).map(({ key }) => key)
    const deadlines = keys
      .filter((key) => /^(due_soon|overdue):/.test(key ?? ''))
      .map((key) =>
        key
          ?.split(':')
          .filter((_, i) => i === 1 || i > 2)
          .join(),
      )
    expect(keys.length).toBe(sum(first))
    expect(new Set(deadlines).size).toBe(deadlines.length)
    for (let run = 0; run < 10; run++) expect(await remind(database, on('2022-08-10'))).toEqual({})
    expect((await remind(database, on('2022-08-11'))).overdue).toBeUndefined()
  })

  it('spare what is claimed, and cooperating departments whose part is done', async () => {
    const { database, as } = await openLedgerWithTable()
    const both = await remind(database, on('2022-06-30'))
    const { database: other, as: there } = { database, as }
    expect(both.due_soon).toBeGreaterThan(0)
    const command = {
      do: 'claim',
      on: '2022-06-30',
      note: '建成',
      evidence: null,
      unconfirmedReason: '电话确认',
      signOff: { name: '张', post: '局长', on: '2022-06-30' },
      source: '电话',
    } as const
    const change = { number: 1, version: 'latest' as const, formId: 'claim', command }
    expect(await changeTask(other, there.supervisor, change, on('2022-06-30'))).toMatchObject({ done: { kind: 'claimed' } })
    await remind(database, on('2022-07-01'))
    const late = (await allMessages(database)).filter(({ kind, payload }) => kind === 'overdue' && JSON.parse(payload).number === 1)
    expect(late).toEqual([])
  })

  it('ask for reports three working days before they are due, and tell supervisors who did not report', async () => {
    const { database, as } = await openLedgerWithTable()
    // Friday 25 February 2022
    expect((await remind(database, on('2022-02-21'))).report_due).toBeUndefined()
    expect((await remind(database, on('2022-02-22'))).report_due).toBe(7)
    expect((await remind(database, on('2022-02-25'))).report_due).toBeUndefined()
    const missed = await remind(database, on('2022-02-26'))
    expect(missed.not_reported).toBe(7 + 7 * 2)
    const health = (await allMessages(database)).filter(
      ({ departmentId, kind }) => departmentId === as.officer('区卫生健康局').departmentId && kind === 'not_reported',
    )
    expect(health.map(({ payload }) => JSON.parse(payload))).toEqual([
      { who: '区卫生健康局', label: '2022-02', day: '2022-02-25', count: 64 },
    ])
    expect((await remind(database, on('2022-03-15'))).not_reported).toBeUndefined()
  })

  it('call a reply to mind the day before, and tell supervisors when it is late', async () => {
    const { database, as } = await openLedgerWithTable()
    await addNotice(database, as.officer('区卫生健康局').departmentId ?? '', as.supervisor.userId)
    expect((await remind(database, on('2022-02-01'))).reply_due).toBeUndefined()
    expect((await remind(database, on('2022-02-09'))).reply_due).toBe(1)
    expect((await remind(database, on('2022-02-10'))).reply_due).toBeUndefined()
    expect((await remind(database, on('2022-02-11'))).reply_overdue).toBe(1 + 2)
  })

  it('cost the same few queries whatever the number of tasks, and nothing before a plan is there', async () => {
    const { database } = await openLedgerWithTable()
    await remind(database, on('2022-12-31'))
    const before = queryCount()
    await remind(database, on('2022-12-31'))
    expect(queryCount() - before).toBeLessThanOrEqual(12)
  })
})

async function addNotice(database: Database, departmentId: string, issuedBy: string): Promise<void> {
  await database.inTransaction(async (tx) => {
    const [plan] = await tx.select({ id: plans.id }).from(plans)
    await tx.insert(notices).values({
      id: 'notice-1',
      planId: plan?.id ?? '',
      mark: '满督',
      year: 2022,
      number: 1,
      colour: 'blue',
      departmentId,
      demand: '请说明',
      replyBy: '2022-02-10',
      issuedOn: '2022-01-20',
      issuedAt: at('2022-01-20', '10:00'),
      issuedBy,
      issuer: '满城区',
      redHead: true,
      text: '{}',
      state: 'issued',
      version: 1,
    })
  })
}
