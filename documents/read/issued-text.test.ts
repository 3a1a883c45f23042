import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { recogniseText } from '@/documents/read/issued-text'
import { HEADER, MANCHENG, tableOf } from '@/documents/read/sample'

describe('the table that Mancheng issued', () => {
  const { title, rows } = tableOf(MANCHENG)
  const duties = rows.flatMap((row) => row.departments)
  const leads = rows.map((row) => row.departments[0]?.name)

  test('has its title, 91 numbered rows, 22 goals and 52 titles', () => {
    expect(title).toBe('推动公立医院高质量发展重点任务分工')
    expect(rows.map((row) => row.number)).toEqual(Array.from({ length: 91 }, (_, i) => i + 1))
    expect([...new Set(rows.map((row) => row.goal.number))]).toEqual(Array.from({ length: 22 }, (_, i) => i + 1))
    expect(new Set(rows.map((row) => `${row.goal.number} ${row.title}`)).size).toBe(52)
  })

  test('has 129 duties of 12 departments, which stand in the order of their first appearance', () => {
    expect(duties).toHaveLength(129)
    expect([...new Set(duties.map(({ name }) => name))]).toEqual([
      '区卫生健康局',
      '区人力资源和社会保障局',
      '区发展改革局',
      '区财政局',
      '区委网信办',
      '区科技局',
      '区市场监督管理局',
      '区医疗保障局',
      '区司法局',
      '区委编委办',
      '区公安分局',
      '区委组织部',
    ])
    expect([1, 2, 3, 4, 5].map((n) => rows.filter((row) => row.departments.length === n).length)).toEqual([61, 24, 4, 2, 0])
  })

  test('is led by seven departments, 64 tasks by 区卫生健康局', () => {
    expect(new Set(leads).size).toBe(7)
    expect(leads.filter((name) => name === '区卫生健康局')).toHaveLength(64)
    expect(rows.every(({ departments }) => departments.every(({ role }, i) => role === (i === 0 ? 'lead' : 'cooperating')))).toBe(true)
  })

  test('has deadlines by the month, from January 2022 to December 2025', () => {
    const days = rows.map((row) => row.deadline.dueOn ?? '').sort()
    expect([days[0], days.at(-1)]).toEqual(['2022-01-31', '2025-12-31'])
    expect(rows.every((row) => row.deadline.precision === 'month' && /^202[2-5]年\d{1,2}月$/.test(row.deadline.issued))).toBe(true)
  })

  test.each([
    ['2022-07-01', 9],
    ['2023-01-01', 23],
    ['2024-01-01', 39],
    ['2026-01-01', 91],
  ])('with nothing done, as of %s %i deadlines have passed', (day, count) => {
    expect(rows.filter(({ deadline }) => deadline.dueOn !== null && deadline.dueOn < day)).toHaveLength(count)
  })

  test.each([
    [
      2,
      '（二）推动医疗资源均衡布局',
      '合理布局医疗卫生资源',
      '出台满城区医疗卫生服务体系“十四五”规划（2021-2025年）',
      ['区卫生健康局'],
      '2022年6月',
    ],
    [
      5,
      '（二）推动医疗资源均衡布局',
      '强化医疗卫生机构公共卫生职责',
      /^加强公立医院公共卫生科室.*医疗服务。2022年底前二级公立医院全部建立公共卫生科。$/,
      ['区卫生健康局'],
      '2022年12月',
    ],
    [
      12,
      '（三）完善分级诊疗制度建设',
      '做实家庭医生签约服务',
      /^加强县级医院.*支撑作用。$/,
      ['区卫生健康局', '区人力资源和社会保障局'],
      '2025年12月',
    ],
    [
      17,
      '（六）推进医疗服务模式创新',
      '提升综合诊疗能力',
      '2022年1月底前，每个县（市、区）至少建设1个康复中心。',
      ['区卫生健康局'],
      '2022年1月',
    ],
    [
      23,
      '（七）推进健康服务手段创新',
      '推动信息技术与医疗服务深度融合',
      /^推动云计算.*互联互通。$/,
      ['区卫生健康局', '区委网信办', '区科技局', '区市场监督管理局'],
      '2025年12月',
    ],
    [
      30,
      '（九）优化医院岗位管理',
      '建立符合公立医院特点的人事管理制度',
      '落实基本医疗卫生与健康促进法等法律法规，推动公立医院聘请法律顾问。',
      ['区司法局', '区卫生健康局'],
      '2024年12月',
    ],
    [
      45,
      '（十二）加强绩效考核评价',
      '发挥考核指挥棒作用',
      '注重强化考核结果应用，将考核结果与公立医院（医联体）财政补助资金投入、医保资金拨付、绩效工资总量核定、医院领导班子评价等挂钩。',
      ['区卫生健康局', '区财政局', '区人力资源和社会保障局', '区医疗保障局'],
      '2025年12月',
    ],
    [
      47,
      '（十三）落实人事薪酬制度改革',
      '创新人员编制管理',
      /^合理制定.*统筹考虑。$/,
      ['区委编委办', '区人力资源和社会保障局', '区卫生健康局'],
      '2023年12月',
    ],
    [
      52,
      '（十三）落实人事薪酬制度改革',
      '建立适合医疗行业特点的薪酬制度',
      /^适当提高低年资.*适当倾斜。$/,
      ['区人力资源和社会保障局', '区卫生健康局'],
      '2025年12月',
    ],
    [
      53,
      '（十三）落实人事薪酬制度改革',
      '落实“两个同等对待”',
      /^面向社会招收.*同等对待。$/,
      ['区人力资源和社会保障局', '区卫生健康局'],
      '2025年12月',
    ],
    [
      55,
      '（十四）推动医疗服务价格调整',
      '优化公立医院收入结构',
      /^逐步提高.*全省中位值。$/,
      ['区卫生健康局', '区医疗保障局'],
      '2023年12月',
    ],
    [
      91,
      '（二十二）落实工作责任',
      '推动公立医院高质量发展试点建设',
      '按照省、市统一部署，区公立医院可争取作为改革试点积极参与全省争创。',
      ['区卫生健康局'],
      '2023年12月',
    ],
  ])('row %i is as issued', (number, goal, title, measure, departments, deadline) => {
    const row = rows[number - 1]
    expect(row && { ...row, goal: row.goal.text, departments: row.departments.map(({ name }) => name) }).toMatchObject({
      number,
      goal,
      title,
      measure: typeof measure === 'string' ? measure : expect.stringMatching(measure),
      departments,
      deadline: { issued: deadline },
    })
  })

  test('each value can be found again in the line that the row names, once the breaks are closed up', () => {
    const lines = MANCHENG.split('\n')
    const from = (line: number) =>
      lines
        .slice(line - 1, line + 9)
        .join('')
        .replace(/\s/g, '')
    for (const row of rows) {
      expect(lines[row.line - 1]?.trim()).toBe(String(row.number))
      const { goal, title, measure, departments, deadline } = row.cellLines
      expect(from(goal).startsWith(row.goal.text)).toBe(true)
      expect(from(title).startsWith(row.title)).toBe(true)
      expect(lines[measure - 1]).toBe(`\t${row.measure}`)
      expect(from(departments).startsWith(row.departments.map(({ name }) => name).join(''))).toBe(true)
      expect(lines[deadline - 1]).toBe(`\t${row.deadline.issued}`)
    }
  })

  test('no text of the source is lost: the cells put together are the source', () => {
    const squeezed = (text: string) => text.replace(/\s/g, '')
    const cells = rows.flatMap((row, i) => {
      const above = rows[i - 1]
      const goal = row.goal.number === above?.goal.number ? '' : row.goal.text
      const title = goal === '' && row.title === above?.title ? '' : row.title
      return [row.number, goal, title, row.measure, ...row.departments.map(({ name }) => name), row.deadline.issued]
    })
    expect(squeezed(`附件${title}${HEADER}${cells.join('')}`)).toBe(squeezed(MANCHENG))
  })
})

