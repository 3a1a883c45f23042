import { describe, expect, it } from 'vitest'
import { cumulative, valueOn, yearEnds } from '@/components/charts/cumulative'

const totals = cumulative([
  { day: '2022-07-01', count: 9 },
  { day: '2023-01-01', count: 14 },
])

describe('running totals', () => {
  it('count from the day itself on', () => {
    expect(['2022-06-30', '2022-07-01', '2022-12-31', '2024-01-01'].map((day) => valueOn(totals, day))).toEqual([0, 9, 9, 23])
  })
  it('the years of the axis are cut at the first and the last day', () => {
    expect(yearEnds('2022-03-01', '2024-02-29')).toEqual([
      { year: '2022', from: '2022-03-01', to: '2022-12-31' },
      { year: '2023', from: '2023-01-01', to: '2023-12-31' },
      { year: '2024', from: '2024-01-01', to: '2024-02-29' },
    ])
  })
})
