// Over random histories with late entries, amendments, reassignments, undo and corrections: the figures from the stored periods are those
// from the events, sums are sums, each issue's differences are differences, and every issue verifies to the end.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { draftBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { figuresFromEvents } from '@/db/queries/bulletin-from-events'
import { presentFigures } from '@/db/queries/bulletin-rows'
import { lastIssue } from '@/db/queries/bulletins'
import { currentPlan } from '@/db/queries/current-plan'
import { situation } from '@/db/queries/situation'
import { verifyRecord } from '@/db/queries/verify-record'
import { departments, duties, taskEvents, tasks } from '@/db/schema'
import { type Accounts, openLedgerWithTable } from '@/db/testing'
import type { BulletinFigures } from '@/domain/bulletin'
import { addDays, type Day, FOREVER } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Assigned } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import {
  accept,
  approve,
  askExtension,
  at,
  claim,
  correctTo,
  editContacts,
  giveBack,
  makeLongTerm,
  noChange,
  obstacle,
  reopen,
  report,
  takeBack,
  undo,
  withdraw,
} from '@/domain/testing'
import { BASES, LIGHTS } from '@/domain/words'

const TASKS = 14
const STEPS = 130

describe.each([1, 2, 3])('over random history %i', (seed) => {
  it('figures from periods = figures from events; sums and differences hold; every issue verifies', async () => {
    const { database, as } = await openLedgerWithTable()
    const random = numbersFrom(seed)
    const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
    const known = await database.db.select({ id: departments.id, name: departments.name }).from(departments)
    let day: Day = '2022-01-10'
    const issues: BulletinFigures[] = []
    for (let step = 0; step < STEPS; step++) {
      day = addDays(day, Math.floor(random() * 9))
      await oneCommand(database, as, { day, number: 1 + Math.floor(random() * TASKS), known, random, pick, id: `${seed} ${step}` })
      if (step % 30 === 29) issues.push(await issue(database, as, addDays(day, -Math.floor(random() * 3)), day, pick(BASES)))
    }
    const kinds = await database.db.selectDistinct({ kind: taskEvents.kind }).from(taskEvents)
    expect(kinds.map(({ kind }) => kind)).toEqual(
      expect.arrayContaining(['accepted', 'amended', 'reassigned', 'contacts_changed', 'retracted']),
    )
    const plan = (await currentPlan(database.db))?.plan
    if (!plan) throw new Error('no plan')
    for (const asOf of [addDays(day, -400), addDays(day, -90), day]) {
      const figures = await presentFigures(database.db, plan, { asOf, basis: pick(BASES) }, null)
      const seqs = new Map(figures.rows.map(({ number, knownSeq }) => [number, knownSeq]))
      const again = await figuresFromEvents(database.db, figures.context, { known: seqs, at: at(addDays(day, 1)).now, inOrder: true }, null)
      expect(again).toEqual(figures)
      const home = await situation(database.db, as.leader, { asOf, plan: 1 })
      const { all, byLead } = figures
      expect(all.lights).toEqual(home.all.lights)
      expect([
        all.overdue.approved,
        all.overdue.issued,
        all.onTime.approved,
        all.onTime.issued,
        all.onLateEntries.approved,
        all.longTerm,
      ]).toEqual([
        home.all.overdue_approved,
        home.all.overdue_issued,
        home.all.onTime.approved,
        home.all.onTime.issued,
        home.all.onTime.onLateEntries,
        home.all.long_term,
      ])
      expect(LIGHTS.reduce((sum, light) => sum + all.lights[light], 0)).toBe(91)
      expect(byLead.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(91)
    }
    issues.slice(1).forEach((figures, index) => {
      const before = issues[index]
      if (!before || !figures.changes || !figures.movement) throw new Error('no issue before')
      for (const light of LIGHTS) expect(figures.changes.lights[light]).toBe(figures.all.lights[light] - before.all.lights[light])
      expect(figures.movement.closed.length - figures.all.lights.closed + before.all.lights.closed).toBe(
        before.rows.filter(
          ({ number, state }) => state === 'closed' && figures.rows.find((row) => row.number === number)?.state !== 'closed',
        ).length,
      )
      if (figures.context.basis === before.context.basis)
        expect(figures.movement.overdue.length - figures.movement.noLongerOverdue.length).toBe(
          figures.changes.overdue[figures.context.basis],
        )
    })
    expect(await verifyRecord(database.db)).toMatchObject({ tasks: 91, bulletins: issues.length, mismatches: [] })
  }, 120_000)
})

async function issue(database: Database, as: Accounts, asOf: Day, today: Day, basis: (typeof BASES)[number]): Promise<BulletinFigures> {
  const time = at(today, '20:00')
  const draft = await draftBulletin(database, as.supervisor, { plan: 1, asOf, basis }, time)
  if (draft === 'hidden' || 'refused' in draft) throw new Error(JSON.stringify(draft))
  const signOff = { name: '张某', post: '副区长', on: today }
  await issueBulletin(database, as.supervisor, { id: draft.done.id, version: 1, signOff }, time)
  const plan = (await currentPlan(database.db))?.plan
  const issued = plan && (await lastIssue(database.db, plan.id))
  if (!issued) throw new Error('not issued')
  return issued.figures
}

type Turn = {
  day: Day
  number: number
  known: readonly { id: string; name: string }[]
  random: () => number
  pick: <T>(choices: readonly T[]) => T
  id: string
}

/** Refused ones leave nothing. */
async function oneCommand(database: Database, as: Accounts, { day, number, known, random, pick, id }: Turn): Promise<void> {
  const [task] = await database.db.select().from(tasks).where(eq(tasks.number, number))
  if (!task) throw new Error('no task')
  const own = await database.db.select().from(duties).where(eq(duties.taskId, task.id)).orderBy(duties.position)
  const events = await database.db.select().from(taskEvents).where(eq(taskEvents.taskId, task.id)).orderBy(taskEvents.seq)
  const last = events.at(-1)
  const present = own.filter(({ toDay }) => toDay === FOREVER)
  const leadId = present.find(({ role }) => role === 'lead')?.departmentId ?? ''
  const lead = as.officer(known.find((department) => department.id === leadId)?.name ?? '')
  const back = addDays(day, -Math.floor(random() * 15))
  const document = { title: '关于调整分工的通知', number: '', on: back }
  const assigned = (id: string, role: Assigned['role']): Assigned => ({
    departmentId: id,
    role,
    name: known.find((one) => one.id === id)?.name ?? '',
  })
  const other = pick(known.filter((department) => department.id !== leadId)).id
  const before = present.map(({ departmentId, role }) => assigned(departmentId, role))
  const any = 1 + Math.floor(random() * events.length)
  const choices: [Viewer, Command][] = [
    [lead, report(back, Math.floor(random() * 99))],
    [lead, report(day, Math.floor(random() * 99))],
    [lead, noChange(back)],
    [lead, claim(back, { unconfirmedReason: '对方已口头确认' })],
    [lead, askExtension(addDays(day, 300 + Math.floor(random() * 900)), day)],
    [lead, obstacle(back, leadId)],
    [lead, editContacts(leadId)],
    [lead, undo(last?.seq ?? 1)],
    [lead, correctTo(any, report(back, 33))],
    [
      as.supervisor,
      { do: 'amend', document, changes: { title: { from: task.title, to: `${task.title}${random() < 0.5 ? '甲' : '乙'}` } }, on: back },
    ],
    [as.supervisor, { do: 'reassign', document, before, departments: [assigned(other, 'lead'), assigned(leadId, 'cooperating')] }],
    ...(random() < 0.08
      ? ([
          [as.supervisor, withdraw],
          [as.supervisor, makeLongTerm],
        ] satisfies [Viewer, Command][])
      : []),
    ...(random() < 0.3 ? ([[as.supervisor, reopen()]] satisfies [Viewer, Command][]) : []),
  ]
  const answers: Partial<Record<string, [Viewer, Command][]>> = {
    claimed: [
      [lead, takeBack],
      [as.supervisor, giveBack(day)],
      [as.supervisor, accept(last?.effectiveOn ?? day, day)],
      [as.supervisor, accept(last?.effectiveOn ?? day, day)],
    ],
    extension_requested: [[as.supervisor, approve(last?.seq ?? 1, addDays(day, 1500), day, '同意')]],
  }
  const [viewer, command] = pick(answers[last?.kind ?? ''] ?? choices)
  await changeTask(database, viewer, { number, version: 'latest', formId: id, command }, at(day))
}

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
