import { describe, expect, test } from 'vitest'
import { issuedDocx } from '@/documents/write/issued-docx'
import type { IssuedLayoutRow } from '@/documents/write/issued-layout'
import { issuedRows, ledgerLabels } from '@/documents/write/sample'
import { zipEntry } from '@/documents/write/zip-entry'
import { type PlanLayout, standardLayout } from '@/domain/plan-layout'

const TITLE = '推动公立医院高质量发展重点任务分工'
const NOBODY = { office: '', contact: '', phone: '', leaderInCharge: '' }
const rows = issuedRows().map((state): IssuedLayoutRow => ({ state, contacts: NOBODY, other: {} }))
const standard = standardLayout(TITLE)
const upright: PlanLayout = { ...standard, page: { width: 210, height: 297, margins: { top: 37, right: 26, bottom: 35, left: 28 } } }

async function write(changes: Partial<PlanLayout> = {}, some = rows, onEveryPage: string[] = []) {
  const layout = { ...standard, ...changes }
  const said = ['截至2025年12月10日　逾期按批准时限计', '制表：督查员']
  const bytes = Buffer.from(
    await issuedDocx([{ title: TITLE, issuer: '满城区', layout, said, rows: some, labels: ledgerLabels }], onEveryPage),
  )
  return { document: zipEntry(bytes, 'word/document.xml'), part: (name: string) => zipEntry(bytes, `word/${name}.xml`) }
}

const rowsIn = (xml: string) => xml.match(/<w:tr>.*?<\/w:tr>/gs) ?? []
const runsIn = (xml: string) => xml.match(/<w:r>.*?<\/w:r>/gs) ?? []
const textIn = (xml: string) => [...xml.matchAll(/<w:t[^>]*>([^<]*)<\/w:t>/g)].map(([, text]) => text).join('')
const numbers = (xml: string, pattern: RegExp) => [...xml.matchAll(pattern)].map(([, number]) => Number(number))

