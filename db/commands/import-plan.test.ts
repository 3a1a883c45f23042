// Several plans side by side, on the engine under test: numbers, departments and contacts, and what is refused.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { confirmAlias } from '@/db/commands/department-ids'
import { importPlan, type TableToImport } from '@/db/commands/import-plan'
import { knownNames } from '@/db/queries/known-names'
import { presentTable } from '@/db/queries/stored-table'
import { taskRows } from '@/db/queries/task-rows'
import { departments, plans, taskEvents, tasks } from '@/db/schema'
import { departmentAliases } from '@/db/schema-documents'
import { officeEvents } from '@/db/schema-supervision'
import { issuedTable, MANCHENG, openLedgerWithTable } from '@/db/testing'
import { standardLayout } from '@/domain/plan-layout'
import { at, editContacts } from '@/domain/testing'

const HEALTH = '区卫生健康局'
const TODAY = at('2022-03-01')
const CONTACTS = { office: '医政科', contact: '李科员', phone: '7000000', leaderInCharge: '' }

const projects = (): TableToImport => ({
  title: '十项重点工程',
  rows: [
    {
      number: 1,
      goal: { number: 1, name: '卫生', text: '一、卫生' },
      title: '迁建区医院',
      measure: '完成主体',
      departments: [
        { name: HEALTH, role: 'lead' },
        { name: '区住房和城乡建设局', role: 'cooperating' },
      ],
      deadline: { issued: '2022-10-31', precision: 'day', dueOn: '2022-10-31' },
      line: 3,
      other: { 备注: '省重点' },
      contacts: CONTACTS,
    },
    {
      number: 3,
      goal: { number: 1, name: '卫生', text: '一、卫生' },
      title: '改造卫生室',
      measure: '改造30所',
      departments: [{ name: '卫健局', role: 'lead' }],
      deadline: { issued: '长期坚持', precision: 'none', dueOn: null },
      line: 4,
    },
  ],
})
const plan = { ...MANCHENG, firstDay: '2022-02-01', documentNumber: '满政办〔2022〕2号' }

