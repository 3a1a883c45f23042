import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type Database, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { fillDemo } from '@/db/demo/fill-demo'
import { brokenLink, eventOf } from '@/db/event-log'
import { situation } from '@/db/queries/situation'
import { taskRows } from '@/db/queries/task-rows'
import { toDo } from '@/db/queries/to-do'
import { departments, duties, taskEvents, tasks, users } from '@/db/schema'
import { issuedTable, MANCHENG } from '@/db/testing'
import { dayInShanghai, FOREVER } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { type EntryKind, entryKind } from '@/domain/entry-kind'
import { EVENT_KINDS, inForce, type TaskEvent } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import { at } from '@/domain/testing'
import { DUTY_ROLES, PARTS, ROLES, STATES } from '@/domain/words'

const TODAY = '2025-12-10'
const OPENED = at('2022-01-10', '09:00')

let database: Database
let leader: Viewer
let histories: Map<number, TaskEvent[]>
const folder = mkdtempSync(join(tmpdir(), 'demo-'))

beforeAll(async () => {
  database = await openDatabase(folder)
  await createLedger(database, 'test', OPENED.now)
  await importPlan(database, issuedTable(), MANCHENG, OPENED)
  await fillDemo(database)
  leader = await viewerNamed('lingdao')
  histories = await storedHistories()
}, 120_000)

afterAll(async () => {
  await database.close()
  rmSync(folder, { recursive: true })
})

describe('the demo on 2025-12-10', () => {
  it('has the same figures everywhere, on this day and a year before', async () => {
    const now = await situation(database.db, leader, { asOf: TODAY })
    expect(now.all.lights).toEqual({ closed: 53, withdrawn: 2, overdue: 9, claimed: 4, behind: 8, due_soon: 12, normal: 3 })
    expect(now.all).toMatchObject({ total: 91, claimed: 5, due: 38, due_closed: 29, early: 24, onTime: { approved: 44, onLateEntries: 2 } })
    const then = await situation(database.db, leader, { asOf: '2024-12-10' })
    expect(then.all.lights).toEqual({ closed: 34, withdrawn: 2, overdue: 8, claimed: 1, behind: 9, due_soon: 1, normal: 36 })
    for (const { all, byLead } of [now, then]) {
      expect(Object.values(all.lights).reduce((sum, n) => sum + n, 0)).toBe(91)
      expect(byLead.reduce((sum, row) => sum + row.figures.total, 0)).toBe(91)
    }
  })
  it('has every state, a claim that is late and stands still, and one that was returned and is open', async () => {
    const rows = await taskRows(database.db, leader, { asOf: TODAY })
    expect(new Set(rows.map((row) => row.state))).toEqual(new Set(STATES))
    expect(rows.find((row) => row.number === 32)).toMatchObject({ state: 'claimed', light: 'overdue', daysLate: { approved: 698 } })
    expect(rows.filter((row) => row.returnSeq !== null && row.state === 'in_progress').map((row) => row.number)).toEqual([24, 41, 46])
    expect(rows.filter((row) => row.lastReportOn === null && row.state === 'not_started').map((row) => row.number)).toEqual([42])
  })
  it('has parts in every status', async () => {
    const parts = await database.db.select({ role: duties.role, part: duties.part }).from(duties)
    const cooperating = parts.filter((duty) => duty.role === DUTY_ROLES[1])
    expect(new Set(cooperating.map((duty) => duty.part))).toEqual(new Set(PARTS))
  })
  it('shows two and more departments what was written down for them', async () => {
    const officers = (await database.db.select().from(users)).filter((user) => user.role === 'officer')
    const viewers = await Promise.all(officers.map((officer) => viewerNamed(officer.username)))
    const unseen = new Map<string | null, number>()
    for (const viewer of viewers) {
      const { onOurBehalf } = await toDo(database.db, viewer, TODAY)
      if (onOurBehalf.length > 0) unseen.set(viewer.departmentName, onOurBehalf.length)
    }
    expect(Object.fromEntries(unseen)).toEqual({ 区委网信办: 1, 区医疗保障局: 1, 区公安分局: 1, 区委组织部: 1 })
  })
})

describe('the demo’s past', () => {
  it('has every kind of event and of entry', () => {
    const events = [...histories.values()].flat()
    expect(new Set(events.map((event) => event.kind))).toEqual(new Set(EVENT_KINDS))
    const plan = { openedOn: '2022-01-10', lateEntryDays: 7 }
    const counts: Record<EntryKind, number> = { prompt: 0, late: 0, opening: 0 }
    for (const event of events) if (event.kind !== 'imported') counts[entryKind(event, plan)]++
    expect(counts).toEqual({ prompt: 919, late: 7, opening: 7 })
    expect(events.filter((event) => event.onBehalf !== null)).toHaveLength(14)
    expect(events.filter((event) => event.kind === 'retracted' && event.payload.corrected)).toHaveLength(4)
    expect(events.filter((event) => event.kind === 'retracted' && !event.payload.corrected)).toHaveLength(2)
    expect(events.filter((event) => event.kind === 'claimed' && event.payload.unconfirmed.length > 0)).toHaveLength(2)
  })
  it('is whole, legal, and recorded in order up to today', async () => {
    const rows = await database.db.select().from(taskEvents).orderBy(taskEvents.taskId, taskEvents.seq)
    for (const own of Map.groupBy(rows, (row) => row.taskId).values()) {
      expect(brokenLink(own)).toBe(null)
      expect(own.map((row) => row.recordedAt)).toEqual(own.map((row) => row.recordedAt).sort())
    }
    for (const events of histories.values()) {
      expect(() => standingOn(inForce(events), FOREVER)).not.toThrow()
      for (const event of events) expect(dayInShanghai(event.recordedAt) <= TODAY).toBe(true)
    }
  })
  it('is filled once: filling again adds nothing', async () => {
    const before = (await database.db.select().from(taskEvents)).length
    await fillDemo(database)
    expect((await database.db.select().from(taskEvents)).length).toBe(before)
  })
})

describe('the demo’s people', () => {
  it('are one officer per department, two supervisors and one of each other role, without passwords', async () => {
    const people = await database.db.select().from(users)
    const count = (role: string) => people.filter((user) => user.role === role).length
    expect(ROLES.map(count)).toEqual([12, 2, 1, 1, 1])
    expect(people.every((user) => user.passwordHash === 'none' && !user.mustSetPassword && user.name && user.post)).toBe(true)
  })
})

async function viewerNamed(username: string): Promise<Viewer> {
  const user = (await database.db.select().from(users)).find((one) => one.username === username)
  if (!user) throw new Error(`no account ${username}`)
  const department = (await database.db.select().from(departments)).find(({ id }) => id === user.departmentId)
  return { ...user, userId: user.id, departmentName: department?.name ?? null }
}

async function storedHistories(): Promise<Map<number, TaskEvent[]>> {
  const rows = await database.db.select().from(taskEvents).orderBy(taskEvents.seq)
  const numbers = new Map((await database.db.select().from(tasks)).map((task) => [task.id, task.number]))
  return new Map([...Map.groupBy(rows, (row) => numbers.get(row.taskId) ?? 0)].map(([number, own]) => [number, own.map(eventOf)]))
}
