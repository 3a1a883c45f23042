import { describe, expect, it, onTestFinished, vi } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { handOnMessages } from '@/db/commands/hand-on-messages'
import { takeLease } from '@/db/commands/lease'
import { sendAgain } from '@/db/commands/record-sending'
import { unsentDeliveries } from '@/db/queries/deliveries'
import { messages } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { deadAddress, robotServer, settings } from '@/jobs/channels/testing'
import { LEASE, runJobs } from '@/jobs/clockwork'
import { handOn } from '@/jobs/hand-on'
import { openMailServer } from '@/jobs/mail-server'
import { sendOutbox } from '@/jobs/send-outbox'
import { allDeliveries, house } from '@/jobs/testing'

const START = '2026-11-23T01:00:00.000Z'
const SMTP_FROM = 'ledger@example.gov.cn'
const later = (minutes: number) => () => new Date(Date.parse(START) + minutes * 60_000).toISOString()

async function ledger(channel: 'email' | 'wecom', count = 1) {
  const { database, as } = await openLedgerWithTable()
  const made = Array.from({ length: count }, (_, index) => ({
    key: `test:${String(index).padStart(3, '0')}`,
    channel,
    departmentId: as.officer('区卫生健康局').departmentId,
    userId: null,
    addresses: channel === 'email' ? ['a@example.gov.cn'] : [],
    digestOn: null,
    subject: `督办台账：第${index}项`,
    text: '请看',
    messageIds: [],
  }))
  await database.inTransaction((tx) => handOnMessages(tx, made, [], { now: START, dueAt: START }))
  return { database, as }
}

async function mailServer(port?: number) {
  const server = await openMailServer(port)
  onTestFinished(server.close)
  return server
}