describe('a second plan', () => {
  it('has the next number, its own layout and name; departments are shared by name and by other names confirmed with it', async () => {
    const { database, as } = await openLedgerWithTable()
    const layout = { ...standardLayout('十项重点工程'), below: ['注：以上为重点'] }
    const progress: [number, number][] = []
    const outcome = await importPlan(database, projects(), plan, TODAY, {
      viewer: as.supervisor,
      layout,
      shortName: '十项工程',
      aliases: { 卫健局: HEALTH },
      onProgress: (done, total) => progress.push([done, total]),
    })
    expect(outcome).toMatchObject({ imported: 2, plan: 2 })
    expect(progress.at(-1)).toEqual([2, 2])
    const rows = await taskRows(database.db, as.leader, { asOf: '2022-03-01', plan: 2 })
    expect(rows.map(({ number, lead }) => [number, lead.department])).toEqual([
      [1_000_001, HEALTH],
      [1_000_003, HEALTH],
    ])
    expect(rows[0]).toMatchObject({ addedOn: '2022-02-01', lead: CONTACTS, cooperating: [{ contact: '' }] })
    const known = await database.db.select().from(departments).orderBy(departments.position)
    expect(known).toHaveLength(13)
    expect(known[12]).toMatchObject({ id: 'd13', name: '区住房和城乡建设局', position: 13 })
    expect(await database.db.select().from(departmentAliases)).toMatchObject([{ alias: '卫健局', confirmedBy: as.supervisor.userId }])
    const [stored] = await database.db.select().from(plans).where(eq(plans.number, 2))
    expect(stored).toMatchObject({ shortName: '十项工程', documentNumber: plan.documentNumber, openedOn: '2022-03-01' })
    const present = await presentTable(database.db, stored?.id ?? '')
    expect(present?.layout).toEqual(layout)
    const asOwn = projects().rows.map(({ contacts, ...row }) => ({
      ...row,
      departments: row.departments.map((one) => (one.name === '卫健局' ? { ...one, name: HEALTH } : one)),
    }))
    expect(present?.table).toEqual({ title: '十项重点工程', rows: asOwn })
    const [event] = await database.db.select().from(officeEvents).where(eq(officeEvents.subject, 'plan'))
    expect(event).toMatchObject({ kind: 'imported', subjectId: stored?.id, actorId: as.supervisor.userId })
  })
  it('its contacts are events, and are edited on from there', async () => {
    const { database, as } = await openLedgerWithTable()
    await importPlan(database, projects(), plan, TODAY, { viewer: as.supervisor })
    const officer = as.officer(HEALTH)
    const edit = { ...editContacts(officer.departmentId ?? ''), phone: '7111111' } as ReturnType<typeof editContacts>
    const change = (version: number) =>
      changeTask(database, officer, { number: 1_000_001, version, formId: `f${version}`, command: edit }, TODAY)
    expect(await change(0)).toMatchObject({ refused: 'stale' })
    expect(await change(2)).toMatchObject({ done: { seq: 3 } })
  })
  it.each([
    ['a table without rows', { rows: [] }, {}, 'empty-table'],
    ['a first day in the future', {}, { firstDay: '2022-03-02' }, 'day-in-future'],
  ] as const)('%s is refused', async (_, table, more, refused) => {
    const { database } = await openLedgerWithTable()
    expect(await importPlan(database, { ...projects(), ...table }, { ...plan, ...more }, TODAY)).toMatchObject({ refused })
  })
  it('by anybody but a supervisor is refused', async () => {
    const { database, as } = await openLedgerWithTable()
    for (const viewer of [as.leader, as.administrator, as.officer(HEALTH), as.auditor])
      expect(await importPlan(database, projects(), plan, TODAY, { viewer })).toEqual({ refused: 'not-permitted' })
  })
  it('of the same title is refused with the differences, unless a second one is wanted; the same again is unchanged', async () => {
    const { database } = await openLedgerWithTable()
    const table = issuedTable()
    expect(await importPlan(database, table, MANCHENG, TODAY)).toMatchObject({ unchanged: 91, plan: 1 })
    const fewer = { ...table, rows: table.rows.slice(1) }
    expect(await importPlan(database, fewer, MANCHENG, TODAY)).toMatchObject({ refused: 'same-title', plan: 1, differs: [{ number: 1 }] })
    expect(await importPlan(database, fewer, MANCHENG, TODAY, { despiteSameTitle: true })).toMatchObject({ imported: 90, plan: 2 })
  })
  it('cancelled half-way leaves nothing', async () => {
    const { database, as } = await openLedgerWithTable()
    const before = (await database.db.select().from(taskEvents)).length
    const stop = new AbortController()
    const rows = Array.from({ length: 450 }, (_, index) => ({ ...projects().rows[0], number: index + 1 }) as TableToImport['rows'][number])
    const outcome = await importPlan(database, { title: '很多', rows }, plan, TODAY, {
      viewer: as.supervisor,
      signal: stop.signal,
      onProgress: (done) => done >= 200 && stop.abort(),
    })
    expect(outcome).toEqual({ refused: 'cancelled' })
    expect(await database.db.select().from(plans)).toHaveLength(1)
    expect(await database.db.select().from(taskEvents)).toHaveLength(before)
    expect(await database.db.select().from(tasks)).toHaveLength(91)
  })
})

describe('another name of a department', () => {
  it('is confirmed once, and leads to it', async () => {
    const { database, as } = await openLedgerWithTable()
    const id = as.officer(HEALTH).departmentId ?? ''
    const confirm = (alias: string, departmentId = id, viewer = as.supervisor) =>
      database.inTransaction((tx) => confirmAlias(tx, alias, departmentId, viewer, TODAY.now))
    expect(await confirm('区卫健局')).toEqual({ confirmed: '区卫健局' })
    expect(await confirm('区卫健局')).toEqual({ confirmed: '区卫健局' })
    expect(await confirm('区公安分局')).toMatchObject({ refused: 'alias-is-department' })
    expect(await confirm('某局', 'd99')).toMatchObject({ refused: 'department-ended' })
    expect(await confirm('某局', id, as.leader)).toMatchObject({ refused: 'not-permitted' })
    expect((await knownNames(database.db)).aliases).toEqual({ 区卫健局: HEALTH })
  })
})
