import { describe, expect, test } from 'vitest'
import { readDeadline } from '@/domain/deadline'

const due = (text: string) => {
  const deadline = readDeadline(text)
  return deadline && [deadline.precision, deadline.dueOn]
}

describe('a deadline as an office writes it', () => {
  test.each([
    ['2025年12月', 'month', '2025-12-31'],
    ['2022年6月', 'month', '2022-06-30'],
    ['2024年2月', 'month', '2024-02-29'],
    ['2023年2月份', 'month', '2023-02-28'],
    ['2025年12月底前', 'month', '2025-12-31'],
    ['2025年12月底', 'month', '2025-12-31'],
    ['2025年12月末之前', 'month', '2025-12-31'],
    ['2025年12月前', 'month', '2025-12-31'],
    ['2025年底前', 'month', '2025-12-31'],
    ['2025年年底前', 'month', '2025-12-31'],
    ['2025年底以前', 'month', '2025-12-31'],
    ['2025年末', 'month', '2025-12-31'],
    ['2025-12', 'month', '2025-12-31'],
    ['2025-06', 'month', '2025-06-30'],
    ['2025.6', 'month', '2025-06-30'],
    ['2025/6底前', 'month', '2025-06-30'],
    ['2025–06', 'month', '2025-06-30'],
    ['2023年6月30日前', 'day', '2023-06-30'],
    ['2023年6月30日', 'day', '2023-06-30'],
    ['2023年6月3号之前', 'day', '2023-06-03'],
    ['2023-06-30', 'day', '2023-06-30'],
    ['2023.6.30前', 'day', '2023-06-30'],
    ['长期坚持', 'none', null],
    ['持续推进', 'none', null],
    ['长期', 'none', null],
  ])('%s', (text, precision, dueOn) => {
    expect(due(text)).toEqual([precision, dueOn])
  })

  test.each([
    ['２０２５年１２月', '2025年12月'],
    ['２０２５年１２月底前', '2025年12月底前'],
    ['２０２５年底前', '2025年底前'],
    ['２０２５－１２', '2025-12'],
    ['２０２５．１２', '2025.12'],
    ['２０２３年６月３０日前', '2023年6月30日前'],
    [' 2025 年 12 月 ', '2025年12月'],
    ['2025年　12月', '2025年12月'],
    ['2025年\n\n12月', '2025年12月'],
    ['长期 坚持', '长期坚持'],
  ])('%j means the same as %s', (text, plain) => {
    expect(due(text)).toEqual(due(plain))
    expect(due(text)).not.toBeNull()
  })

  test('what was issued stays readable, without the spaces and breaks of the page', () => {
    expect(readDeadline(' 2025年\n12月底前 ')?.issued).toBe('2025年12月底前')
    expect(readDeadline('２０２５年１２月')?.issued).toBe('２０２５年１２月')
  })

  test.each([
    '',
    '适时',
    '2025年',
    '2025',
    '12月',
    '2025年13月',
    '2025年0月',
    '2023年2月29日',
    '2025年上半年',
    '2025年三季度',
    '2025年12月，长期坚持',
    '2025年12',
    '2025-123',
    '2025-12-311',
    '2025-12.31',
    '约2025年12月',
    '2025年12月31',
    '0025年12月',
    '持续推进至2025年',
  ])('%j is not guessed at', (text) => {
    expect(readDeadline(text)).toBeNull()
  })
})
