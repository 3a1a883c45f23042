// One number, one source (rule 11): over a random history the same counts stand on home, on the overdue page, on the departments' pages, in
// the ledger under the filter that a number links to, and in the exported files.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { currentPlan } from '@/db/queries/current-plan'
import { departmentOverview } from '@/db/queries/department-overview'
import type { LedgerFilter } from '@/db/queries/ledger-filter'
import { ledgerPage } from '@/db/queries/ledger-page'
import { overTime } from '@/db/queries/over-time'
import { overduePage } from '@/db/queries/overdue-page'
import { reporting } from '@/db/queries/reporting'
import { situation } from '@/db/queries/situation'
import { taskEvents, tasks } from '@/db/schema'
import { type Accounts, openLedgerWithTable } from '@/db/testing'
import { readSource } from '@/documents/read/read-source'
import { LIGHT_SHAPES } from '@/documents/write/light-marks'
import { addDays, type Day } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import {
  accept,
  approve,
  askExtension,
  at,
  claim,
  giveBack,
  makeLongTerm,
  noChange,
  obstacle,
  report,
  takeBack,
  withdraw,
} from '@/domain/testing'
import type { Light } from '@/domain/words'
import { type ExportWanted, exportList } from '@/exports/export-list'
import zhCN from '@/messages/zh-CN.json'

const DAYS: Day[] = ['2022-07-31', '2022-12-31', '2024-06-15']
const LAST: Day = '2024-06-15'

describe.each([1, 2])('over random history %i', (seed) => {
  it('home, overdue page, departments, ledger and export count alike', async () => {
    const { database, as } = await openLedgerWithTable()
    const { db } = database
    await randomHistory(database, as, seed)
    const plan = (await currentPlan(db))?.plan
    if (!plan) throw new Error('no plan')

    for (const asOf of DAYS) {
      const home = await situation(db, as.leader, { asOf })
      const reports = await reporting(db, as.leader, plan, { asOf })
      const ledger = async (filter: LedgerFilter, viewer: Viewer = as.supervisor) =>
        (await ledgerPage(db, viewer, filter, { asOf, sort: 'number', descending: false, page: 1 })).total
      const overdue = await overduePage(db, as.supervisor, { asOf, pageSize: null })
      expect(overdue.total).toMatchObject({ approved: home.all.overdue_approved, issued: home.all.overdue_issued })
      expect(await exported(database, as.supervisor, { asOf, scope: 'overdue', filter: {} })).toBe(overdue.total.either)
      expect(await exported(database, as.supervisor, { asOf, scope: 'ledger', filter: { list: 'overdue_issued' } })).toBe(
        home.all.overdue_issued,
      )

      expect(await inEveryFile(database, as.supervisor, asOf), asOf).toMatchObject({
        overdue: home.all.overdue_approved,
        closed: home.all.lights.closed,
        total: home.all.total,
      })

      for (const { departmentId: lead, department, figures } of home.byLead) {
        const where = `${department} ${asOf}`
        const overview = await departmentOverview(db, as.supervisor, plan, lead, { asOf, today: LAST })
        expect(overview?.figures, where).toEqual(figures)
        const inLedger = {
          total: await ledger({ lead }),
          closed: await ledger({ lead, light: 'closed' }),
          onTime: await ledger({ lead, list: 'on_time' }),
          overdueApproved: await ledger({ lead, list: 'overdue_approved' }),
          overdueIssued: await ledger({ lead, list: 'overdue_issued' }),
          obstructed: await ledger({ lead, list: 'obstructed' }),
          extended: await ledger({ lead, list: 'extended' }),
        }
        expect(inLedger, where).toEqual({
          total: figures.total,
          closed: figures.lights.closed,
          onTime: figures.onTime.approved,
          overdueApproved: figures.overdue_approved,
          overdueIssued: figures.overdue_issued,
          obstructed: figures.obstructed,
          extended: figures.extended,
        })
        const { total, closed, onTime, overdueApproved, overdueIssued } = inLedger
        for (const days of [[asOf], DAYS])
          expect(await overTime(db, as.supervisor, lead, days), where).toContainEqual({
            day: asOf,
            total,
            closed,
            onTime,
            overdueApproved,
            overdueIssued,
          })
        expect((await reporting(db, as.leader, plan, { asOf }, lead)).rows, where).toEqual(
          reports.rows.filter((row) => row.departmentId === lead),
        )
        const ofDepartment = overdue.departments.find((row) => row.departmentId === lead)
        expect([ofDepartment?.approved ?? 0, ofDepartment?.issued ?? 0], where).toEqual([overdueApproved, overdueIssued])
        expect(overview?.reporting.missing, where).toBe(await ledger({ lead, silentSince: reports.since }))
        expect(tasksOf(overview?.waiting.awaited), where).toBe(await ledger({ waitsFor: lead }))
        expect(tasksOf(overview?.waiting.waitsFor), where).toBe(await ledger({ lead, list: 'unconfirmed' }))
        expect(overview?.participating, where).toBe(await ledger({ department: lead }))
        expect(await exported(database, as.supervisor, { asOf, scope: 'ledger', filter: { lead, list: 'overdue_approved' } }), where).toBe(
          overdueApproved,
        )
        // an officer's own page says the same of the own department
        const own = await departmentOverview(db, as.officer(department), plan, lead, { asOf, today: LAST })
        expect(own?.figures, where).toEqual(figures)
      }
      for (const { departmentId, participating } of home.onlyCooperating)
        expect(await departmentOverview(db, as.supervisor, plan, departmentId, { asOf, today: LAST })).toMatchObject({
          figures: null,
          participating,
        })
    }
    // the history has something to tell
    const { all } = await situation(db, as.leader, { asOf: LAST })
    const told = [all.lights.closed, all.onTime.approved, all.extended, all.obstructed, all.overdue_issued - all.overdue_approved]
    expect(
      told.every((count) => count > 0),
      told.join(' '),
    ).toBe(true)
  }, 60_000)
})

