// Two plans side by side: each with its numbers, settings, rhythm and notices; lists of one or of all.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changePlanSettings } from '@/db/commands/change-plan-settings'
import { changeTask } from '@/db/commands/change-task'
import { issueNotice } from '@/db/commands/issue-notice'
import { currentPlan, plansInSight } from '@/db/queries/current-plan'
import { departmentOverview } from '@/db/queries/department-overview'
import { goalsInSight } from '@/db/queries/departments'
import { findTasks } from '@/db/queries/find-tasks'
import { ledgerPage } from '@/db/queries/ledger-page'
import { nudgePreview } from '@/db/queries/nudge-preview'
import { openObstacles } from '@/db/queries/open-obstacles'
import { planChanges } from '@/db/queries/plan-changes'
import { reportDue, reporting } from '@/db/queries/reporting'
import { situation } from '@/db/queries/situation'
import { warningBoard } from '@/db/queries/warning'
import { plans } from '@/db/schema'
import { openLedgerWithTwoPlans, SECOND_PLAN } from '@/db/testing'
import { type PlanSettings, settingsOf } from '@/domain/plan-settings'
import { taskNumber } from '@/domain/task-number'
import { at, report } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const INSURANCE = '区医疗保障局'
const FINANCE = '区财政局'
const DAY = '2022-05-20'
const own = (row: number) => taskNumber(2, row)

async function open() {
  const opened = await openLedgerWithTwoPlans()
  const { db } = opened.database
  const current = await currentPlan(db)
  const [first, second] = current?.plans ?? []
  if (!first || !second) throw new Error('no two plans')
  return { ...opened, db, first, second }
}

describe('settings', () => {
  it('belong to a plan: only its tasks are folded anew, only its history tells of it', async () => {
    const { database, db, as, first, second } = await open()
    const set = (plan: typeof first, changed: Partial<PlanSettings>, version = plan.version) =>
      changePlanSettings(
        database,
        as.supervisor,
        { plan: plan.number, version, settings: { ...settingsOf(plan), ...changed } },
        at(DAY).now,
      )
    const before = (await situation(db, as.leader, { asOf: DAY, plan: 1 })).all
    expect(await set(second, { dueSoonDays: 300 })).toEqual({ changed: { refolded: 3 } })
    expect((await situation(db, as.leader, { asOf: DAY, plan: 1 })).all).toEqual(before)
    expect((await situation(db, as.leader, { asOf: DAY, plan: 2 })).all.due_soon).toBe(2)
    expect(await set(second, { dueSoonDays: 30 })).toEqual({ refused: 'stale' })
    expect(await set(first, { behindPoints: 25 })).toEqual({ changed: { refolded: 91 } })
    expect(await planChanges(db, as.supervisor, second.id)).toMatchObject([{ changes: { dueSoonDays: { from: 30, to: 300 } } }])
    expect(await planChanges(db, as.supervisor, first.id)).toMatchObject([{ changes: { behindPoints: { from: 20, to: 25 } } }])
    const [kept] = await db.select().from(plans).where(eq(plans.number, 1))
    expect(kept).toMatchObject({ dueSoonDays: 30, behindPoints: 25 })
  })
  it('of a plan that is not there are hidden', async () => {
    const { database, as, first } = await open()
    const change = { plan: 3, version: 1, settings: settingsOf(first) }
    expect(await changePlanSettings(database, as.supervisor, change, at(DAY).now)).toBe('hidden')
  })
})

describe('reporting', () => {
  it('goes by each plan’s own rhythm and counts its own tasks', async () => {
    const { database, db, as, first, second } = await open()
    await changeTask(
      database,
      as.officer(INSURANCE),
      { number: own(2), version: 'latest', formId: 'two', command: report('2022-04-11') },
      at('2022-04-11'),
    )
    const monthly = await reporting(db, as.leader, first, { asOf: DAY, plan: 1 })
    const quarterly = await reporting(db, as.leader, second, { asOf: DAY, plan: 2 })
    expect([monthly.current?.key, quarterly.current?.key]).toEqual(['2022-05', '2022-Q2'])
    expect(quarterly.rows.map(({ department, owed, reported }) => [department, owed, reported])).toEqual([
      [HEALTH, 1, 0],
      [INSURANCE, 2, 1],
    ])
    expect(monthly.rows.reduce((sum, { owed }) => sum + owed, 0)).toBe(91)
    const officer = as.officer(INSURANCE)
    const due = (plan: typeof first) => reportDue(db, officer, plan, officer.departmentId ?? '', DAY)
    expect(await due(second)).toMatchObject({ period: { key: '2022-Q2', dueOn: '2022-06-25' }, owed: 2, missing: 1 })
    expect((await due(first))?.period.key).toBe('2022-05')
  })
  it('of a department in all plans speaks of the one plan by whose rhythm it counts', async () => {
    const { db, as, first, second } = await open()
    const id = as.officer(INSURANCE).departmentId ?? ''
    const overview = (plan: typeof first) => departmentOverview(db, as.leader, plan, id, { asOf: DAY, today: DAY })
    expect((await overview(second))?.reporting).toMatchObject({ owed: 2, missing: 2, period: { key: '2022-Q2' } })
    const monthly = await overview(first)
    expect(monthly?.reporting.period?.key).toBe('2022-05')
    expect(monthly?.figures?.total).toBe((monthly?.reporting.owed ?? 0) + 2)
  })
  it('a reminder of who has not reported is about one plan', async () => {
    const { db, as } = await open()
    const leadIds = [as.officer(INSURANCE).departmentId ?? '']
    const preview = (plan?: number) =>
      nudgePreview(db, as.supervisor, { numbers: [], departmentIds: [], leadIds, silentSince: DAY, plan }, DAY, 200)
    expect((await preview(2))?.departments.flatMap(({ items }) => items.map(({ row }) => row.number))).toEqual([own(2), own(3)])
    const [all, first, second] = [await preview(), await preview(1), await preview(2)]
    expect(all?.total).toBe((first?.total ?? 0) + (second?.total ?? 0))
  })
})

