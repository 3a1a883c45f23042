import { and, eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { post } from '@/db/commands/post-messages'
import { duties, tasks } from '@/db/schema'
import { deliveryMessages } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import type { NewMessage } from '@/domain/messages'
import type { Channel } from '@/jobs/channels/channel'
import { handOn } from '@/jobs/hand-on'
import { allDeliveries, allMessages, at, setEmail, timeAt } from '@/jobs/testing'

const MONDAY = '2026-11-23'
const by = (...channels: Channel[]) => ({ channels, address: 'https://ledger.example' })
const told = (departmentId: string, number: number, more: Partial<NewMessage> = {}): NewMessage => ({
  to: { departmentId },
  kind: 'returned',
  urgent: false,
  words: { number, title: '建设医联体', who: '王督查', text: '缺验收单' },
  ...more,
})

async function ledger() {
  const { database, as } = await openLedgerWithTable()
  const health = as.officer('区卫生健康局')
  const departmentId = health.departmentId ?? ''
  await setEmail(database, health.userId, 'wj@example.gov.cn')
  let minute = 10
  const tell = async (...messages: NewMessage[]): Promise<void> => {
    for (const message of messages) await database.inTransaction((tx) => post(tx, [message], {}, at(MONDAY, `07:${minute++}`), null))
  }
  return { database, as, departmentId, tell }
}

const left = async (database: Database) => (await allMessages(database)).filter(({ handedOnAt }) => handedOnAt === null).length

describe('handing on', () => {
  it('makes one digest a day of all that waits, from 08:30 on a working day', async () => {
    const { database, departmentId, tell } = await ledger()
    await tell(
      told(departmentId, 47),
      told(departmentId, 47, { kind: 'overdue', words: { number: 47, title: '建设医联体', day: '2026-10-31' } }),
      told(departmentId, 48),
    )
    expect(await handOn(database, by('email'), timeAt(MONDAY, '08:29'))).toEqual({ handedOn: 0, deliveries: 0 })
    expect(await handOn(database, by('email'), timeAt('2026-11-22', '09:00'))).toEqual({ handedOn: 0, deliveries: 0 })
    expect(await handOn(database, by('email', 'wecom'), timeAt(MONDAY, '08:30'))).toEqual({ handedOn: 3, deliveries: 2 })
    const [mail, robot] = await allDeliveries(database)
    expect(mail).toMatchObject({
      key: `digest:${departmentId}:${MONDAY}:email`,
      digestOn: MONDAY,
      channel: 'email',
      addresses: '["wj@example.gov.cn"]',
      subject: '督办台账：第47项等3件事',
      text: `区卫生健康局：
第47项　建设医联体
· 王督查退回了办结申请：缺验收单
· 已逾期，时限是2026年10月31日
第48项　建设医联体
· 王督查退回了办结申请：缺验收单

详见：https://ledger.example/messages`,
    })
    expect(robot).toMatchObject({
      channel: 'wecom',
      addresses: '[]',
      subject: '督办台账：第47项等3件事',
      text: `区卫生健康局：3件事
· 第47项：退回办结申请、逾期
· 第48项：退回办结申请

详见：https://ledger.example/messages`,
    })
    expect(await database.db.select().from(deliveryMessages)).toHaveLength(6)

    await tell(told(departmentId, 49))
    expect(await handOn(database, by('email'), timeAt(MONDAY, '15:00'))).toEqual({ handedOn: 0, deliveries: 0 })
    expect(await handOn(database, by('email'), timeAt('2026-11-24', '08:31'))).toEqual({ handedOn: 1, deliveries: 1 })
  })

  it('sends what is urgent at once, at any hour', async () => {
    const { database, departmentId, tell } = await ledger()
    await tell(told(departmentId, 47, { kind: 'instructed', urgent: true }), told(departmentId, 48))
    expect(await handOn(database, by('email'), timeAt('2026-11-22', '23:00'))).toEqual({ handedOn: 1, deliveries: 1 })
    expect(await left(database)).toBe(1)
    expect((await allDeliveries(database))[0]).toMatchObject({ subject: '督办台账：第47项', digestOn: null })
  })

  it('leaves it to the inbox where there is no channel, no address, or it was read already', async () => {
    const { database, departmentId, as, tell } = await ledger()
    await tell(told(departmentId, 47))
    expect(await handOn(database, by(), timeAt(MONDAY, '09:00'))).toEqual({ handedOn: 1, deliveries: 0 })
    await tell(told(as.officer('区财政局').departmentId ?? '', 47), { ...told('', 1), to: { role: 'supervisor' } })
    expect(await handOn(database, by('email'), timeAt(MONDAY, '09:00'))).toEqual({ handedOn: 3, deliveries: 0 })
    expect(await left(database)).toBe(0)
  })

  it('tells a group nothing that was written, and nobody’s name', async () => {
    const { database, departmentId, tell } = await ledger()
    const words = { number: 47, title: '建设医联体', who: '王书记', text: '务必月底前办完' }
    await tell(told(departmentId, 47, { kind: 'instructed', urgent: true, words }))
    await handOn(database, by('email', 'wecom', 'dingtalk', 'feishu'), timeAt(MONDAY, '09:00'))
    const [mail] = (await allDeliveries(database)).filter(({ channel }) => channel === 'email')
    const robots = (await allDeliveries(database)).filter(({ channel }) => channel !== 'email')
    expect(mail?.text).toContain('务必月底前办完')
    expect(robots).toHaveLength(3)
    for (const { subject, text } of robots) {
      expect(subject + text).not.toMatch(/王书记|务必/)
      expect(text).toContain('区卫生健康局：1件事\n· 第47项：批示')
    }
  })

  it('no longer tells a department of a task that it does not have any more', async () => {
    const { database, departmentId, tell } = await ledger()
    const [task] = await database.db.select().from(tasks).where(eq(tasks.number, 2))
    const message = { ...told(departmentId, 2), words: { number: 2, title: task?.title, who: '王督查', text: '缺验收单' } }
    await tell(told(departmentId, 48))
    await database.inTransaction(async (tx) => {
      await post(tx, [message], { taskId: task?.id }, at(MONDAY, '07:00'), null)
      await tx
        .update(duties)
        .set({ toDay: '2026-11-22' })
        .where(and(eq(duties.taskId, task?.id ?? ''), eq(duties.departmentId, departmentId)))
    })
    await handOn(database, by('email', 'wecom'), timeAt(MONDAY, '09:00'))
    for (const { subject, text } of await allDeliveries(database)) {
      expect(subject).toBe('督办台账：第48项等2件事')
      expect(text).not.toContain('第2项')
      expect(text).not.toContain(task?.title)
      expect(text.match(/缺验收单/g) ?? []).toHaveLength(text.includes('王督查') ? 1 : 0)
    }
  })

  it('writes to a person by e-mail only: a group is told of departments', async () => {
    const { database, as, tell } = await ledger()
    await setEmail(database, as.supervisor.userId, 'dc@example.gov.cn')
    await tell({ ...told('', 1), kind: 'claimed', to: { role: 'supervisor' } })
    await handOn(database, by('email', 'feishu'), timeAt(MONDAY, '09:00'))
    expect((await allDeliveries(database)).map(({ channel, userId, addresses }) => [channel, userId, addresses])).toEqual([
      ['email', as.supervisor.userId, '["dc@example.gov.cn"]'],
    ])
  })

  it('happens once when two clockworks do it at the same time', async () => {
    const { database, departmentId, tell } = await ledger()
    await tell(told(departmentId, 47))
    const both = await Promise.all([1, 2].map(() => handOn(database, by('email'), timeAt(MONDAY, '09:00'))))
    expect(both.map(({ deliveries }) => deliveries).sort()).toEqual([0, 1])
  })
})
