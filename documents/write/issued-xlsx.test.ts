import { describe, expect, test } from 'vitest'
import type { IssuedLayoutRow } from '@/documents/write/issued-layout'
import { issuedXlsx } from '@/documents/write/issued-xlsx'
import { issuedRows, ledgerLabels } from '@/documents/write/sample'
import { zipEntry } from '@/documents/write/zip-entry'
import { type LayoutColumn, standardLayout } from '@/domain/plan-layout'

const TITLE = '推动公立医院高质量发展重点任务分工'
const NOBODY = { office: '', contact: '', phone: '', leaderInCharge: '' }
const rows = issuedRows().map((state): IssuedLayoutRow => ({ state, contacts: NOBODY, other: {} }))
const standard = standardLayout(TITLE)
const grouped = standard.columns.flatMap((column): LayoutColumn[] =>
  column.role === 'departments'
    ? [
        { role: 'lead', heading: '牵头单位', width: 20, group: '责任单位' },
        { role: 'cooperating', heading: '配合单位', width: 20, group: '责任单位' },
      ]
    : [column],
)

async function write(columns: LayoutColumn[]) {
  const plan = {
    title: TITLE,
    issuer: '满城区',
    layout: { ...standard, columns },
    said: ['截至2025年12月10日'],
    rows,
    labels: ledgerLabels,
  }
  const bytes = await issuedXlsx([plan], ['台账'], '第 &P 页')
  const sheet = zipEntry(bytes, 'xl/worksheets/sheet1.xml')
  return {
    merged: [...sheet.matchAll(/<mergeCell ref="([^"]+)"/g)].map(([, range]) => range),
    frozen: Number(/ySplit="(\d+)"/.exec(sheet)?.[1]),
    printed: /\$1:\$(\d+)/.exec(zipEntry(bytes, 'xl/workbook.xml'))?.[1],
    heights: [...sheet.matchAll(/<row r="\d+"[^>]* ht="([\d.]+)"/g)].map(([, height]) => Number(height)),
  }
}

// title, as-of day, then the header
describe('the header of an issued table in Excel', () => {
  test('is one row without groups', async () => {
    const { merged, frozen, printed } = await write(standard.columns)
    expect([frozen, printed]).toEqual([3, '3'])
    expect(merged).not.toContain('A3:A4')
  })

  test('is two rows with a group, both in sight and on every printed page', async () => {
    const { merged, frozen, printed, heights } = await write(grouped)
    expect([frozen, printed]).toEqual([4, '4'])
    expect(merged).toEqual(expect.arrayContaining(['A3:A4', 'D3:D4', 'E3:F3', 'G3:G4']))
    expect(merged).not.toContain('E3:E4')
    expect(Math.min(...heights.slice(2, 4))).toBeGreaterThanOrEqual(21)
  })
})
