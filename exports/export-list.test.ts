// What leaves the house is what is in it: the same 91 rows, cell by cell, in every format.
import readSheet from 'read-excel-file/node'
import { describe, expect, it } from 'vitest'
import { changeTask } from '@/db/commands/change-task'
import { issuedTable, openLedgerWithTable } from '@/db/testing'
import { accept, at, claim } from '@/domain/testing'
import { type ExportWanted, exportList } from '@/exports/export-list'

const wanted: ExportWanted = {
  scope: 'ledger',
  format: 'json',
  asOf: '2026-01-01',
  basis: 'approved',
  filter: {},
  onlyBasis: false,
  sort: 'number',
  descending: false,
  locale: 'zh-CN',
  maker: '督查员 李建军',
  madeAt: '2026-01-01T02:00:00.000Z',
  planTitle: '推动公立医院高质量发展重点任务分工',
  demo: false,
}

describe('export', () => {
  it('JSON equals the issued table, cell by cell, with 129 duties and 12 departments', async () => {
    const { database, as } = await openLedgerWithTable()
    const rows = JSON.parse((await exportList(database.db, as.leader, wanted)).bytes.toString())
    const source = issuedTable().rows
    expect(rows).toHaveLength(91)
    expect(
      rows.map(({ number, goal, title, measure, departments, deadline }: Record<string, unknown>) => ({
        number,
        goal,
        title,
        measure,
        departments,
        deadline,
      })),
    ).toEqual(
      source.map(({ number, goal, title, measure, departments, deadline }) => ({
        number,
        goal: goal.text,
        title,
        measure,
        departments,
        deadline,
      })),
    )
    const departments = rows.flatMap((row: { departments: { name: string }[] }) => row.departments.map((one) => one.name))
    expect([departments.length, new Set(departments).size]).toEqual([129, 12])
    expect(
      rows.every(
        (row: { light: string; overdueDays: number; state: string }) =>
          row.light === 'overdue' && row.overdueDays > 0 && row.state === 'not_started',
      ),
    ).toBe(true)
  })
  it('XLSX read back gives the same 91 rows under title, day, basis and maker', async () => {
    const { database, as } = await openLedgerWithTable()
    const { bytes } = await exportList(database.db, as.leader, { ...wanted, format: 'xlsx' })
    const cells = (await readSheet(bytes)) as unknown as { data: unknown[][] }[] | unknown[][]
    const sheet = (Array.isArray(cells[0]) ? cells : (cells[0] as { data: unknown[][] }).data) as unknown[][]
    const head = sheet.slice(0, 3).flat().filter(Boolean).join(' ')
    expect(head).toContain('推动公立医院高质量发展重点任务分工')
    expect(head).toContain('2026年1月1日')
    expect(head).toContain('按批准时限')
    expect(head).toContain('督查员 李建军')
    const body = sheet.filter((row) => typeof row[0] === 'number')
    let goal: unknown = null
    let title: unknown = null
    const filled = body.map((row) => {
      goal = row[1] ?? goal
      title = row[2] ?? title
      return [row[0], goal, title, row[3], String(row[4]).split('\n')]
    })
    expect(filled).toEqual(
      issuedTable().rows.map((row) => [row.number, row.goal.text, row.title, row.measure, row.departments.map((one) => one.name)]),
    )
  })
  it('an officer’s file holds the own department’s tasks only; the overdue list only what is overdue', async () => {
    const { database, as } = await openLedgerWithTable()
    const own = JSON.parse((await exportList(database.db, as.officer('区公安分局'), wanted)).bytes.toString())
    expect(own.map((row: { number: number }) => row.number)).toEqual([73, 76])
    const overdue = JSON.parse(
      (await exportList(database.db, as.leader, { ...wanted, scope: 'overdue', asOf: '2022-07-01' })).bytes.toString(),
    )
    expect(overdue).toHaveLength(9)
  })
  it('a closed task leaves the overdue list and is exported as closed', async () => {
    const { database, as } = await openLedgerWithTable()
    const change = (viewer: typeof as.leader, command: Parameters<typeof changeTask>[2]['command'], formId: string) =>
      changeTask(database, viewer, { number: 2, version: 'latest', formId, command }, at('2022-08-01'))
    await change(as.officer('区卫生健康局'), claim('2022-07-20'), 'a')
    await change(as.supervisor, accept('2022-07-20', '2022-08-01'), 'b')
    const rows = JSON.parse((await exportList(database.db, as.leader, { ...wanted, asOf: '2022-08-01' })).bytes.toString())
    expect(rows[1]).toMatchObject({ number: 2, state: 'closed', light: 'closed', progress: 100, overdueDays: 0 })
    const csv = (
      await exportList(database.db, as.leader, { ...wanted, format: 'csv', scope: 'overdue', asOf: '2022-08-01' })
    ).bytes.toString()
    expect(csv.startsWith('\uFEFF')).toBe(true)
    expect(csv.split('\r\n').filter(Boolean)).toHaveLength(1 + 8)
  })
})
