import { expect, test } from 'vitest'
import { linesNeeded, rowHeights } from '@/documents/write/row-heights'

test.each<[string, number, number]>([
  ['', 10, 1],
  ['一二三四', 10, 1],
  ['一二三四五', 10, 2],
  ['abcdefghi', 10, 1],
  ['abcd efgh ij', 10, 2],
  ['abcdefghijklmnopqrst', 10, 3],
  ['一\n二', 10, 2],
  ['一\n\n二', 10, 3],
])('%j in %i characters takes %i lines', (text, width, lines) => {
  expect(linesNeeded(text, width)).toBe(lines)
})

test('a merged cell that needs more than its rows have gets the lack spread over them', () => {
  const columns = [
    { width: 10, value: (row: string) => row },
    { width: 10, value: () => '短' },
  ]
  const apart = rowHeights([columns[1] as (typeof columns)[0]], ['', ''], [[1, 1]])
  const merged = rowHeights(
    columns,
    ['一二三四'.repeat(6), ''],
    [
      [2, 0],
      [1, 1],
    ],
  )
  expect(merged[0]).toBe(merged[1])
  expect(merged[0]).toBeGreaterThan(apart[0] ?? 0)
  expect((merged[0] ?? 0) * 2).toBeGreaterThan(6 * 13)
})
