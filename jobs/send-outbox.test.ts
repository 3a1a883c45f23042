import { describe, expect, it, onTestFinished } from 'vitest'
import type { Database } from '@/db/client'
import { handOnMessages } from '@/db/commands/hand-on-messages'
import { sendAgain } from '@/db/commands/record-sending'
import { unsentDeliveries } from '@/db/queries/deliveries'
import { openLedgerWithTable } from '@/db/testing'
import { deadAddress, robotServer, settings } from '@/jobs/channels/testing'
import { openMailServer } from '@/jobs/mail-server'
import { sendOutbox } from '@/jobs/send-outbox'
import { allDeliveries } from '@/jobs/testing'

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
    const dying: Database = { ...database, inTransaction: () => Promise.reject(new Error('the process died')) }
    await expect(sendOutbox(dying, channels, later(0))).rejects.toThrow('died')
    await sendOutbox(database, channels, later(1))
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
})
