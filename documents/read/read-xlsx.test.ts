import { describe, expect, test } from 'vitest'
import { fixture, grid, tablesOf } from '@/documents/read/grid'
import { xlsxParts, zipFile } from '@/documents/read/zip-file'
import type { SourceTable } from '@/documents/source-document'

describe('Excel', () => {
  test('LibreOffice: merges, dates, a formula, a percentage, a hidden row; a hidden sheet is left out', async () => {
    const tables = await tablesOf(fixture('calc.xlsx'), 'calc.xlsx')
    expect(tables.map(({ name }) => name)).toEqual(['重点任务'])
    expect(tables.map(grid)).toEqual([
      [
        ['十项重点工程', '·', '·', '·', '·'],
        ['序号', '目标任务', '工作任务', '责任单位', '完成时间'],
        ['1', '（一）建设项目', '新建门诊楼', '区卫生健康局/区财政局', '2025年12月31日'],
        ['2', '·', '隐藏的一行', '区财政局', '2025年6月'],
        ['3', '（二）占比', '85%', '', '长期坚持'],
      ],
    ])
    expect(tables[0]).toMatchObject({
      firstLine: 2,
      widths: [11, 47, 47, 47, 47],
      page: { width: 297, height: 210, margins: { top: 20, right: 25, bottom: 20, left: 25 } },
    })
  })

  const excel = async (sheet: string, more = {}) => grid((await tablesOf(zipFile(xlsxParts([sheet], more))))[0] as SourceTable)
  const row = (number: number, ...cells: string[]) => `<row r="${number}">${cells.join('')}</row>`

  test('days as Excel counts them, months, numbers without binary noise, error and truth values', async () => {
    const styles =
      '<numFmts><numFmt numFmtId="164" formatCode="[$-804]yyyy&quot;年&quot;m&quot;月&quot;;@"/><numFmt numFmtId="165" formatCode="yyyy/m/d;@"/></numFmts><cellXfs><xf numFmtId="0"/><xf numFmtId="14"/><xf numFmtId="164"/><xf numFmtId="165"/><xf numFmtId="57"/></cellXfs>'
    const n = (value: string, style = 0) => `<c s="${style}"><v>${value}</v></c>`
    const sheet = `<sheetData>${row(1, n('46022', 1), n('46022.75', 2), n('59', 3), n('45292', 4))}${row(2, n('15.0'), n('0.30000000000000004'), '<c t="e"><v>#N/A</v></c>', '<c t="b"><v>1</v></c>')}</sheetData>`
    expect(await excel(sheet, { styles })).toEqual([
      ['2025年12月31日', '2025年12月', '1900年2月28日', '2024年1月'],
      ['15', '0.3', '#N/A', 'TRUE'],
    ])
  })

  test('rich text is joined, pronunciation is not read, escaped line ends part lines', async () => {
    const strings = '<si><r><t>区卫生</t></r><r><t>健康局</t></r><rPh><t>wei</t></rPh></si><si><t>甲_x000D_\n乙</t></si>'
    const sheet = `<sheetData>${row(3, '<c r="B3" t="s"><v>0</v></c>', '<c r="C3" t="s"><v>1</v></c>', '<c r="D3" t="inlineStr"><is><t>丙</t></is></c>')}</sheetData>`
    expect(await excel(sheet, { strings })).toEqual([['区卫生健康局', '甲/乙', '丙']])
  })

  test('a merge that runs beyond what is used, and values that it covers', async () => {
    const sheet = `<sheetData>${row(1, '<c r="A1"><v>1</v></c><c r="B1"><v>2</v></c>')}${row(2, '<c r="A2"><v>9</v></c><c r="B2"><v>3</v></c>')}</sheetData><mergeCells><mergeCell ref="A1:A1048576"/></mergeCells>`
    expect(await excel(sheet)).toEqual([
      ['1', '2'],
      ['·', '3'],
    ])
  })
})