const tasksOf = (parts: readonly { number: number }[] = []): number => new Set(parts.map(({ number }) => number)).size

/** How many rows the file has. */
async function exported({ db }: Database, viewer: Viewer, wanted: Pick<ExportWanted, 'asOf' | 'scope' | 'filter'>): Promise<number> {
  const file = await exportList(db, viewer, {
    ...wanted,
    format: 'json',
    basis: 'approved',
    onlyBasis: false,
    sort: 'number',
    descending: false,
    locale: 'zh-CN',
    maker: '',
    madeAt: at(LAST).now,
    planTitle: '',
    demo: false,
  })
  const parsed: unknown = JSON.parse(file.bytes.toString('utf8'))
  if (!Array.isArray(parsed)) throw new Error('not a list')
  return parsed.length
}

/** The ledger as Excel in both layouts and as Word says row by row what the JSON says; what it counts. */
async function inEveryFile({ db }: Database, viewer: Viewer, asOf: Day): Promise<{ total: number; overdue: number; closed: number }> {
  const common = { asOf, scope: 'ledger', basis: 'approved', filter: {}, onlyBasis: false, sort: 'number', descending: false } as const
  const more = { locale: 'zh-CN', maker: '', madeAt: at(LAST).now, planTitle: '', demo: false } as const
  const file = async (format: 'json' | 'xlsx' | 'docx', layout?: 'issued') =>
    (await exportList(db, viewer, { ...common, ...more, format, layout })).bytes
  const json = JSON.parse((await file('json')).toString('utf8')) as {
    number: number
    progress: number
    overdueDays: number
    light: Light
  }[]
  const rows = json.map((row) => [row.number, `${LIGHT_SHAPES[row.light]} ${zhCN.lights[row.light]}`, row.progress, row.overdueDays])
  expect(await figuresIn(await file('docx'), 'a.docx'), `${asOf} docx`).toEqual(rows)
  expect(await figuresIn(await file('xlsx', 'issued'), 'a.xlsx'), `${asOf} xlsx, issued`).toEqual(rows)
  expect(await figuresIn(await file('xlsx'), 'a.xlsx'), `${asOf} xlsx`).toEqual(rows)
  const light = (code: Light) => json.filter((row) => row.light === code).length
  return { total: json.length, overdue: light('overdue'), closed: light('closed') }
}