describe('lists', () => {
  it('are of one plan or of all', async () => {
    const { db, as } = await open()
    const page = (plan?: number) => ledgerPage(db, as.leader, {}, { asOf: DAY, plan, sort: 'number', descending: false, page: 1 })
    expect([(await page()).total, (await page(1)).total, (await page(2)).total]).toEqual([94, 91, 3])
    const board = (plan?: number) => warningBoard(db, as.leader, { asOf: DAY, within: 60, plan, pageSize: null })
    expect((await board(2)).rows.map(({ row }) => row.number)).toEqual([own(1)])
    expect((await board()).total).toBe((await board(1)).total + 1)
    expect((await openObstacles(db, as.leader, { asOf: DAY, plan: 2 })).all.count).toBe(0)
  })
  it('a goal belongs to its plan, and so do its tasks', async () => {
    const { db, as } = await open()
    const count = async (goal: number) =>
      (await ledgerPage(db, as.leader, { goal }, { asOf: DAY, sort: 'number', descending: false, page: 1 })).rows.map(
        ({ number }) => number,
      )
    expect(await count(own(1))).toEqual([own(1), own(2), own(3)])
    expect(await count(own(2))).toEqual([])
    expect((await count(1)).every((number) => number < own(1))).toBe(true)
    const goals = await goalsInSight(db, as.leader, { asOf: DAY })
    expect(goals).toHaveLength(23)
    expect(goals.at(-1)).toMatchObject({ plan: 2, planTitle: SECOND_PLAN.shortName, number: 1 })
  })
  it('a search knows 2-2, and 2 in every plan', async () => {
    const { db, as } = await open()
    const numbers = async (words: string) => (await findTasks(db, as.leader, words, DAY, 10)).map(({ number }) => number)
    expect(await numbers('2-2')).toEqual([own(2)])
    expect(await numbers('3')).toEqual(expect.arrayContaining([3, own(3)]))
    expect(await numbers('异地就医')).toContain(own(2))
  })
  it('a person’s plans are those with a task in sight', async () => {
    const { db, as, first, second } = await open()
    const seen = async (viewer: typeof as.leader) => (await plansInSight(db, viewer, [first, second])).map(({ number }) => number)
    expect(await seen(as.officer(INSURANCE))).toEqual([1, 2])
    expect(await seen(as.officer(FINANCE))).toEqual([1])
    expect(await seen(as.auditor)).toEqual([])
  })
})

describe('a notice', () => {
  it('carries the mark and the name of its tasks’ plan, and names tasks of one plan only', async () => {
    const { database, as } = await open()
    const issue = (numbers: number[]) =>
      issueNotice(
        database,
        as.supervisor,
        {
          departmentId: as.officer(INSURANCE).departmentId ?? '',
          numbers,
          colour: 'blue',
          demand: '请说明进展。',
          replyBy: '2022-05-27',
          signOff: null,
          formId: `notice-${numbers.join('-')}`,
        },
        at(DAY),
      )
    const rows = (
      await ledgerPage(database.db, as.officer(INSURANCE), {}, { asOf: DAY, plan: 1, sort: 'number', descending: false, page: 1 })
    ).rows
    const inFirst = rows[0]?.number ?? 0
    expect(await issue([inFirst, own(2)])).toEqual({ refused: 'notice-one-plan' })
    expect(await issue([own(2), own(3)])).toMatchObject({ done: { label: '满民〔2022〕1号' } })
    expect(await issue([inFirst])).toMatchObject({ done: { label: '满督〔2022〕1号' } })
  })
})
