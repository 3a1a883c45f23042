import { describe, expect, test } from 'vitest'
import { doubtText } from '@/documents/read/doubt-text'
import { recogniseText } from '@/documents/read/issued-text'
import { changed, HEADER, MANCHENG, meaning, problemsOf, tableOf, where } from '@/documents/read/sample'

describe('what cannot be read is said, with its line and cell', () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  test.each<[string, string, string, string, string]>([
    ['an unknown deadline', '\t2024年12月', '\t适时', 'deadline', 'deadline-unknown'],
    ['a blank deadline', '\t2024年12月', '\t', 'deadline', 'deadline-empty'],
    ['a month that does not exist', '\t2024年12月', '\t2024年13月', 'deadline', 'deadline-unknown'],
    ['a goal without a number', '\t（九）优化医院岗位管理', '\t优化医院岗位管理', 'goal', 'goal-unnumbered'],
    ['a goal out of order', '\t（九）优化医院岗位管理', '\t（八）优化医院岗位管理', 'goal', 'goal-order'],
    ['a blank measure', '\t推广后勤智慧化“一站式”服务模式。', '\t', 'measure', 'measure-empty'],
    ['a department with a mark', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局★', 'departments', 'department-unreadable'],
    ['half a department', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  区医疗保', 'departments', 'department-incomplete'],
    ['half a department before a mark', '\t区卫生健康局  区医疗保障局', '\t区卫生健、区医疗保障局', 'departments', 'department-incomplete'],
    ['a department named twice', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  区卫生健康局', 'departments', 'department-twice'],
    ['a department without beginning', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  医疗保障局', 'departments', 'department-ambiguous'],
    ['no department', '\t区卫生健康局  区医疗保障局', '\t', 'departments', 'departments-empty'],
    ['a number twice', '\t30\n', '\t29\n', 'number', 'number-twice'],
    ['a number out of order', '\t30\n', '\t3\n', 'number', 'number-order'],
    ['a number left out', '\n\t91\n', '\n\t92\n', 'number', 'number-gap'],
  ])('%s', (_, from, to, cell, code) => {
    const text = changed(from, to)
    const found = problemsOf(text)
    const line = lineOf(MANCHENG, from.trimStart())
    expect(where(found)[0]).toEqual([line, cell, code])
  })

  test('a blank title under a new goal is not taken from the goal above', () => {
    const text = changed('\t（五）推进临床重点专科建设\n\t提高专科服务能力\n', '\t（五）推进临床重点专科建设\n\t\n')
    expect(where(problemsOf(text))).toEqual([[118, 'title', 'title-empty']])
  })

  test('a first row that takes its goal from nowhere', () => {
    const text = changed('\t（一）加快区域医疗中心建设\n', '\t\n')
    expect(where(problemsOf(text))[0]).toEqual([13, 'goal', 'goal-missing'])
  })

  test('a row number that is no number', () => {
    expect(where(problemsOf(changed('\t30\n', '\t三十\n')))).toEqual([[lineOf(MANCHENG, '30\n\t（九）'), 'number', 'number-unreadable']])
  })

  test('a cell too many', () => {
    expect(where(problemsOf(changed('\t2024年12月\n', '\t2024年12月\n\t备注\n')))).toEqual([
      [lineOf(MANCHENG, '2024年12月\n') + 1, null, 'row-not-understood'],
    ])
  })

  test.each<[string, string]>([
    ['deadline', '\t2024年12月\n'],
    ['goal', '\t（九）优化医院岗位管理\n'],
    ['measure', '\t落实基本医疗卫生与健康促进法等法律法规，推动公立医院聘请法律顾问。\n'],
  ])('a row without its %s cell', (_, cell) => {
    const found = problemsOf(changed(cell, ''))
    expect(where(found)[0]).toEqual([lineOf(MANCHENG, '30\n\t（九）'), null, 'row-not-understood'])
    expect(found[0]).toMatchObject({ number: 30, values: { found: 5, expected: 6 } })
  })

  test('a name broken after a whole name needs a known department, and is joined with one', () => {
    const text = changed('区委编委办', '区委\n\n编委办')
    expect(where(problemsOf(text))).toEqual([[lineOf(text, '区委\n'), 'departments', 'department-ambiguous']])
    const known = tableOf(MANCHENG).rows.flatMap(({ departments }) => departments.map(({ name }) => name))
    expect(meaning(tableOf(text, known))).toEqual(meaning(tableOf(MANCHENG)))
  })

  test('all problems are listed, and the rows that have one are not understood', () => {
    const read = recogniseText(changed('\t2024年12月', '\t适时', changed('\t区卫生健康局  区医疗保障局', '\t')))
    expect(read.doubts.map(({ code }) => code)).toEqual(['deadline-unknown', 'departments-empty'])
    expect(read.rows.filter(({ unsettled }) => !unsettled)).toHaveLength(89)
    expect(read.proof).toMatchObject({ sourceRows: 91, understood: 89, notUnderstood: 2 })
  })

  test.each<[string, string, string]>([
    ['an empty file', ' \n\n', 'no-header'],
    ['no table at all', '关于印发分工方案的通知\n\n各有关部门：', 'no-header'],
    ['a header that is not indented', MANCHENG.replace(/^\t/gm, ''), 'no-header'],
    ['another column', changed('\t责任部门\n', '\t责任人\n'), 'column-missing'],
    ['a header alone', `清单\n${HEADER}`, 'no-rows'],
  ])('%s', (_, text, code) => {
    expect(problemsOf(text).map((problem) => problem.code)).toContain(code)
  })

  test('a table without a title', () => {
    expect(where(problemsOf(MANCHENG.slice(MANCHENG.indexOf('\t序号'))))).toEqual([[null, null, 'title-missing']])
  })

  test('the words name line and cell in Chinese and English', () => {
    const [problem] = problemsOf(changed('\t2024年12月', '\t适时'))
    if (!problem) throw new Error('no problem found')
    expect(doubtText(problem, 'zh-CN')).toMatch(/^第\d+行，完成时限：读不懂完成时限“适时”。/)
    expect(doubtText(problem, 'en')).toMatch(/^Line \d+, deadline: The deadline “适时” is in no known form\./)
  })
})