/** Number, light, progress and days late of every row, found by the headings. */
async function figuresIn(bytes: Buffer, name: string): Promise<(string | number)[][]> {
  const source = await readSource(bytes, name)
  if ('refused' in source) throw new Error(source.refused)
  return source.tables.flatMap(({ cells, rows }) => {
    const text = new Map(cells.map((cell) => [`${cell.row} ${cell.column}`, cell.lines.join('')]))
    const heading = (words: string) => cells.find(({ lines }) => lines.join('') === words)
    const [number, light, progress, late] = ['序号', '灯', '进展%', '按批准时限逾期天数'].map(heading)
    if (!number || !light || !progress || !late) throw new Error(`${name}: no headings`)
    return Array.from({ length: rows - number.row - 1 }, (_, i) => number.row + 1 + i).map((row) => [
      Number(text.get(`${row} ${number.column}`)),
      text.get(`${row} ${light.column}`) ?? '',
      Number(text.get(`${row} ${progress.column}`)),
      Number(text.get(`${row} ${late.column}`) ?? 0),
    ])
  })
}

/** A hundred and fifty commands of all kinds by whoever may give them, on rising days; refused ones leave nothing. */
async function randomHistory(database: Database, as: Accounts, seed: number): Promise<void> {
  const random = numbersFrom(seed)
  const pick = <T>(choices: readonly T[]): T => choices[Math.floor(random() * choices.length)] as T
  let day: Day = '2022-01-10'
  for (let step = 0; step < 150; step++) {
    day = addDays(day, Math.floor(random() * 8))
    const number = 1 + Math.floor(random() * 20)
    const lead = await leadOf(database, number, as)
    const seqs = await database.db
      .select({ seq: taskEvents.seq, kind: taskEvents.kind, on: taskEvents.effectiveOn })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(eq(tasks.number, number))
      .orderBy(taskEvents.seq)
    const last = seqs.at(-1)
    const back = addDays(day, -Math.floor(random() * 12))
    const ofLead: [Viewer, Command][] = [
      [lead, report(back, Math.floor(random() * 99))],
      [lead, noChange(back)],
      [lead, claim(back, { unconfirmedReason: '对方已口头确认' })],
      [lead, askExtension(addDays(day, 1500), day)],
      [lead, obstacle(back, lead.departmentId ?? '')],
      ...(random() < 0.1
        ? ([
            [as.supervisor, withdraw],
            [as.supervisor, makeLongTerm],
          ] satisfies [Viewer, Command][])
        : []),
    ]
    const answers: Partial<Record<string, [Viewer, Command][]>> = {
      claimed: [
        [lead, takeBack],
        [as.supervisor, giveBack(day)],
        ...repeated<[Viewer, Command]>([as.supervisor, accept(last?.on ?? day, day)], 3),
      ],
      extension_requested: [[as.supervisor, approve(last?.seq ?? 1, addDays(day, 1500), day, '同意')]],
    }
    const given = pick(answers[last?.kind ?? ''] ?? ofLead)
    await changeTask(database, given[0], { number, version: 'latest', formId: `${seed} ${step}`, command: given[1] }, at(day))
  }
}

const repeated = <T>(value: T, times: number): T[] => Array.from({ length: times }, () => value)

async function leadOf({ db }: Database, number: number, as: Accounts): Promise<Viewer> {
  const page = await ledgerPage(
    db,
    as.supervisor,
    { q: String(number) },
    { asOf: '2022-01-10', sort: 'number', descending: false, page: 1 },
  )
  const row = page.rows.find((other) => other.number === number)
  if (!row) throw new Error(`no task ${number}`)
  return as.officer(row.lead.department)
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
