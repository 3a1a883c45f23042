import { describe, expect, test } from 'vitest'
import { likelyNames } from '@/documents/read/department-names'
import { codes, readDrawn } from '@/documents/read/drawn-table'
import type { Choices, KnownNames } from '@/documents/recognition'

const HEAD = ['序号', '任务描述', '具体措施', '责任部门', '完成时限']
const cells = (...departments: string[]) => [HEAD, ...departments.map((text, i) => [String(i + 1), `题${i}`, '措施', text, '2025年12月'])]
const read = (text: string, choices?: Choices, known?: KnownNames) => readDrawn(cells(text), choices, known)
const duties = (...args: Parameters<typeof read>) =>
  read(...args)
    .rows[0]?.departments.map(({ name, role }) => (role === 'lead' ? `*${name}` : name))
    .join(' ')

describe('the departments of a cell', () => {
  test.each([
    ['区财政局、区科技局，区司法局；区民政局', '*区财政局 区科技局 区司法局 区民政局'],
    ['区财政局 区科技局　区司法局', '*区财政局 区科技局 区司法局'],
    ['区财政局\n区科技局', '*区财政局 区科技局'],
    ['区财政局/区科技局', '*区财政局 区科技局'],
    ['财政局、科技局', '*财政局 科技局'],
    ['区人力资源和\n社会保障局', '*区人力资源和社会保障局'],
    ['牵头单位：区财政局 配合单位：区科技局、区司法局', '*区财政局 区科技局 区司法局'],
    ['牵头单位：区财政局\n配合单位：区科技局', '*区财政局 区科技局'],
    ['配合单位：区科技局\n牵头单位：区财政局', '*区财政局 区科技局'],
    ['责任单位：区财政局、区科技局', '*区财政局 区科技局'],
    ['区科技局、区财政局（牵头）、区司法局（配合）', '*区财政局 区科技局 区司法局'],
    ['区财政局牵头，区科技局、区司法局配合', '*区财政局 区科技局 区司法局'],
    ['区财政局牵头负责，区科技局、区司法局按职责分工负责', '*区财政局 区科技局 区司法局'],
    ['由区财政局牵头，区科技局参与。', '*区财政局 区科技局'],
    ['区财政局、区科技局按职责分工负责', '*区财政局 区科技局'],
    ['区财政局、区科技局等按职责分工负责。', '*区财政局 区科技局'],
    ['由区财政局牵头，区科技局等有关部门配合', '*区财政局 区科技局'],
    ['区财政局、区科技局分别负责', '*区财政局 区科技局'],
    ['区财政局、区科技局等部门', '*区财政局 区科技局'],
    ['区发展改革局（区粮食局、物价局）、区财政局', '*区发展改革局（区粮食局、物价局） 区财政局'],
    ['团区委、区妇联、区残联、区工商联', '*团区委 区妇联 区残联 区工商联'],
  ])('%j', (text, named) => {
    expect(duties(text)).toBe(named)
    expect(codes(read(text))).not.toContain('department-incomplete')
    expect(read(text).doubts.filter(({ blocking }) => blocking)).toEqual([])
  })

  test('无 in place of a department is none', () => {
    const head = ['序号', '任务描述', '牵头单位', '配合单位', '完成时限']
    const nobody = ['无', '暂无', '——', '/'].map((none, i) => [String(i + 1), `题${i}`, '区财政局', none, '2025年12月'])
    const read = readDrawn([head, ...nobody])
    expect(read.rows.map(({ departments }) => departments.length)).toEqual([1, 1, 1, 1])
    expect(read.doubts.filter(({ blocking }) => blocking)).toEqual([])
    expect(codes(readDrawn([head, ['1', '题', '无', '区财政局', '2025年12月']]))).toEqual(['departments-empty'])
  })

  test('words that every object of JavaScript knows are words like others', () => {
    const head = ['序号', '任务描述', '责任部门', '完成时限']
    const rows = ['constructor', 'toString', '__proto__'].map((word, i) => [String(i + 1), '题', word, word])
    const read = readDrawn([head, ...rows], { departments: {}, cells: {}, deadlines: {} })
    expect(read.rows.map(({ deadline }) => deadline.issued)).toEqual(['constructor', 'toString', '__proto__'])
    expect(read.rows.every(({ unsettled }) => unsettled?.includes('departments'))).toBe(true)
  })

  test('two that lead: the first does, and that is said', () => {
    expect(duties('区财政局、区科技局牵头，区司法局配合')).toBe('*区财政局 区科技局 区司法局')
    expect(codes(read('区财政局、区科技局牵头，区司法局配合'))).toEqual(['(lead-twice)'])
  })

  test('many under one word are kept as one, and that is said', () => {
    expect(duties('区财政局、各乡镇（街道）')).toBe('*区财政局 各乡镇（街道）')
    expect(codes(read('区财政局、各相关部门'))).toEqual(['(department-collective)'])
    const known = { departments: ['区财政局'], aliases: {} }
    expect(codes(read('区财政局、各乡镇', {}, known))).toEqual(['department-collective'])
    expect(codes(read('区财政局、各乡镇', { departments: { 各乡镇: '各乡镇' } }, known))).toEqual([])
  })

  test('a person may say what a cell means', () => {
    const text = '区财政局 科技局'
    expect(codes(read(text))).toEqual(['department-ambiguous'])
    expect(read(text).doubts[0]).toMatchObject({ suggestions: ['区财政局、科技局', '区财政局科技局'], values: { cell: text } })
    expect(duties(text, { cells: { [text]: ['区财政局', '区科技局'] } })).toBe('*区财政局 区科技局')
  })

  test('an answer for blank cells is none for those who cooperate', () => {
    const head = ['序号', '任务描述', '具体措施', '牵头单位', '配合单位', '完成时限']
    const rows = [head, ['1', '题', '措施', '', '', '2025年6月'], ['2', '题', '措施', '区科技局', '', '2025年6月']]
    const answered = readDrawn(rows, { cells: { '': ['区财政局'] } })
    expect(answered.rows.map(({ departments }) => departments.map(({ name }) => name))).toEqual([['区财政局'], ['区科技局']])
  })

  test('twice in one row, also under two names', () => {
    expect(codes(read('区财政局、区财政局'))).toEqual(['department-twice'])
    expect(codes(read('区财政局、财政局', { departments: { 财政局: '区财政局' } }))).toEqual(['department-twice'])
  })
})

