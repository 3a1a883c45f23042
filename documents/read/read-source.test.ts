import { readFileSync } from 'node:fs'
import { describe, expect, test } from 'vitest'
import { fixture, grid, tablesOf } from '@/documents/read/grid'
import { readSource } from '@/documents/read/read-source'
import type { SourceDocument } from '@/documents/source-document'

describe('comma-separated values', () => {
  test('in GB18030, with line breaks in quotes; lines are those of the file', async () => {
    const [table] = await tablesOf(fixture('gb18030.csv'), 'gb18030.csv')
    expect(table && grid(table)).toEqual([
      ['序号', '重点任务', '责任单位', '完成时限'],
      ['1', '建设中心，/完善制度', '区卫生健康局/区财政局', '2025年12月'],
      ['2', '推进改革', '区医疗保障局', '长期坚持'],
    ])
    expect(table?.lineOfRow).toEqual([1, 2, 5])
  })

  test.each([
    ['with a mark', '\uFEFF序号,任务\n1,甲'],
    ['parted by semicolons', '序号;任务\n1;甲'],
    ['parted by tabs', '序号\t任务\n1\t甲'],
    ['with blank rows and columns around', '\n\n序号,任务,,\n1,甲,,\n,,,\n'],
  ])('%s', async (_, text) => {
    expect((await tablesOf(text, 'a.csv')).map(grid)).toEqual([
      [
        ['序号', '任务'],
        ['1', '甲'],
      ],
    ])
  })

  test('a row that is too short keeps what it has; a quote inside a cell is a character', async () => {
    const [table] = await tablesOf('序号,任务,部门\n1\n2,实施"三名"工程,甲局', 'a.csv')
    expect(table && grid(table)).toEqual([
      ['序号', '任务', '部门'],
      ['1', ' ', ' '],
      ['2', '实施"三名"工程', '甲局'],
    ])
  })
})

describe('text', () => {
  test('the office’s table: 91 rows of six cells below the header', async () => {
    const [table] = await tablesOf(readFileSync('documents/issued/mancheng.txt'), 'mancheng.txt')
    expect(table).toMatchObject({ rows: 92, columns: 6, above: ['附件', '推动公立医院高质量发展重点任务分工'], firstLine: 5 })
    expect(table?.cells).toHaveLength(92 * 6)
    expect(table?.cells.filter(({ row }) => row === 3).map(({ lines }) => lines.length)).toEqual([1, 0, 0, 1, 1, 1])
  })

  const indented = (...cells: string[]) => cells.map((cell) => `\t${cell}\n`).join('')

  test('a row with a cell too few or too many is kept as it is', async () => {
    const [table] = await tablesOf(`标题\n${indented('序号', '任务', '部门', '1', '甲', '2', '乙', '乙局', '多余', '3', '丙', '丙局')}`)
    expect(table && grid(table)).toEqual([
      ['序号', '任务', '部门'],
      ['1', '甲', ' '],
      ['2', '乙', '乙局'],
      ['多余', ' ', ' '],
      ['3', '丙', '丙局'],
    ])
    expect(table?.lineOfRow).toEqual([2, 5, 7, 10, 11])
  })

  test('a header repeated after a page break is left out, a note stands below', async () => {
    const header = indented('序号', '任务', '部门')
    const [table] = await tablesOf(`${header}${indented('1', '甲', '甲局')}\f${header}${indented('2', '乙', '乙局')}\n注：按月报送。\n`)
    expect(table && grid(table).slice(1)).toEqual([
      ['1', '甲', '甲局'],
      ['2', '乙', '乙局'],
    ])
    expect(table?.below).toEqual(['注：按月报送。'])
  })

  test('cells parted by tabs, in UTF-16', async () => {
    const [table] = await tablesOf(fixture('pasted.txt'), 'pasted.txt')
    expect(table && grid(table)).toEqual([
      ['序号', '重点任务', '责任单位'],
      ['1', '建设中心', '区卫生健康局'],
      ['2', '推进改革', '区财政局'],
    ])
  })

  test('cells parted by tabs, as Excel copies them: a line break stands in quotation marks', async () => {
    const [table] = await tablesOf('清单\n序号\t任务\t部门\n1\t"建设\n中心"\t甲局\n2\t改革\t乙局\n注：无')
    expect(table && grid(table)).toEqual([
      ['序号', '任务', '部门'],
      ['1', '建设/中心', '甲局'],
      ['2', '改革', '乙局'],
    ])
    expect(table).toMatchObject({ above: ['清单'], below: ['注：无'], lineOfRow: [2, 3, 5] })
  })

  test('Markdown: several tables, with what stands around them', async () => {
    const tables = await tablesOf(
      '# 清单\n\n| 序号 | **任务** |\n|---|:-:|\n| 1 | 甲<br>乙 |\n\n## 第二部分\n\n| 序号 | 任务 |\n| --- | --- |\n| 2 | 丙\\|丁 |\n\n注：无',
      'a.md',
    )
    expect(tables.map(grid)).toEqual([
      [
        ['序号', '任务'],
        ['1', '甲/乙'],
      ],
      [
        ['序号', '任务'],
        ['2', '丙|丁'],
      ],
    ])
    expect(tables.map(({ above, below }) => [...above, ...below])).toEqual([['清单'], ['第二部分', '注：无']])
  })
})

test('what was read passes between processes unchanged', async () => {
  const read = (await readSource(fixture('merged.docx'), 'merged.docx')) as SourceDocument
  expect(structuredClone(read)).toEqual(read)
})
