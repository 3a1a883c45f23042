// As of any day and as known at any instant (rule 9): whoever counts, counts what the fold of the events known then says. Over random histories
// with late entries and retractions.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { eventOf } from '@/db/event-log'
import { tasksCompared } from '@/db/queries/comparison'
import { currentPlan } from '@/db/queries/current-plan'
import { departmentOverview } from '@/db/queries/department-overview'
import { ledgerPage } from '@/db/queries/ledger-page'
import { overTime } from '@/db/queries/over-time'
import { overduePage } from '@/db/queries/overdue-page'
import { departmentFigures, situation } from '@/db/queries/situation'
import { taskPage } from '@/db/queries/task-page'
import { taskRows } from '@/db/queries/task-rows'
import { duties, taskEvents, tasks } from '@/db/schema'
import { type Accounts, openLedgerWithTwoPlans } from '@/db/testing'
import { addDays, type Day, type Instant } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { TaskEvent } from '@/domain/events'
import { daysLate, lightOn } from '@/domain/light'
import { type Period, periodsOf } from '@/domain/periods'
import type { Viewer } from '@/domain/permissions'
import { endOfDay, type Scope } from '@/domain/scope'
import { planOf } from '@/domain/task-number'
import { accept, approve, askExtension, at, claim, giveBack, noChange, report, takeBack, undo, withdraw } from '@/domain/testing'
import { LIGHTS } from '@/domain/words'
import { type ExportWanted, exportList } from '@/exports/export-list'

const LAST: Day = '2023-09-30'
const THRESHOLDS = { behindPoints: 20, dueSoonDays: 30, lateEntryDays: 7 }

describe.each([1, 2])('over random history %i', (seed) => {
  it('home, ledger, overdue list, departments, comparison and file say what the events known then say', async () => {
    const { database, as } = await openLedgerWithTwoPlans()
    const { db } = database
    const random = numbersFrom(seed)
    await randomHistory(database, as, random, seed)
    const all = await storedTasks(database)
    const plan = (await currentPlan(db))?.plan
    if (!plan) throw new Error('no plan')
    let differing = 0

    for (let round = 0; round < 6; round++) {
      const asOf = addDays('2022-01-01', Math.floor(random() * 620))
      const knownOn = addDays(asOf, Math.floor(random() * 60))
      for (const scope of [{ asOf }, { asOf, knownAt: endOfDay(knownOn) }, { asOf, knownAt: endOfDay(knownOn), plan: 2 }] as Scope[]) {
        const where = JSON.stringify(scope)
        const folded = fold(all, scope)
        const home = await situation(db, as.leader, scope)
        const lights = Object.fromEntries(LIGHTS.map((light) => [light, folded.filter((row) => row.light === light).length]))
        expect(home.all.lights, where).toEqual(lights)
        const late = (basis: 'approved' | 'issued') => folded.filter((row) => row.late[basis] > 0).length
        expect([home.all.overdue_approved, home.all.overdue_issued], where).toEqual([late('approved'), late('issued')])

        const order = { ...scope, sort: 'number', descending: false, page: 1 } as const
        const ledger = await ledgerPage(db, as.supervisor, {}, order)
        expect(ledger.counts, where).toEqual(lights)
        expect(
          ledger.rows.map(({ number, state, light, progress }) => ({ number, state, light, progress })),
          where,
        ).toEqual(folded.map(({ number, period, light }) => ({ number, state: period.state, light, progress: period.progress })))
        const overdue = await overduePage(db, as.supervisor, { ...scope, pageSize: null })
        expect(overdue.rows.map(({ number }) => number).sort((a, b) => a - b)).toEqual(
          folded.filter(({ late: { approved, issued } }) => approved + issued > 0).map(({ number }) => number),
        )

        for (const { departmentId, figures } of home.byLead.slice(0, 3)) {
          const own = folded.filter((row) => row.leadId === departmentId)
          expect(figures.total, where).toBe(own.length)
          expect((await departmentFigures(db, as.supervisor, departmentId, scope)).figures, where).toEqual(figures)
          const overview = await departmentOverview(db, as.supervisor, plan, departmentId, { ...scope, today: LAST })
          expect(overview?.figures, where).toEqual(figures)
          expect(await overTime(db, as.supervisor, departmentId, [asOf], scope), where).toMatchObject([
            { total: figures.total, closed: figures.lights.closed, overdueApproved: figures.overdue_approved },
          ])
        }

        const file = await exportList(db, as.supervisor, { ...wanted, ...scope })
        const exported = JSON.parse(file.bytes.toString('utf8')) as { light: string; overdueDays: number }[]
        expect(
          exported.map(({ light, overdueDays }) => ({ light, overdueDays })),
          where,
        ).toEqual(folded.map(({ light, late: { approved } }) => ({ light, overdueDays: approved })))

        const [one] = folded.filter(() => random() < 0.3)
        const page = one && (await taskPage(db, as.supervisor, one.number, asOf, scope.knownAt))
        if (one) expect(page?.standing.progress, where).toBe(one.period.progress)

        const after: Scope = { ...scope, asOf: addDays(asOf, -Math.floor(random() * 90) - 1) }
        const compared = await tasksCompared(db, as.supervisor, { before: after, after: scope, plan: scope.plan })
        expect(compared.figures.after.lights, where).toEqual(lights)
        expect(compared.figures.before.lights, where).toEqual((await situation(db, as.leader, after)).all.lights)
        const then = new Map(fold(all, after).map((row) => [row.number, row]))
        const closed = folded.filter((row) => row.light === 'closed' && then.get(row.number)?.light !== 'closed')
        expect(compared.kinds.closed, where).toBe(closed.length)
        const fell = folded.filter((row) => row.late.approved > 0 && !((then.get(row.number)?.late.approved ?? 0) > 0))
        expect(compared.kinds.newly_overdue, where).toBe(fell.filter((row) => then.has(row.number)).length)
        expect(compared.changed.length + compared.unchanged, where).toBe(folded.length)
      }
      const late = await tasksCompared(db, as.supervisor, { before: { asOf, knownAt: endOfDay(knownOn) }, after: { asOf } })
      differing += late.changed.length
    }
    // late entries and retractions make a difference to what is known
    expect(differing).toBeGreaterThan(0)
  }, 120_000)
})

