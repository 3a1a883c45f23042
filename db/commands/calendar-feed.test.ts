import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { createFeed, feedHash, revokeFeed } from '@/db/commands/calendar-feed'
import { changeTask } from '@/db/commands/change-task'
import { setOwnEmail } from '@/db/commands/set-own-email'
import { FEED_DAYS, feedEntries, feedReader } from '@/db/queries/calendar-feed'
import { inList } from '@/db/queries/ledger-filter'
import { ownSettings } from '@/db/queries/own-settings'
import { taskRows } from '@/db/queries/task-rows'
import { users } from '@/db/schema'
import { calendarFeeds, officeEvents } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { addDays } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { accept, at, claim, withdraw } from '@/domain/testing'

const DAY = '2022-08-01'
const NOW = at(DAY).now
const HEALTH = '区卫生健康局'
const FINANCE = '区财政局'

async function tokenOf(database: Database, viewer: Viewer): Promise<string> {
  const outcome = await createFeed(database, viewer, NOW)
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  return outcome.token
}

const readBy = async (database: Database, token: string) => {
  const viewer = await feedReader(database.db, feedHash(token))
  return viewer && (await feedEntries(database.db, viewer, DAY)).tasks.map(({ number }) => number)
}

const openOf = async (database: Database, viewer: Viewer) =>
  (await taskRows(database.db, viewer, { asOf: DAY, where: inList('open', DAY) }))
    .filter(({ deadline }) => deadline.approvedDueOn !== null && deadline.approvedDueOn <= addDays(DAY, FEED_DAYS))
    .map(({ number }) => number)

describe('a calendar address', () => {
  it('is random, and only its hash is kept', async () => {
    const { database, as } = await openLedgerWithTable()
    const token = await tokenOf(database, as.supervisor)
    expect(token).toMatch(/^[\w-]{43}$/)
    const [row] = await database.db.select().from(calendarFeeds)
    expect(JSON.stringify(row)).not.toContain(token)
    expect(row?.tokenHash).toBe(feedHash(token))
    expect(JSON.stringify(await database.db.select().from(officeEvents))).not.toContain(token)
  })
  it('holds exactly the open tasks of the next year that the person sees today, and follows a new role', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer(HEALTH)
    const token = await tokenOf(database, officer)
    const change = (viewer: Viewer, number: number, command: Parameters<typeof changeTask>[2]['command']) =>
      changeTask(database, viewer, { number, version: 'latest', formId: `${number} ${command.do}`, command }, at(DAY))
    await change(officer, 2, claim('2022-07-20'))
    await change(as.supervisor, 2, accept('2022-07-20', DAY))
    await change(as.supervisor, 3, withdraw)
    const own = await openOf(database, officer)
    expect(own).not.toContain(2)
    expect(own).not.toContain(3)
    expect(own.length).toBeGreaterThan(10)
    expect(await readBy(database, token)).toEqual(own)

    const become = (values: Partial<typeof users.$inferInsert>) =>
      database.inTransaction((tx) => tx.update(users).set(values).where(eq(users.id, officer.userId)))
    await become({ departmentId: as.officer(FINANCE).departmentId })
    expect(await readBy(database, token)).toEqual(await openOf(database, as.officer(FINANCE)))
    await become({ role: 'leader', departmentId: null })
    expect(await readBy(database, token)).toEqual(await openOf(database, as.leader))
    await become({ role: 'auditor' })
    expect(await readBy(database, token)).toBe(null)
  })
  it('ends a year ahead, both days of that year included, and keeps what is overdue', async () => {
    const { database, as } = await openLedgerWithTable()
    const rows = await taskRows(database.db, as.supervisor, { asOf: DAY, where: inList('open', DAY) })
    const dueOn = rows
      .map(({ deadline }) => deadline.approvedDueOn)
      .filter((day) => day !== null)
      .sort()
    const [last] = dueOn.slice(-1)
    if (last === undefined) throw new Error('no deadline')
    const numbers = async (today: string) => (await feedEntries(database.db, as.supervisor, today)).tasks.map((task) => task.dueOn).sort()
    const onLast = dueOn.filter((day) => day === last)
    const yearBefore = addDays(last, -FEED_DAYS)
    expect(await numbers(yearBefore)).toEqual(dueOn)
    expect(await numbers(addDays(yearBefore, -1))).toEqual(dueOn.slice(0, -onLast.length))
    expect(await numbers(addDays(last, 400))).toEqual(dueOn)
  })
  it('answers no more once it is revoked or replaced, or the account is disabled or has a one-time password', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer(FINANCE)
    const first = await tokenOf(database, officer)
    const second = await tokenOf(database, officer)
    expect(await readBy(database, first)).toBe(null)
    expect(await readBy(database, second)).not.toBe(null)
    expect(await ownSettings(database.db, officer)).toEqual({ email: null, feedSince: NOW })
    for (const [off, on] of [
      [{ disabledAt: NOW }, { disabledAt: null }],
      [{ mustSetPassword: true }, { mustSetPassword: false }],
    ] as const) {
      await database.inTransaction((tx) => tx.update(users).set(off).where(eq(users.id, officer.userId)))
      expect(await readBy(database, second)).toBe(null)
      await database.inTransaction((tx) => tx.update(users).set(on).where(eq(users.id, officer.userId)))
    }
    expect(await revokeFeed(database, officer, NOW)).toEqual({ revoked: true })
    expect(await readBy(database, second)).toBe(null)
    expect(await revokeFeed(database, officer, NOW)).toEqual({ refused: 'unchanged' })
    expect(await ownSettings(database.db, officer)).toEqual({ email: null, feedSince: null })
    expect((await database.db.select().from(officeEvents)).map(({ kind }) => kind)).toEqual(['created', 'created', 'revoked'])
  })
  it('does not exist for those who see no tasks', async () => {
    const { database, as } = await openLedgerWithTable()
    expect(await createFeed(database, as.administrator, NOW)).toBe('hidden')
    expect(await revokeFeed(database, as.auditor, NOW)).toBe('hidden')
  })
})

describe('the own e-mail address', () => {
  it('is set and removed; the record does not tell it', async () => {
    const { database, as } = await openLedgerWithTable()
    expect(await setOwnEmail(database, as.auditor, 'a@example.gov.cn', NOW)).toEqual({ email: 'a@example.gov.cn' })
    expect(await setOwnEmail(database, as.auditor, 'a@example.gov.cn', NOW)).toEqual({ refused: 'unchanged' })
    expect((await ownSettings(database.db, as.auditor)).email).toBe('a@example.gov.cn')
    expect(await setOwnEmail(database, as.auditor, null, NOW)).toEqual({ email: null })
    const events = await database.db.select().from(officeEvents)
    expect(events.map(({ subject, kind }) => `${subject} ${kind}`)).toEqual(['delivery email_set', 'delivery email_removed'])
    expect(JSON.stringify(events)).not.toContain('example')
  })
})