describe('names', () => {
  const known: KnownNames = {
    departments: ['区卫生健康局', '区医疗保障局', '区人力资源和社会保障局', '区发展改革局', '区市场监督管理局', '区委网信办', '区财政局'],
    aliases: { 卫计局: '区卫生健康局' },
  }

  test.each([
    ['卫健局', '区卫生健康局'],
    ['区卫健局', '区卫生健康局'],
    ['满城区卫生健康局', '区卫生健康局'],
    ['保定市满城区卫生健康局', '区卫生健康局'],
    ['医保局', '区医疗保障局'],
    ['区人社局', '区人力资源和社会保障局'],
    ['发改局', '区发展改革局'],
    ['区发展和改革局', '区发展改革局'],
    ['市监局', '区市场监督管理局'],
    ['市场监管局', '区市场监督管理局'],
    ['网信办', '区委网信办'],
    ['财政局', '区财政局'],
  ])('%s is likely %s, and asked for until confirmed', (alias, name) => {
    const asked = read(alias, {}, known)
    expect(codes(asked)).toEqual(['department-alias'])
    expect(asked.doubts[0]?.suggestions).toEqual([name])
    expect(duties(alias, { departments: { [alias]: name } }, known)).toBe(`*${name}`)
    expect(codes(read(alias, { departments: { [alias]: name } }, known))).toEqual([])
  })

  test.each(['区教育局', '区司法局', '区委组织部'])('%s is nobody else', (name) => {
    expect(likelyNames(name, known.departments)).toEqual([])
    expect(codes(read(name, {}, known))).toEqual(['department-new'])
    expect(codes(read(name, { departments: { [name]: name } }, known))).toEqual([])
    expect(codes(read(name))).toEqual([])
  })

  test('an alias that was confirmed is taken at once', () => {
    expect(duties('卫计局', {}, known)).toBe('*区卫生健康局')
    expect(codes(read('卫计局', {}, known))).toEqual([])
  })

  test('two spellings in a first list are asked for once, the rarer after the commoner', () => {
    const both = readDrawn(cells('区卫生健康局', '区卫生健康局', '区卫健局', '区财政局、区卫健局'))
    expect(both.doubts).toMatchObject([
      { code: 'department-alias', suggestions: ['区卫生健康局'], values: { text: '区卫健局', times: 2 }, also: [{ row: 4 }] },
    ])
    const settled = readDrawn(cells('区卫生健康局', '区卫健局'), { departments: { 区卫健局: '区卫生健康局' } })
    expect(settled.proof.departments).toEqual([
      {
        name: '区卫生健康局',
        leads: 2,
        cooperates: 0,
        written: [
          { as: '区卫生健康局', times: 1 },
          { as: '区卫健局', times: 1 },
        ],
      },
    ])
  })
})
