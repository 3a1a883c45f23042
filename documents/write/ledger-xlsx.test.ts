import { readSheet } from 'read-excel-file/node'
import { describe, expect, test } from 'vitest'
import { writeLedgerXlsx } from '@/documents/write/ledger-xlsx'
import { linesNeeded } from '@/documents/write/row-heights'
import { head, issuedRows, ledgerLabels } from '@/documents/write/sample'
import { zipEntry } from '@/documents/write/zip-entry'

const rows = issuedRows()
const write = (some = rows) => writeLedgerXlsx({ ...head, rows: some, labels: ledgerLabels })
const sheetXml = (bytes: Buffer) => zipEntry(bytes, 'xl/worksheets/sheet1.xml')
const HEADER_ROW = 4

describe('the ledger as a workbook', () => {
  test('read back, it holds the same 91 rows in the issued order', async () => {
    const cells = (await readSheet(await write())).slice(HEADER_ROW)
    expect(cells).toHaveLength(91)
    const filled = { goal: '', title: '' }
    const back = cells.map(([number, goal, title, measure, departments, deadline]) => {
      if (goal) Object.assign(filled, { goal, title: '' })
      if (title) Object.assign(filled, { title })
      return { number, ...filled, measure, departments: String(departments).split('\n'), deadline }
    })
    expect(back).toEqual(
      rows.map((row) => ({
        number: row.number,
        goal: row.goal,
        title: row.title,
        measure: row.measure,
        departments: row.departments.map(({ name }) => name),
        deadline: row.deadline.issued,
      })),
    )
  })

  test('says its title, as-of day, basis and maker above the header', async () => {
    const cells = await readSheet(await write())
    expect(cells.slice(0, 3).map(([first]) => first)).toEqual([head.title, ...head.subtitle])
    expect(cells[3]).toEqual(Object.values(ledgerLabels.columns))
  })

  test('shows the state to the right', async () => {
    const row = {
      ...rows[0],
      deadlineApproved: '2026年6月',
      extensions: 2,
      extensionRequested: true,
      state: 'claimed',
      light: 'overdue',
      progress: 100,
      expected: 55,
      checked: 80,
    } as (typeof rows)[0]
    const cells = await readSheet(await write([{ ...row, overdueDays: 12, completedOn: '2026-07-12', lastReport: '已报送' }]))
    expect(cells[HEADER_ROW]?.slice(6)).toEqual(['2026年6月', 2, '待批', '■ 逾期', '已申请办结', 100, 55, 80, 12, '2026-07-12', '已报送'])
  })

  test('merges goal and title cells exactly where neighbours share them', async () => {
    const refs = [...sheetXml(await write()).matchAll(/<mergeCell ref="([B-C]\d+:[B-C]\d+)"/g)].map(([, ref]) => ref).sort()
    const expected: string[] = []
    for (const [column, key] of [
      ['B', (i: number) => rows[i]?.goal],
      ['C', (i: number) => rows[i] && `${rows[i].goal}/${rows[i].title}`],
    ] as const) {
      for (let from = 0, i = 1; i <= rows.length; i++) {
        if (key(i) === key(from)) continue
        if (i - from > 1) expected.push(`${column}${from + HEADER_ROW + 1}:${column}${i + HEADER_ROW}`)
        from = i
      }
    }
    expect(refs).toEqual(expected.sort())
    expect(refs).toContain('B6:B10')
    expect(refs).toContain('C6:C8')
  })

  test('prints on A4 landscape, as wide as the page, its header on each, with the page number', async () => {
    const bytes = await write()
    const xml = sheetXml(bytes)
    expect(xml).toMatch(/<pageSetup [^>]*paperSize="9"[^>]*orientation="landscape"[^>]*fitToWidth="1"[^>]*fitToHeight="0"/)
    expect(xml).toContain('<sheetPr><pageSetUpPr fitToPage="1"/></sheetPr>')
    expect(xml).toContain('<oddFooter>&amp;C第 &amp;P 页，共 &amp;N 页</oddFooter>')
    expect(xml).toMatch(/<pane ySplit="4"[^>]*state="frozen"/)
    const workbook = zipEntry(bytes, 'xl/workbook.xml')
    expect(workbook).toContain(`<definedName name="_xlnm.Print_Titles" localSheetId="0">'台账'!$1:$4</definedName>`)
    expect(workbook.match(/<definedNames/g)).toHaveLength(1)
  })

  test('its elements stand in the order that Excel demands', async () => {
    const xml = sheetXml(await write())
    const order = ['<sheetPr', '<sheetViews', '<cols', '<sheetData', '<mergeCells', '<pageMargins', '<pageSetup', '<headerFooter']
    const places = order.map((tag) => xml.indexOf(tag))
    expect(places.every((place) => place > 0)).toBe(true)
    expect(places).toEqual(places.toSorted((a, b) => a - b))
  })

  test('each row is high enough for its wrapped text', async () => {
    const xml = sheetXml(await write())
    const heights = [...xml.matchAll(/<row r="(\d+)"[^>]* ht="([\d.]+)"/g)].map(([, , height]) => Number(height)).slice(HEADER_ROW)
    expect(heights).toHaveLength(91)
    rows.forEach((row, i) => {
      const lines = Math.max(linesNeeded(row.measure, 42), linesNeeded(row.departments.map(({ name }) => name).join('\n'), 23))
      expect(heights[i]).toBeGreaterThan(lines * 13)
    })
    const goal = rows.filter((row) => row.goal === rows[0]?.goal)
    expect(goal).toHaveLength(1)
    expect(heights[0]).toBeGreaterThan(linesNeeded(rows[0]?.goal ?? '', 12) * 13)
  })

  test.each(['=1+1', '+x', '-x', '@x', '=HYPERLINK("http://x","y")'])('%s stays text', async (text) => {
    const bytes = await write([{ ...(rows[0] as (typeof rows)[0]), goal: text, title: text, measure: text, lastReport: text }])
    const cells = (await readSheet(bytes))[HEADER_ROW]
    expect([cells?.[1], cells?.[2], cells?.[3], cells?.[16]]).toEqual([text, text, text, text])
    expect(sheetXml(bytes)).not.toContain('<f>')
  })

  test('bears marks that XML forbids or reserves', async () => {
    const cells = await readSheet(await write([{ ...(rows[0] as (typeof rows)[0]), measure: 'a<b>&"c\u0007\nd' }]))
    expect(cells[HEADER_ROW]?.[3]).toBe('a<b>&"c\nd')
  })

  test('without rows it still has its head', async () => {
    expect(await readSheet(await write([]))).toHaveLength(HEADER_ROW)
  })

  test('a row whose text needs more than a spreadsheet allows keeps the text', async () => {
    const long = '长'.repeat(5000)
    const bytes = await write([{ ...(rows[0] as (typeof rows)[0]), lastReport: long }])
    expect(sheetXml(bytes)).toContain('ht="409"')
    expect((await readSheet(bytes))[HEADER_ROW]?.[16]).toBe(long)
  })
})
