// The plan in its issued layout and the overdue list in Word, as they leave the house; what is stored of the layout is what they follow.
import { eq } from 'drizzle-orm'
import { describe, expect, it } from 'vitest'
import { plans, tasks } from '@/db/schema'
import { issuedTable, openLedgerWithTable } from '@/db/testing'
import { readSource } from '@/documents/read/read-source'
import { recognise } from '@/documents/read/recognise'
import { stateColumns } from '@/documents/state-columns'
import { type PlanLayout, standardLayout } from '@/domain/plan-layout'
import { type ExportWanted, exportList } from '@/exports/export-list'
import { numberOfPlan } from '@/exports/plan-by-name'

const wanted: ExportWanted = {
  scope: 'ledger',
  format: 'docx',
  layout: 'issued',
  asOf: '2026-01-01',
  basis: 'approved',
  filter: {},
  onlyBasis: false,
  sort: 'deadline',
  descending: true,
  locale: 'zh-CN',
  maker: '督查员 李建军',
  madeAt: '2026-01-01T02:00:00.000Z',
  planTitle: '推动公立医院高质量发展重点任务分工',
  demo: true,
}

async function read(bytes: Buffer, name: string) {
  const source = await readSource(bytes, name)
  if ('refused' in source) throw new Error(source.refused)
  return source
}

describe('a plan as it was issued', () => {
  it.each(['docx', 'xlsx'] as const)(
    'comes back from %s as the same 91 rows, in their order, whatever the list was sorted by',
    async (format) => {
      const { database, as } = await openLedgerWithTable()
      for (const locale of ['zh-CN', 'en'] as const) {
        const { bytes } = await exportList(database.db, as.leader, { ...wanted, format, locale })
        const { rows, title, doubts } = recognise(await read(bytes, `a.${format}`), {}, { departments: known(), aliases: {} })
        expect(doubts.filter(({ blocking }) => blocking)).toEqual([])
        expect(title).toBe(wanted.planTitle)
        const words = ({
          number,
          goal,
          title,
          measure,
          departments,
          deadline,
        }: (typeof rows)[number] | ReturnType<typeof issuedTable>['rows'][number]) => ({
          number,
          goal: goal.text,
          title,
          measure,
          departments,
          deadline,
        })
        expect(rows.map(words)).toEqual(issuedTable().rows.map(words))
      }
    },
  )

  it('follows the stored layout: columns in its order under its headings, other columns word for word, notes below', async () => {
    const { database, as } = await openLedgerWithTable()
    const standard = standardLayout(wanted.planTitle)
    const [number, ...rest] = standard.columns
    const layout: PlanLayout = {
      ...standard,
      above: ['附件2', wanted.planTitle],
      below: ['注：资金来源见附表。'],
      columns: [...(number ? [number] : []), { role: 'other', heading: '资金来源', width: 20 }, ...rest.toReversed()],
    }
    await database.inTransaction(async (tx) => {
      await tx.update(plans).set({ layout: JSON.stringify(layout) })
      await tx
        .update(tasks)
        .set({ other: JSON.stringify({ 资金来源: '区级财政 50万元' }) })
        .where(eq(tasks.number, 7))
    })
    const { tables } = await read((await exportList(database.db, as.leader, wanted)).bytes, 'a.docx')
    const [table] = tables
    const line = (row: number) =>
      table?.cells
        .filter((cell) => cell.row === row)
        .sort((a, b) => a.column - b.column)
        .map(({ lines }) => lines.join('')) ?? []
    expect(line(0).slice(0, 7)).toEqual(['序号', '资金来源', '完成时限', '责任部门', '具体措施', '任务描述', '目标任务'])
    expect(stateColumns(line(0)).slice(7).every(Boolean)).toBe(true)
    expect(line(7)[1]).toBe('区级财政 50万元')
    expect(table?.above.slice(0, 2)).toEqual(['附件2', wanted.planTitle])
    expect(table?.above.join(' ')).toContain('演示数据')
    expect(table?.above.join(' ')).toContain('2026年1月1日')
    expect(table?.below).toEqual(['注：资金来源见附表。'])
  })

  it('holds what the viewer sees and the filter leaves', async () => {
    const { database, as } = await openLedgerWithTable()
    const count = async (viewer: typeof as.leader, more: Partial<ExportWanted> = {}) =>
      ((await read((await exportList(database.db, viewer, { ...wanted, ...more })).bytes, 'a.docx')).tables[0]?.rows ?? 0) - 1
    expect(await count(as.officer('区公安分局'))).toBe(2)
    expect(await count(as.leader, { asOf: '2022-07-01', filter: { light: 'overdue' } })).toBe(9)
    expect(await count(as.leader, { asOf: '2022-07-01', scope: 'overdue' })).toBe(9)
  })
})

it('a plan is called by its number, its short name, its title or a part of it that no other has', () => {
  const list = [
    { number: 1, shortName: null, title: '公立医院重点任务分工' },
    { number: 2, shortName: '问题清单', title: '巡察反馈问题任务清单' },
  ]
  expect(['1', '2', '问题清单', '公立医院', '巡察反馈问题任务清单', '任务', '没有'].map((name) => numberOfPlan(list, name))).toEqual([
    1,
    2,
    2,
    1,
    2,
    null,
    null,
  ])
})

const known = (): string[] => [...new Set(issuedTable().rows.flatMap(({ departments }) => departments.map(({ name }) => name)))]
