import { describe, expect, it } from 'vitest'
import type { SourceCell } from '@/documents/source-document'
import { sourceWindow } from '@/documents/source-window'

const cell = (row: number, column: number, text: string, rowSpan = 1): SourceCell => ({
  row,
  column,
  rowSpan,
  columnSpan: 1,
  lines: [text],
})
// a goal over rows 1-3, a task in each
const table = {
  cells: [
    cell(0, 0, '目标'),
    cell(0, 1, '任务'),
    cell(1, 0, '一、', 3),
    cell(1, 1, 'a'),
    cell(2, 1, 'b'),
    cell(3, 1, 'c'),
    cell(4, 1, 'd'),
  ],
}
const drawn = (rows: number[]) =>
  sourceWindow(table, rows).map(({ row, cells }) => [
    row,
    ...cells.map((one) => `${one.lines[0]}${one.rowSpan > 1 ? `×${one.rowSpan}` : ''}${one.continued ? '…' : ''}`),
  ])

describe('a part of a source table', () => {
  it('keeps merged cells merged', () => {
    expect(drawn([0, 1, 2, 3, 4])).toEqual([
      [0, '目标', '任务'],
      [1, '一、×3', 'a'],
      [2, 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
  })
  it('repeats what began before the part, and spans no more rows than are shown', () => {
    expect(drawn([2, 3, 4])).toEqual([
      [2, '一、×2…', 'b'],
      [3, 'c'],
      [4, 'd'],
    ])
    expect(drawn([0, 1, 3])).toEqual([
      [0, '目标', '任务'],
      [1, '一、×2', 'a'],
      [3, 'c'],
    ])
  })
  it('is empty where nothing is shown', () => {
    expect(drawn([])).toEqual([])
  })
})
