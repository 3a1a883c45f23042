import { describe, expect, it } from 'vitest'
import { drawn, wordOf } from '@/documents/read/drawn-table'
import { recognise } from '@/documents/read/recognise'
import { isSmall, recogniseUpload } from '@/workers/recognise-upload'

const HEAD = ['序号', '目标任务', '任务描述', '具体措施', '责任部门', '完成时限']
const row = (number: number, measure = '出台办法') => [`${number}`, '（一）甲', '建制度', measure, '区财政局', '2025年12月']
const table = (rows: number, measure?: string) =>
  wordOf(drawn([HEAD, ...Array.from({ length: rows }, (_, i) => row(i + 1, i === 0 ? measure : undefined))]))

describe('recognising an upload', () => {
  it('holds nobody up with many rows, much text or one long cell', () => {
    expect(isSmall(table(1_000))).toBe(true)
    expect(isSmall(table(2_000))).toBe(false)
    expect(isSmall(table(1, '长'.repeat(5_000)))).toBe(true)
    expect(isSmall(table(1, '长'.repeat(5_001)))).toBe(false)
    expect(isSmall(wordOf(...Array.from({ length: 21 }, () => drawn([HEAD, row(1, '长'.repeat(4_900))]))))).toBe(false)
    const merged = drawn([HEAD, row(1, '长'.repeat(1_000)), ...Array.from({ length: 101 }, (_, i) => row(i + 2, '^'))])
    expect(isSmall(wordOf(merged))).toBe(false)
  })

  it('comes to the same in a process of its own', async () => {
    const known = { departments: ['区财政局'], aliases: {} }
    for (const document of [table(2), table(2, '长'.repeat(6_000))])
      expect(await recogniseUpload(document, {}, known)).toEqual({ recognition: recognise(document, {}, known) })
  })
})