describe('any table', () => {
  const word = (min: number, max: number) =>
    fc
      .array(fc.constantFrom(...'推动医疗卫生服务建设管理质量：，。“”（）5G3%'), { minLength: min, maxLength: max })
      .map((chars) => `为${chars.join('')}好`)
  const department = fc
    .array(fc.constantFrom(...'发展改革财政科技教育民政'), { minLength: 1, maxLength: 6 })
    .map((chars) => `区${chars.join('')}局`)
  const deadline = fc.constantFrom('2025年12月', '2022年6月', '2023年6月30日前', '2025年底前', '2025-12', '长期坚持', '２０２４年３月')
  const row = fc.record({ measure: word(1, 40), departments: fc.uniqueArray(department, { minLength: 1, maxLength: 4 }), deadline })
  const titled = fc.record({ title: word(1, 12), rows: fc.array(row, { minLength: 1, maxLength: 3 }) })
  const goal = fc.record({
    name: word(1, 12),
    titles: fc.uniqueArray(titled, { selector: ({ title }) => title, minLength: 1, maxLength: 3 }),
  })
  const goals = fc.array(goal, { minLength: 1, maxLength: 25 })
  const ones = ['', ...'一二三四五六七八九']
  const numerals = ['', '十', '二十'].flatMap((ten) => ones.map((one) => ten + one)).slice(1)
  const lineBreak = fc.constantFrom('\n', '\n\n', '\r\n', ' \n\f\n')

  test('is read back as it was written, merged, broken and paged', () => {
    fc.assert(
      fc.property(goals, lineBreak, fc.boolean(), (goals, newline, inOneLine) => {
        let number = 0
        const flat = goals.flatMap(({ name, titles }, i) =>
          titles.flatMap(({ title, rows }, j) =>
            rows.map((row, k) => ({
              ...row,
              goal: { number: i + 1, name, text: `（${numerals[i]}）${name}` },
              title,
              number: ++number,
              isFirst: [j + k === 0, k === 0],
            })),
          ),
        )
        const half = (text: string) => `${text.slice(0, 1)}${newline}${text.slice(1)}`
        const written = flat.map(({ isFirst: [firstOfGoal, firstOfTitle], ...row }) =>
          [
            row.number,
            firstOfGoal ? half(row.goal.text) : '',
            firstOfTitle ? half(row.title) : '',
            row.measure,
            row.departments.join(inOneLine ? '  ' : newline),
            row.deadline,
          ]
            .map((cell) => `\t${cell}`)
            .join(newline),
        )
        const names = flat.flatMap(({ departments }) => departments)
        const confirmed = { departments: Object.fromEntries(names.map((name) => [name, name])) }
        const table = tableOf(`附件\n任务清单\n${HEADER}\n${written.join(`${newline}\n`)}`, [], confirmed)
        expect(table.title).toBe('任务清单')
        expect(
          table.rows.map(({ number, goal, title, measure, departments, deadline }) => ({
            number,
            goal,
            title,
            measure,
            departments: departments.map(({ name }) => name),
            deadline: deadline.issued,
          })),
        ).toEqual(flat.map(({ isFirst, ...row }) => row))
      }),
      { numRuns: 100 },
    )
  })

  test('that is no table breaks nothing: whatever the text, there is an answer', () => {
    fc.assert(
      fc.property(fc.string({ unit: fc.constantFrom('\t', '\n', '1', '区', '局', '（一）', ' ', '\f', '2025年1月', HEADER) }), (text) => {
        recogniseText(HEADER + text)
        recogniseText(text)
      }),
    )
  })
})
