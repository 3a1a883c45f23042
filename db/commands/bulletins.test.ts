import { eq, sql } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { change, HEALTH, issue, SIGN_OFF, withStory } from '@/db/bulletin-testing'
import type { Database } from '@/db/client'
import { changePlanSettings } from '@/db/commands/change-plan-settings'
import { discardBulletin, draftBulletin, editBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { draftedBulletin, issuedSheet, sheetOfIssue } from '@/db/queries/bulletin-page'
import { bulletinById, bulletinList, type Issued, openDraft } from '@/db/queries/bulletins'
import { currentPlan } from '@/db/queries/current-plan'
import { reporting } from '@/db/queries/reporting'
import { situation } from '@/db/queries/situation'
import { verifyRecord } from '@/db/queries/verify-record'
import { departments, plans, users } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import { messages, officeEvents } from '@/db/schema-supervision'
import type { Accounts } from '@/db/testing'
import { plainProse } from '@/domain/bulletin-prose'
import { settingsOf } from '@/domain/plan-settings'
import { accept, at, claim, editContacts, report } from '@/domain/testing'
import { LIGHTS } from '@/domain/words'

describe('a bulletin', () => {
  it('says what home and the reporting page say, and its lights sum to the total', async () => {
    const ledger = await withStory()
    const { database, as } = ledger
    const { figures } = await issue(ledger, '2022-06-30', '2022-07-05')
    const home = await situation(database.db, as.leader, { asOf: '2022-06-30', plan: 1 })
    const { all, byLead } = figures
    expect(LIGHTS.reduce((sum, light) => sum + all.lights[light], 0)).toBe(91)
    expect(all).toMatchObject({
      total: home.all.total,
      lights: home.all.lights,
      overdue: { approved: home.all.overdue_approved, issued: home.all.overdue_issued },
      due: home.all.due,
      dueClosed: home.all.due_closed,
      early: home.all.early,
      longTerm: home.all.long_term,
      extended: home.all.extended,
      obstructed: home.all.obstructed,
    })
    expect(byLead.map(({ departmentId, counts, participating }) => [departmentId, counts.total, participating])).toEqual(
      home.byLead.map(({ departmentId, figures: own, participating }) => [departmentId, own.total, participating]),
    )
    expect(byLead.reduce((sum, { counts }) => sum + counts.total, 0)).toBe(91)
    const plan = (await currentPlan(database.db))?.plan
    const rows = (await reporting(database.db, as.leader, plan as NonNullable<typeof plan>, { asOf: '2022-06-30', plan: 1 })).rows
    const cells = rows.flatMap(({ departmentId, cells: own }) =>
      own.filter(({ period }) => period.key === figures.reporting?.period.key).map((cell) => ({ departmentId, ...cell })),
    )
    expect(figures.reporting?.period.key).toBe('2022-06')
    expect(figures.reporting?.missing.map(({ departmentId, owed, reported }) => [departmentId, owed, reported])).toEqual(
      cells.filter(({ owed, reported }) => reported < owed).map(({ departmentId, owed, reported }) => [departmentId, owed, reported]),
    )
  })

  it('counts what moved since the issue before', async () => {
    const ledger = await withStory()
    const { as } = ledger
    const first = await issue(ledger, '2022-03-31', '2022-04-01')
    expect(first.figures.movement).toBeNull()
    await change(ledger, as.officer(HEALTH), 5, claim('2022-06-10', { unconfirmedReason: '已口头确认' }), '2022-06-10')
    await change(ledger, as.supervisor, 5, accept('2022-06-10', '2022-06-12'), '2022-06-12')
    const second = await issue(ledger, '2022-06-30', '2022-07-01')
    expect(second).toMatchObject({ number: 2, previousId: first.id })
    const { movement, changes, all, previous } = second.figures
    expect(previous).toEqual({ number: 1, asOf: '2022-03-31' })
    expect(movement?.closed).toEqual([5])
    expect(changes?.lights.closed).toBe(1)
    expect(all.lights.closed - first.figures.all.lights.closed).toBe(1)
    expect((movement?.overdue.length ?? 0) - (movement?.noLongerOverdue.length ?? 0)).toBe(changes?.overdue.approved)
  })

  it('is never changed by what is recorded, set, renamed or claimed later, and verifies still', async () => {
    const ledger = await withStory()
    const { database, as } = ledger
    const { db } = database
    const before = await issue(ledger, '2022-06-30', '2022-07-05')
    const later = await issue(ledger, '2022-07-05', '2022-07-05', 'issued', '10:30')
    const sheet = JSON.stringify(issuedSheet(before))
    await change(ledger, as.officer(HEALTH), 8, report('2022-06-25', 70), '2022-07-05')
    await change(ledger, as.officer(HEALTH), 8, editContacts(as.officer(HEALTH).departmentId ?? ''), '2022-07-20')
    await change(ledger, as.officer(HEALTH), 5, claim('2022-06-28', { unconfirmedReason: '已口头确认' }), '2022-08-20')
    const plan = (await currentPlan(db))?.plan
    if (!plan) throw new Error('no plan')
    const settings = { ...settingsOf(plan), behindPoints: 5, reportDay: 3 }
    expect(await changePlanSettings(database, as.supervisor, { plan: 1, version: plan.version, settings }, at('2022-08-21').now)).toEqual({
      changed: { refolded: 91 },
    })
    await database.inTransaction(async (tx) => {
      await tx.update(departments).set({ name: '区卫健委' }).where(eq(departments.name, HEALTH))
      await tx.update(plans).set({ title: '另一方案', officeName: '另一办' })
    })
    const now = await bulletinById(db, as.supervisor, before.id)
    expect(now).toEqual(before)
    expect(JSON.stringify(issuedSheet(now as Issued))).toBe(sheet)
    expect(sheet).toContain(HEALTH)
    expect(await verifyRecord(db)).toMatchObject({ tasks: 91, bulletins: 2, mismatches: [] })
    expect((await bulletinById(db, as.supervisor, later.id)) as Issued).toEqual(later)
  })

  it('is printed from the sheet that was stored, whatever the renderer says later; one from before that is put in words', async () => {
    const issued = await issue(await withStory(), '2022-06-30', '2022-07-05')
    const { sheet, ...imprint } = issued.imprint
    expect(issuedSheet(issued)).toEqual(sheetOfIssue(issued))
    expect(issuedSheet(issued).footer.at(-1)).toBe(issued.sha256)
    const text = sheet?.text.replaceAll('推进情况通报如下', '从前的说法如下') ?? ''
    const old = { ...issued, imprint: { ...imprint, sheet: { text, sha256: '' } } }
    expect(issuedSheet(old)).toEqual(JSON.parse(text))
    expect(issuedSheet(old)).not.toEqual(sheetOfIssue(old))
    expect(issuedSheet({ ...issued, imprint })).toEqual(sheetOfIssue(issued))
  })

  it('has one open draft per plan, whose prose alone is edited, by version', async () => {
    const { database, as } = await withStory()
    const wanted = { plan: 1, asOf: '2022-06-30', basis: 'approved' as const }
    const time = at('2022-07-05')
    const draft = await draftBulletin(database, as.supervisor, wanted, time)
    expect(draft).toEqual(await draftBulletin(database, as.supervisor2, wanted, time))
    expect(await draftBulletin(database, as.supervisor2, { ...wanted, basis: 'issued' }, time)).toEqual({
      refused: 'bulletin-draft-exists',
    })
    const { id } = (draft as { done: { id: string } }).done
    const prose = { ...plainProse(await figuresOf(database, as, id)), problems: '问题另报。' }
    expect(await editBulletin(database, as.supervisor, { id, version: 1, prose }, time.now)).toEqual({ done: { version: 2 } })
    expect(await editBulletin(database, as.supervisor2, { id, version: 1, prose }, time.now)).toEqual({ refused: 'stale' })
    expect(await issueBulletin(database, as.supervisor2, { id, version: 1, signOff: SIGN_OFF }, time)).toEqual({ refused: 'stale' })
    for (const [signOff, field] of [
      [{ ...SIGN_OFF, name: ' ' }, 'signOffName'],
      [{ ...SIGN_OFF, post: '' }, 'signOffPost'],
      [{ ...SIGN_OFF, on: '2022-07-06' }, 'signOffOn'],
    ] as const)
      expect(await issueBulletin(database, as.supervisor, { id, version: 2, signOff }, time)).toMatchObject({ field })
    expect(await bulletinById(database.db, as.supervisor, id)).toMatchObject({
      state: 'draft',
      version: 2,
      prose: { problems: '问题另报。' },
    })
    const issued = await issueBulletin(database, as.supervisor, { id, version: 2, signOff: SIGN_OFF }, time)
    expect(issued).toEqual({ done: { id, number: 1 } })
    expect(await issueBulletin(database, as.supervisor, { id, version: 2, signOff: SIGN_OFF }, time)).toEqual(issued)
    expect(await editBulletin(database, as.supervisor, { id, version: 2, prose }, time.now)).toBe('hidden')
    expect(await discardBulletin(database, as.supervisor, { id, version: 2 }, time.now)).toBe('hidden')
    expect(await draftBulletin(database, as.supervisor, { ...wanted, asOf: '2022-06-29' }, time)).toEqual({
      refused: 'as-of-before-previous',
      field: 'asOf',
    })
    expect(await draftBulletin(database, as.supervisor, { ...wanted, asOf: '2022-07-06' }, time)).toMatchObject({
      refused: 'day-in-future',
    })
    const kinds = await database.db
      .select({ kind: officeEvents.kind })
      .from(officeEvents)
      .where(eq(officeEvents.subject, 'bulletin'))
      .orderBy(officeEvents.seq)
    expect(kinds.map(({ kind }) => kind)).toEqual(['bulletin_drafted', 'bulletin_edited', 'bulletin_issued'])
  })

  it('is drafted and issued by supervisors; issued ones are read by all but administrators, drafts by nobody else', async () => {
    const ledger = await withStory()
    const { database, as } = ledger
    const time = at('2022-07-05')
    const wanted = { plan: 1, asOf: '2022-06-30', basis: 'approved' as const }
    for (const viewer of [as.officer(HEALTH), as.leader, as.auditor])
      expect(await draftBulletin(database, viewer, wanted, time)).toEqual({ refused: 'not-permitted' })
    expect(await draftBulletin(database, as.administrator, wanted, time)).toBe('hidden')
    const issued = await issue(ledger, '2022-06-30', '2022-07-05')
    const next = await draftBulletin(database, as.supervisor, { ...wanted, asOf: '2022-07-01' }, time)
    const { id } = (next as { done: { id: string } }).done
    for (const viewer of [as.officer(HEALTH), as.leader, as.auditor]) {
      expect((await bulletinList(database.db, viewer)).map((line) => line.id)).toEqual([issued.id])
      expect(await bulletinById(database.db, viewer, id)).toBeNull()
      expect(await issueBulletin(database, viewer, { id, version: 1, signOff: SIGN_OFF }, time)).toBe('hidden')
      expect(await discardBulletin(database, viewer, { id, version: 1 }, time.now)).toBe('hidden')
    }
    expect(await bulletinList(database.db, as.administrator)).toEqual([])
    expect(await bulletinById(database.db, as.administrator, issued.id)).toBeNull()
    expect((await bulletinList(database.db, as.supervisor)).map((line) => line.id)).toEqual([id, issued.id])
  })

  it('tells every department of the plan and the leaders', async () => {
    const ledger = await withStory()
    await issue(ledger, '2022-06-30', '2022-07-05')
    const told = await ledger.database.db.select().from(messages).where(eq(messages.kind, 'bulletin_issued'))
    expect(told.filter(({ departmentId }) => departmentId !== null)).toHaveLength(12)
    const leaders = await ledger.database.db.select({ id: users.id }).from(users).where(eq(users.role, 'leader'))
    expect(told.flatMap(({ userId }) => userId ?? [])).toEqual(leaders.map(({ id }) => id))
  })

  it('issued or given up at once by many: numbers in a row', async () => {
    const { database, as } = await withStory()
    const time = at('2022-07-05')
    const attempts = await Promise.all(
      Array.from({ length: 12 }, async (_, index) => {
        const viewer = index % 2 ? as.supervisor : as.supervisor2
        await draftBulletin(database, viewer, { plan: 1, asOf: '2022-06-30', basis: 'approved' }, time)
        const [plan] = await database.db.select({ id: plans.id }).from(plans)
        const open = await openDraft(database.db, plan?.id ?? '')
        if (!open) return null
        const outcome = await issueBulletin(database, viewer, { id: open.id, version: open.version, signOff: SIGN_OFF }, time)
        return typeof outcome === 'object' && 'done' in outcome ? outcome.done.number : null
      }),
    )
    const stored = await database.db
      .select({ number: bulletins.number })
      .from(bulletins)
      .where(sql`number is not null`)
      .orderBy(bulletins.number)
    expect(stored.map(({ number }) => number)).toEqual(stored.map((_, index) => index + 1))
    expect(new Set(attempts.filter((number) => number !== null)).size).toBe(stored.length)
  })
})

async function figuresOf(database: Database, as: Accounts, id: string) {
  const found = await bulletinById(database.db, as.supervisor, id)
  const plan = (await currentPlan(database.db))?.plan
  if (!found || !plan) throw new Error('no draft')
  return (await draftedBulletin(database.db, plan, found)).figures
}