describe('an issued table in Word', () => {
  test('lies on the page on which it was issued, with its margins', async () => {
    const { document } = await write()
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(document).toMatch(/<w:pgMar w:top="1587" w:right="1474" w:bottom="1474" w:left="1474"/)
    expect(document).toContain('<w:docGrid w:type="lines"')
  })

  test('is turned on its side where the state would crush it, and the margins turn with the page', async () => {
    const { document } = await write(upright)
    expect(document).toMatch(/<w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/)
    expect(document).toMatch(/<w:pgMar w:top="1587" w:right="2098" w:bottom="1474" w:left="1984"/)
  })

  test('names the font of every run for every script, and sets the table in six points or more', async () => {
    const { document, part } = await write({}, rows, ['演示数据'])
    for (const xml of [document, part('header1'), part('footer1')])
      for (const run of runsIn(xml)) {
        const fonts = /<w:rFonts w:ascii="([^"]+)" w:cs="([^"]+)" w:eastAsia="([^"]+)" w:hAnsi="([^"]+)"\/>/.exec(run)?.slice(1)
        expect(new Set(fonts).size, run).toBe(1)
        expect(['仿宋', '黑体', '宋体', '方正小标宋简体']).toContain(fonts?.[0])
      }
    const table = /<w:tbl>.*<\/w:tbl>/s.exec(document)?.[0] ?? ''
    expect(new Set(numbers(table, /<w:sz w:val="(\d+)"/g))).toEqual(new Set([15]))
    expect(table).not.toContain('asciiTheme')
    const title = runsIn(document).find((run) => textIn(run) === TITLE) ?? ''
    expect(title).toContain('w:eastAsia="方正小标宋简体"')
    expect(title).toContain('<w:sz w:val="44"/>')
  })

  test('repeats its header on each page, and keeps a row whole unless it is long', async () => {
    const [header, ...body] = rowsIn((await write()).document)
    expect(header).toContain('<w:tblHeader/>')
    expect(body).toHaveLength(91)
    expect(body.some((row) => row.includes('<w:tblHeader/>'))).toBe(false)
    const split = body.filter((row) => !row.includes('<w:cantSplit/>'))
    expect(split.length).toBeLessThan(5)
  })

  test('has a heading over the columns of a group, the others down both rows, and repeats both rows', async () => {
    const columns = standard.columns.flatMap((column): PlanLayout['columns'] =>
      column.role === 'departments'
        ? [
            { role: 'lead', heading: '牵头单位', width: 20, group: '责任单位' },
            { role: 'cooperating', heading: '配合单位', width: 20, group: '责任单位' },
          ]
        : [column],
    )
    const { document } = await write({ columns })
    const [upper = '', lower = '', ...body] = rowsIn(document)
    for (const row of [upper, lower]) expect(row).toMatch(/<w:trPr><w:cantSplit\/><w:tblHeader\/><\/w:trPr>/)
    expect(body.some((row) => row.includes('<w:tblHeader/>'))).toBe(false)
    const count = (xml: string, part: string) => xml.split(part).length - 1
    const all = count(document, '<w:gridCol ')
    expect([count(upper, '<w:tc>'), count(upper, '"restart"'), count(upper, '<w:gridSpan w:val="2"/>')]).toEqual([all - 1, all - 2, 1])
    expect([count(lower, '<w:tc>'), count(lower, '"continue"'), textIn(lower)]).toEqual([all, all - 2, '牵头单位配合单位'])
    expect(textIn(upper)).toContain('责任单位')
  })

  test('has columns of fixed widths that sum to the width of the type', async () => {
    for (const layout of [standard, upright]) {
      const { document } = await write(layout)
      const [width] = numbers(document, /<w:pgSz w:w="(\d+)"/g)
      const margins = [...numbers(document, /<w:pgMar [^>]*w:right="(\d+)"/g), ...numbers(document, /<w:pgMar [^>]*w:left="(\d+)"/g)]
      const grid = numbers(document, /<w:gridCol w:w="(\d+)"/g)
      expect(document).toContain('<w:tblLayout w:type="fixed"/>')
      expect(grid.reduce((sum, each) => sum + each, 0)).toBe((width ?? 0) - margins.reduce((sum, each) => sum + each, 0))
      expect(Math.min(...grid)).toBeGreaterThan(200)
    }
  })

  test('merges goal and title downwards as issued, and puts rows of goals over the whole width', async () => {
    const { document } = await write()
    const begins = (document.match(/<w:vMerge w:val="restart"\/>/g) ?? []).length
    const goes = (document.match(/<w:vMerge w:val="continue"\/>/g) ?? []).length
    const distinct = new Set(rows.map(({ state }) => `${state.goal} ${state.title}`)).size
    expect([distinct, begins > 0, goes]).toEqual([52, true, 91 - 22 + (91 - 52)])
    const columns = standard.columns.filter(({ role }) => role !== 'goal')
    const inRows = rowsIn((await write({ columns, goals: 'rows' })).document).filter((row) => row.includes('<w:gridSpan w:val="12"/>'))
    expect(inRows).toHaveLength(22)
    const inTables = (await write({ columns, goals: 'tables' })).document
    expect(inTables.match(/<w:tbl>/g)).toHaveLength(22)
  })

  test('strikes the wording of a withdrawn row through and leaves it in its place; says demo on every page', async () => {
    const some = rows
      .slice(0, 3)
      .map((row, i) => (i === 1 ? { ...row, state: { ...row.state, state: 'withdrawn', light: 'withdrawn' } as const } : row))
    const { document, part } = await write({}, some, ['演示数据 demo data'])
    const [, first, second, third] = rowsIn(document)
    expect([first, second, third].map((row) => row?.includes('<w:strike/>'))).toEqual([false, true, false])
    expect(textIn(second ?? '')).toContain('× 撤销')
    expect(textIn(part('header1'))).toBe('演示数据 demo data')
  })

  test('holds what XML cannot, as text', async () => {
    const [row] = rows as [IssuedLayoutRow]
    const measure = '<w:p/>&"\u0000\u0008甲\uD800'
    const { document } = await write({}, [{ ...row, state: { ...row.state, measure } }])
    expect(document).toContain('&lt;w:p/&gt;&amp;')
    // biome-ignore lint/suspicious/noControlCharactersInRegex: exactly these are forbidden
    expect(document).not.toMatch(/[\u0000\u0008]/)
  })
})
