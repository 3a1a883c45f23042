import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changePlanSettings } from '@/db/commands/change-plan-settings'
import { changeTask } from '@/db/commands/change-task'
import { planChanges } from '@/db/queries/plan-changes'
import { situation } from '@/db/queries/situation'
import { queryCount } from '@/db/query-count'
import { plans, taskStates } from '@/db/schema'
import { officeEvents } from '@/db/schema-supervision'
import { openLedgerWithTable } from '@/db/testing'
import { FOREVER_AT } from '@/domain/calendar'
import { type PlanSettings, settingsOf } from '@/domain/plan-settings'
import { at, report } from '@/domain/testing'

const NOW = at('2022-09-01').now
const LATER = at('2022-09-02').now

async function present(database: Database): Promise<{ id: string; version: number; settings: PlanSettings }> {
  const [plan] = await database.db.select().from(plans)
  if (!plan) throw new Error('no plan')
  return { id: plan.id, version: plan.version, settings: settingsOf(plan) }
}

async function set(database: Database, viewer: Parameters<typeof changePlanSettings>[1], changed: Partial<PlanSettings>, now = NOW) {
  const { version, settings } = await present(database)
  return changePlanSettings(database, viewer, { plan: 1, version, settings: { ...settings, ...changed } }, now)
}

describe('changing a plan’s settings', () => {
  it('a threshold folds every task anew: lights follow, and what was known before stays known', async () => {
    const { database, as } = await openLedgerWithTable()
    const before = (await situation(database.db, as.leader, { asOf: '2022-09-01' })).all
    expect(await set(database, as.supervisor, { behindPoints: 5 })).toEqual({ changed: { refolded: 91 } })
    const after = (await situation(database.db, as.leader, { asOf: '2022-09-01' })).all
    expect(after.behind).toBeGreaterThan(before.behind)
    expect(after.total).toBe(91)
    const [kept] = await database.db
      .select({ n: sql<number>`cast(count(*) as integer)` })
      .from(taskStates)
      .where(eq(taskStates.knownTo, NOW))
    expect(kept?.n).toBeGreaterThan(0)
    expect(await set(database, as.supervisor, { behindPoints: 20 }, LATER)).toEqual({ changed: { refolded: 91 } })
    expect((await situation(database.db, as.leader, { asOf: '2022-09-01' })).all).toEqual(before)
  })
  it('in few statements, all at once for readers, and leaves others their turn', async () => {
    const { database, as } = await openLedgerWithTable()
    const read = async () => (await situation(database.db, as.leader, { asOf: '2022-09-01' })).all
    const before = await read()
    const counted = queryCount()
    await set(database, as.supervisor, { behindPoints: 30 })
    expect(queryCount() - counted).toBeLessThan(20)
    const [between, seen] = [await read(), [] as unknown[]]
    let turns = 0
    const turn = setInterval(() => turns++, 0)
    const change = set(database, as.supervisor, { behindPoints: 5 }, LATER)
    const reading = Promise.all([1, 2, 3].map(async () => seen.push(await read())))
    await change
    clearInterval(turn)
    await reading
    expect(turns).toBeGreaterThan(0)
    const after = await read()
    expect(new Set([before, between, after].map(({ behind }) => behind)).size).toBe(3)
    for (const one of seen) expect([between, after]).toContainEqual(one)
  })
  it('also if the clock went back: what was recorded later stays known up to this change', async () => {
    const { database, as } = await openLedgerWithTable()
    const before = (await situation(database.db, as.leader, { asOf: '2022-09-01' })).all
    await set(database, as.supervisor, { behindPoints: 5 }, LATER)
    await set(database, as.supervisor, { behindPoints: 20 }, NOW)
    expect((await situation(database.db, as.leader, { asOf: '2022-09-01' })).all).toEqual(before)
    const states = await database.db.select().from(taskStates)
    expect(states.filter(({ knownFrom, knownTo }) => knownFrom >= knownTo)).toEqual([])
  })
  it('due soon and late entry too', async () => {
    const { database, as } = await openLedgerWithTable()
    const officer = as.officer('区卫生健康局')
    await changeTask(database, officer, { number: 2, version: 'latest', formId: 'f', command: report('2022-08-20') }, at('2022-09-01'))
    await set(database, as.supervisor, { dueSoonDays: 365, lateEntryDays: 30 })
    const { all } = await situation(database.db, as.leader, { asOf: '2022-09-01' })
    await set(database, as.supervisor, { dueSoonDays: 0 }, LATER)
    expect((await situation(database.db, as.leader, { asOf: '2022-09-01' })).all.due_soon).toBeLessThan(all.due_soon)
  })
  it('another setting folds nothing', async () => {
    const { database, as } = await openLedgerWithTable()
    const open = sql<number>`cast(count(*) as integer)`
    const [before] = await database.db.select({ open }).from(taskStates).where(eq(taskStates.knownTo, FOREVER_AT))
    expect(await set(database, as.supervisor, { rhythm: 'quarterly', noticeMark: '满督' })).toEqual({ changed: { refolded: 0 } })
    const [after] = await database.db.select({ open }).from(taskStates)
    expect(after).toEqual(before)
  })
  it('says who changed what from what to what', async () => {
    const { database, as } = await openLedgerWithTable()
    await set(database, as.supervisor, { reportDay: 20, redHead: false })
    await set(database, as.supervisor2, { reportingFrom: '2022-10-01' }, LATER)
    const { id } = await present(database)
    expect(await planChanges(database.db, as.supervisor, id)).toMatchObject([
      { seq: 2, at: LATER, name: as.supervisor2.name, changes: { reportingFrom: { from: null, to: '2022-10-01' } } },
      { seq: 1, name: as.supervisor.name, changes: { reportDay: { from: 25, to: 20 }, redHead: { from: true, to: false } } },
    ])
    expect(await planChanges(database.db, as.leader, id)).toEqual([])
  })
  it('is refused as stale, unchanged, or at the field; hidden from all but supervisors; then nothing is written', async () => {
    const { database, as } = await openLedgerWithTable()
    const { version, settings } = await present(database)
    const change = (viewer: typeof as.leader, changed: Partial<PlanSettings>, seen = version) =>
      changePlanSettings(database, viewer, { plan: 1, version: seen, settings: { ...settings, ...changed } }, NOW)
    expect(await change(as.supervisor, { behindPoints: 30 }, version - 1)).toEqual({ refused: 'stale' })
    expect(await change(as.supervisor, {})).toEqual({ refused: 'unchanged' })
    expect(await change(as.supervisor, { reportDay: 31 })).toEqual({ refused: 'report-day-out-of-range', field: 'reportDay' })
    for (const viewer of [as.leader, as.administrator, as.auditor, as.officer('区财政局')])
      expect(await change(viewer, { behindPoints: 30 })).toBe('hidden')
    expect(await database.db.select().from(officeEvents)).toEqual([])
    expect(await present(database)).toMatchObject({ version, settings })
  })
  it('of two who save the same version one is refused', async () => {
    const { database, as } = await openLedgerWithTable()
    const { version, settings } = await present(database)
    const outcomes = await Promise.all(
      [21, 22, 23].map((behindPoints) =>
        changePlanSettings(database, as.supervisor, { plan: 1, version, settings: { ...settings, behindPoints } }, NOW),
      ),
    )
    expect(outcomes.filter((outcome) => outcome !== 'hidden' && 'changed' in outcome)).toHaveLength(1)
    expect(outcomes.filter((outcome) => outcome !== 'hidden' && 'refused' in outcome && outcome.refused === 'stale')).toHaveLength(2)
  })
})