describe('the outbox', () => {
  it('loses nothing while the mail server is down: it tries again, and sends once when the server is back', async () => {
    const { database } = await ledger('email')
    const dead = await deadAddress()
    const channels = settings({ SMTP_URL: `smtp://${dead}`, SMTP_FROM })
    expect(await sendOutbox(database, channels, later(0))).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect(await sendOutbox(database, channels, later(0.5))).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(await sendOutbox(database, channels, later(1))).toEqual({ sent: 0, failed: 1, givenUp: 0 })
    expect((await allDeliveries(database))[0]).toMatchObject({ attempts: 2, dueAt: later(6)(), sentAt: null, failedAt: null })
    const { mails } = await mailServer(Number(dead.split(':')[1]))
    expect(await sendOutbox(database, channels, later(6))).toEqual({ sent: 1, failed: 0, givenUp: 0 })
    expect(await sendOutbox(database, channels, later(60))).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(mails).toMatchObject([{ to: ['a@example.gov.cn'], subject: '督办台账：第0项' }])
    expect((await allDeliveries(database))[0]).toMatchObject({ sentAt: later(6)(), lastError: null })
  })

  it('that could not write down that it sent sends again under the same id', async () => {
    const { database } = await ledger('email')
    const { port, mails } = await mailServer()
    const channels = settings({ SMTP_URL: `smtp://127.0.0.1:${port}`, SMTP_FROM })
    let writes = 0
    const dying: Database = {
      ...database,
      inTransaction: (body) => (writes++ === 0 ? database.inTransaction(body) : Promise.reject(new Error('the process died'))),
    }
    await expect(sendOutbox(dying, channels, later(0))).rejects.toThrow('died')
    expect(await sendOutbox(database, channels, later(4.9))).toMatchObject({ sent: 0 })
    await sendOutbox(database, channels, later(5))
    expect(mails).toHaveLength(2)
    expect(mails[0]?.id).toBe(mails[1]?.id)
  })

  it('gives up what is refused for good and what failed for three days; an administrator sends it again', async () => {
    const { database, as } = await ledger('wecom')
    const robot = await robotServer(() => ({ body: { errcode: 93000, errmsg: 'invalid webhook url' } }))
    const channels = settings({ WECOM_WEBHOOK_URL: `${robot.origin}/send?key=0123456789` })
    expect(await sendOutbox(database, channels, later(0))).toEqual({ sent: 0, failed: 0, givenUp: 1 })
    const { lines, failed } = await unsentDeliveries(database.db, as.administrator)
    expect(failed).toBe(1)
    expect(lines[0]).toMatchObject({ recipient: '区卫生健康局', failedAt: START, lastError: expect.stringContaining('93000') })
    expect(JSON.stringify(lines)).not.toContain('请看')

    const time = { now: later(5)(), real: later(5)() }
    for (const viewer of [as.supervisor, as.officer('区卫生健康局'), as.auditor])
      expect(await sendAgain(database, viewer, lines[0]?.id ?? '', time)).toBe('hidden')
    expect(await sendAgain(database, as.administrator, lines[0]?.id ?? '', time)).toEqual({ again: '督办台账：第0项' })
    const dead = settings({ WECOM_WEBHOOK_URL: `http://${await deadAddress()}/send?key=0123456789` })
    let minutes = 5
    let given = 0
    for (; given === 0 && minutes < 10_000; minutes += 60) given = (await sendOutbox(database, dead, later(minutes))).givenUp
    expect(minutes).toBeGreaterThan(3 * 24 * 60)
    expect(await unsentDeliveries(database.db, as.supervisor)).toMatchObject({ lines: [], failed: 0 })
  })

  it('sends at most 20 texts a minute to a robot, oldest first, and leaves a channel alone that does not answer', async () => {
    const { database } = await ledger('wecom', 25)
    const dead = settings({ WECOM_WEBHOOK_URL: `http://${await deadAddress()}/send?key=0123456789` })
    expect(await sendOutbox(database, dead, later(0))).toEqual({ sent: 0, failed: 3, givenUp: 0 })
    const robot = await robotServer(() => ({ body: { errcode: 0 } }))
    const channels = settings({ WECOM_WEBHOOK_URL: `${robot.origin}/send?key=0123456789` })
    expect(await sendOutbox(database, channels, later(1))).toMatchObject({ sent: 20 })
    expect(await sendOutbox(database, channels, later(2))).toMatchObject({ sent: 5 })
    expect(await sendOutbox(database, settings(), later(3))).toMatchObject({ sent: 0 })
  })

  it('sends each text once when a second server takes over while the first one is still sending', async () => {
    const { database } = await ledger('wecom', 4)
    const texts: string[] = []
    let second: Promise<unknown> | null = null
    const robot = await robotServer(({ raw }) => {
      texts.push(JSON.parse(raw).text.content)
      second ??= runJobs(server('two', 3), 'all')
      return { body: { errcode: 0 } }
    })
    const channels = settings({ WECOM_WEBHOOK_URL: `${robot.origin}/send?key=0123456789` })
    const server = (holder: string, minutes: number) =>
      house(database, { today: () => '2026-11-23', now: later(minutes), real: later(minutes) }, { holder, channels })
    const first = await runJobs(server('one', 0), 'all')
    expect(first).toMatchObject([{}, {}, { job: 'outbox' }])
    expect(await second).toMatchObject([{}, {}, { job: 'outbox' }])
    const own = texts.filter((text) => text.endsWith('项\n请看'))
    expect(own.sort()).toEqual([0, 1, 2, 3].map((number) => `督办台账：第${number}项\n请看`))
    expect(texts).toHaveLength((await allDeliveries(database)).filter(({ sentAt }) => sentAt !== null).length)
  })

  it('is left to the other server as soon as the lease turns out to be lost', async () => {
    const { database } = await ledger('wecom', 3)
    vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
    onTestFinished(() => void vi.useRealTimers())
    let lost: Promise<unknown> | null = null
    const robot = await robotServer(() => ({ body: { errcode: 0 } }))
    const channels = settings({ WECOM_WEBHOOK_URL: `${robot.origin}/send?key=0123456789` })
    const other = { name: LEASE, holder: 'two', until: later(60)() }
    const inTransaction: Database['inTransaction'] = async (body) => {
      const result = await database.inTransaction(body)
      if (lost === null && (await allDeliveries(database)).some(({ sentAt }) => sentAt !== null)) {
        lost = takeLease(database, other, later(5)())
        await lost
        await vi.advanceTimersByTimeAsync(60_000)
        await database.inTransaction(() => Promise.resolve())
      }
      return result
    }
    const clock = { today: () => '2026-11-23', now: later(0), real: later(0) }
    expect((await runJobs(house({ ...database, inTransaction }, clock, { holder: 'one', channels }), 'all')) as unknown[]).toMatchObject([
      {},
      {},
      { job: 'outbox', outcome: { sent: 1 } },
    ])
    expect(robot.requests).toHaveLength(1)
  })

  it('does not send any more what was taken back, and sends a digest of which something stands', async () => {
    const { database, as } = await ledger('wecom', 0)
    const act = (number: number, command: Parameters<typeof changeTask>[2]['command']) =>
      changeTask(
        database,
        as.supervisor,
        { number, version: 'latest', formId: crypto.randomUUID(), command },
        {
          today: '2022-02-01',
          now: '2022-02-01T02:00:00.000Z',
        },
      )
    const comment = (number: number) => act(number, { do: 'comment', text: '写错了', answers: null, source: '' })
    const undo = async (number: number) => {
      const [told] = (await database.db.select().from(messages)).filter(({ payload }) => JSON.parse(payload).number === number)
      expect(await act(number, { do: 'undo', seq: told?.seq ?? 0 })).toHaveProperty('done')
    }
    const time = { today: '2026-11-23', now: START, real: START, digestNow: true }
    await comment(2)
    await handOn(database, { channels: ['wecom'], address: null }, time)
    await undo(2)
    const made = await allDeliveries(database)
    expect(made.length).toBeGreaterThan(0)
    const robot = await robotServer(() => ({ body: { errcode: 0 } }))
    const channels = settings({ WECOM_WEBHOOK_URL: `${robot.origin}/send?key=0123456789` })
    expect(await sendOutbox(database, channels, later(0))).toEqual({ sent: 0, failed: 0, givenUp: 0 })
    expect(await unsentDeliveries(database.db, as.administrator)).toMatchObject({ lines: [], failed: 0, waiting: 0 })

    await comment(2)
    await comment(3)
    await handOn(database, { channels: ['wecom'], address: null }, { ...time, today: '2026-11-24' })
    await undo(3)
    expect((await sendOutbox(database, channels, later(0))).sent).toBeGreaterThan(0)
    expect(robot.requests.map(({ raw }) => raw).join()).toContain('第2项')
  })
})
