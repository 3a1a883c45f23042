import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { codes, inShort } from '@/documents/read/drawn-table'
import { readSource } from '@/documents/read/read-source'
import { recognise } from '@/documents/read/recognise'
import type { Choices } from '@/documents/recognition'

async function read(name: string, choices?: Choices) {
  const document = await readSource(readFileSync(new URL(`fixtures/${name}`, import.meta.url)), name)
  if ('refused' in document) throw new Error(document.refused)
  return recognise(document, choices)
}

describe('files as office programs write them, from their bytes to the rows', () => {
  test('a Word table with merges and a header of two rows', async () => {
    const table = await read('merged.docx')
    expect(table.title).toBe('重点任务分工表')
    expect(inShort(table)).toEqual([
      [1, '（一）加快建设', '建设中心。完善制度。', '', '区卫生健康局+区财政局+区医疗保障局', '2025年12月'],
      [2, '（一）加快建设', '推进改革', '', '区卫生健康局', '2025年底前'],
      [3, '（二）保障措施 资金', '落实投入', '', '区财政局+各乡镇', '长期坚持'],
    ])
    expect(codes(table)).toEqual(['(column-unsure)', '(department-collective)'])
    expect(table.layout).toMatchObject({ source: 'docx', above: ['附件', '重点任务分工表'], below: ['注：各单位每月25日前报送进展。'] })
    expect(table.layout.columns.map(({ heading, group }) => [heading, group])).toContainEqual(['牵头单位', '责任单位'])
    expect(table.layout.columns.every(({ width }) => width !== null)).toBe(true)
  })

  test('a sheet of Excel, with a cell that needs an answer', async () => {
    const table = await read('calc.xlsx')
    expect(codes(table)).toEqual(['departments-empty'])
    expect(table.doubts[0]?.place).toEqual({ kind: 'xlsx', sheet: '重点任务', cell: 'D6' })
    const answered = await read('calc.xlsx', { cells: { '': ['区财政局'] } })
    expect(codes(answered)).toEqual([])
    expect(inShort(answered)[0]).toEqual([1, '（一）建设项目', '新建门诊楼', '', '区卫生健康局+区财政局', '2025年12月31日'])
    expect(answered.proof).toMatchObject({ sourceRows: 3, understood: 3, duties: 4 })
  })

  test('a list of values, which says no title', async () => {
    const table = await read('gb18030.csv', { title: '改革清单' })
    expect(codes(table).filter((code) => !code.startsWith('('))).toEqual([])
    expect(inShort(table)).toEqual([
      [1, '改革清单', '建设中心，完善制度', '', '区卫生健康局+区财政局', '2025年12月'],
      [2, '改革清单', '推进改革', '', '区医疗保障局', '长期坚持'],
    ])
  })

  test('a Word table with automatic numbers and neither departments nor deadlines asks for them, once', async () => {
    expect(codes(await read('numbered.docx'))).toEqual(['column-missing', 'column-missing', '(no-header)'])
  })
})

test('ten thousand rows are read within two seconds', () => {
  const head = ['序号', '目标任务', '任务描述', '具体措施', '责任部门', '完成时限']
  const cells = Array.from({ length: 10_001 }, (_, row) =>
    (row === 0 ? head : [String(row), row === 1 ? '（一）甲' : '', `题${row}`, '措施', '区财政局、区科技局', '2025年12月']).map(
      (text, column) => ({
        ...{ row, column, rowSpan: 1, columnSpan: 1 },
        lines: text === '' ? [] : [text],
      }),
    ),
  )
  const table = {
    name: null,
    rows: 10_001,
    columns: 6,
    cells: cells.flat(),
    above: ['清单'],
    below: [],
    widths: [],
    page: null,
    firstLine: 1,
  }
  const lines = Array.from({ length: 10_001 }, (_, row) => row + 1)
  const begun = performance.now()
  const { rows, doubts } = recognise({ kind: 'csv', tables: [{ ...table, lineOfRow: lines }] })
  expect(performance.now() - begun).toBeLessThan(2000)
  expect([rows.length, doubts.length]).toEqual([10_000, 0])
})
