// Over random histories of requests, approvals and claims: whoever counts what is overdue counts the same on either basis (rule 11).
import { expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { ledgerPage } from '@/db/queries/ledger-page'
import { navCounts } from '@/db/queries/nav-counts'
import { overduePage } from '@/db/queries/overdue-page'
import { situation } from '@/db/queries/situation'
import { taskRows } from '@/db/queries/task-rows'
import { openLedgerWithTable } from '@/db/testing'
import { addDays, type Day } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import { approve, askExtension, at, check, claim, giveBack, refuse, report } from '@/domain/testing'
import { BASES } from '@/domain/words'
import { type ExportWanted, exportList } from '@/exports/export-list'

const wanted = (asOf: Day, more: Partial<ExportWanted>): ExportWanted => ({
  scope: 'overdue',
  format: 'json',
  asOf,
  basis: 'approved',
  filter: {},
  onlyBasis: true,
  sort: 'number',
  descending: false,
  locale: 'zh-CN',
  maker: '督查员',
  madeAt: '2026-01-01T02:00:00.000Z',
  planTitle: '清单',
  demo: false,
  ...more,
})

/** A small generator of its own, so that a failure can be repeated (mulberry32). */
function randomFrom(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (state + 0x6d2b79f5) | 0
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below
  }
}

it.each([1, 2])('home, overdue page, departments, ledger filter, menu and export agree on both bases (history %i)', async (seed) => {
  const random = randomFrom(seed)
  const { database, as } = await openLedgerWithTable()
  const { db } = database
  const { supervisor } = as
  let day: Day = '2022-06-01'
  let approvals = 0
  for (let step = 0; step < 120; step++) {
    day = addDays(day, random(12))
    const number = 1 + random(30)
    const [row] = await taskRows(db, supervisor, { asOf: day }).then((rows) => rows.filter((one) => one.number === number))
    if (!row) continue
    const officer = as.officer(row.lead.department)
    const present = row.deadline.approvedDueOn ?? day
    const later = addDays(present > day ? present : day, 1 + random(200))
    const decides = row.extensionSeq !== null && random(3) > 0
    const approves = decides && random(4) > 0
    const command: Command = decides
      ? approves
        ? approve(row.extensionSeq ?? 0, later, day, '另定日期')
        : refuse(row.extensionSeq ?? 0)
      : ([
          askExtension(later, day),
          askExtension(later, day),
          report(day, random(100)),
          claim(day, { unconfirmedReason: '已说定' }),
          giveBack(day),
          check(day, random(101)),
        ][random(6)] as Command)
    const bySupervisor = decides || command.do === 'return' || command.do === 'check'
    const change = { number, version: 'latest' as const, formId: `random-${seed}-${step}`, command }
    const outcome = await changeTask(database, bySupervisor ? supervisor : officer, change, at(day))
    if (approves && outcome !== 'hidden' && 'done' in outcome) approvals++
  }
  expect(approvals).toBeGreaterThan(3)

  let differing = 0
  for (const asOf of ['2022-12-31', '2023-03-15', day, addDays(day, 90)]) {
    const { all, byLead } = await situation(db, supervisor, { asOf })
    const page = await overduePage(db, supervisor, { asOf, pageSize: null })
    if (all.overdue_issued !== all.overdue_approved) differing++
    for (const basis of BASES) {
      const count = all[`overdue_${basis}`]
      const narrowed = { asOf, sort: 'number', descending: false, page: 1 } as const
      const ledger = await ledgerPage(db, supervisor, { list: `overdue_${basis}` }, narrowed)
      const file = await exportList(db, supervisor, wanted(asOf, { basis }))
      const ledgerFile = await exportList(db, supervisor, wanted(asOf, { scope: 'ledger', basis, filter: { list: `overdue_${basis}` } }))
      const exported = JSON.parse(file.bytes.toString()) as { number: number; overdueDays: number; extensions: number }[]
      expect([
        page.total[basis],
        ledger.total,
        exported.length,
        JSON.parse(ledgerFile.bytes.toString()).length,
        byLead.reduce((sum, { figures }) => sum + figures[`overdue_${basis}`], 0),
        page.departments.reduce((sum, department) => sum + department[basis], 0),
        page.rows.filter(({ daysLate }) => daysLate[basis] > 0).length,
      ]).toEqual(Array(7).fill(count))
      expect(exported.every(({ overdueDays }) => overdueDays > 0)).toBe(true)
      for (const { department, figures } of byLead) {
        const listed = page.departments.find((one) => one.department === department)
        expect(listed?.[basis] ?? 0).toBe(figures[`overdue_${basis}`])
      }
    }
    expect((await navCounts(db, supervisor, asOf)).overdue).toBe(all.overdue_approved)
    expect(all.lights.overdue).toBe(all.overdue_approved)
    const extended = (await exportList(db, supervisor, wanted(asOf, { scope: 'ledger' }))).bytes.toString()
    const rows = JSON.parse(extended) as { extensions: number; deadlineApproved: Day | null; extensionRequested: boolean }[]
    expect(rows.filter(({ extensions }) => extensions > 0)).toHaveLength(all.extended)
    expect(rows.every(({ extensions, deadlineApproved }) => (deadlineApproved !== null) === extensions > 0)).toBe(true)
    expect(rows.filter(({ extensionRequested }) => extensionRequested)).toHaveLength(all.extension_requested)
  }
  expect(differing).toBeGreaterThan(0)
})