const wanted: Omit<ExportWanted, 'asOf'> = {
  ...{ scope: 'ledger', format: 'json', basis: 'approved', filter: {}, onlyBasis: false, sort: 'number', descending: false },
  ...{ locale: 'zh-CN', maker: '', madeAt: at(LAST).now, planTitle: '', demo: false },
}

type Stored = { number: number; addedOn: Day; issuedDueOn: Day | null; leadId: string; events: TaskEvent[] }

async function storedTasks({ db }: Database): Promise<Stored[]> {
  const rows = await db.select().from(tasks).orderBy(tasks.number)
  const leads = new Map((await db.select().from(duties).where(eq(duties.role, 'lead'))).map((duty) => [duty.taskId, duty.departmentId]))
  const events = Map.groupBy(await db.select().from(taskEvents).orderBy(taskEvents.seq), ({ taskId }) => taskId)
  return rows.map(({ id, number, addedOn, issuedDueOn }) => ({
    ...{ number, addedOn, issuedDueOn, leadId: leads.get(id) ?? '' },
    events: (events.get(id) ?? []).map(eventOf),
  }))
}

type Folded = {
  number: number
  leadId: string
  period: Period
  light: ReturnType<typeof lightOn>
  late: { approved: number; issued: number }
}

/** The tasks as of the day from nothing but the events that were known. */
function fold(all: readonly Stored[], { asOf, knownAt, plan }: Scope): Folded[] {
  return all
    .filter(({ number }) => plan === undefined || planOf(number) === plan)
    .flatMap(({ number, leadId, addedOn, issuedDueOn, events }) => {
      const known = events.filter(({ recordedAt }) => knownAt == null || recordedAt <= knownAt)
      const periods = known.length === 0 ? [] : periodsOf({ start: addedOn, issuedDueOn, thresholds: THRESHOLDS }, known)
      const period = periods.find(({ validFrom, validTo }) => validFrom <= asOf && asOf < validTo)
      if (!period) return []
      const late = { approved: daysLate(period, 'approved', asOf), issued: daysLate(period, 'issued', asOf) }
      return [{ number, leadId, period, light: lightOn(period, asOf), late }]
    })
}

/** Commands on rising days, many of them about days before; some are taken back later by whoever gave them. Refused ones leave nothing. */
async function randomHistory(database: Database, as: Accounts, random: () => number, seed: number): Promise<void> {
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  const rows = (await taskRows(database.db, as.supervisor, { asOf: '2022-01-10' })).filter(
    ({ number }) => number <= 12 || planOf(number) === 2,
  )
  let day: Day = '2022-01-10'
  for (let step = 0; step < 140 && day < LAST; step++) {
    day = addDays(day, Math.floor(random() * 8))
    const row = pick(rows)
    const lead = as.officer(row.lead.department)
    const stored = await database.db
      .select({ seq: taskEvents.seq, kind: taskEvents.kind, on: taskEvents.effectiveOn })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(eq(tasks.number, row.number))
      .orderBy(taskEvents.seq)
    const last = stored.at(-1)
    const back = addDays(day, -Math.floor(random() * 45))
    const own: [Viewer, Command][] = [
      [lead, report(back, Math.floor(random() * 99))],
      [lead, noChange(back)],
      [lead, claim(back, { unconfirmedReason: '对方已口头确认' })],
      [lead, askExtension(addDays(day, 700), day)],
      ...(random() < 0.1 ? ([[as.supervisor, withdraw]] satisfies [Viewer, Command][]) : []),
    ]
    const answers: Partial<Record<string, [Viewer, Command][]>> = {
      claimed: [
        [lead, takeBack],
        [as.supervisor, giveBack(day)],
        [as.supervisor, accept(last?.on ?? day, day)],
        [as.supervisor, accept(last?.on ?? day, day)],
      ],
      extension_requested: [[as.supervisor, approve(last?.seq ?? 1, addDays(day, 700), day, '同意')]],
    }
    const [viewer, command] = pick(answers[last?.kind ?? ''] ?? own)
    const change = (change: Command, formId: string, now: Instant) =>
      changeTask(database, viewer, { number: row.number, version: 'latest', formId, command: change }, { today: day, now })
    const { now } = at(day)
    const outcome = await change(command, `${seed} ${step}`, now)
    // an undo a minute later: the day ends as if nothing had been said, yet it stays in what was known
    if (outcome !== 'hidden' && 'done' in outcome && random() < 0.15)
      await change(undo((last?.seq ?? 0) + 1), `${seed} ${step} undo`, plusMinute(now))
  }
}

const plusMinute = (now: Instant): Instant => new Date(Date.parse(now) + 60_000).toISOString()

/** Numbers from 0 to 1 that are the same each time (mulberry32). */
function numbersFrom(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
}
