import { describe, expect, it } from 'vitest'
import { withAnswers } from '@/documents/answers'

describe('answers about an issued table', () => {
  it('are added to those given before', () => {
    const before = { title: '分工', departments: { 卫健局: '区卫生健康局' } }
    expect(withAnswers(before, { departments: { 医保局: '区医疗保障局' }, deadlines: { 年内: '2025年底前' } })).toEqual({
      title: '分工',
      departments: { 卫健局: '区卫生健康局', 医保局: '区医疗保障局' },
      deadlines: { 年内: '2025年底前' },
    })
  })
  it('can be taken back, the last of a kind leaving nothing', () => {
    const before = { departments: { 卫健局: '区卫生健康局' }, leaveOut: [1] }
    expect(withAnswers(before, { departments: { 卫健局: null }, leaveOut: [] })).toEqual({})
  })
})
