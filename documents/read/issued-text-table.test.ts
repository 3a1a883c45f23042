import { readFileSync } from 'node:fs'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { IssuedTable } from '@/documents/issued-table'
import { readIssuedTable } from '@/documents/read/issued-text-table'
import { type Problem, problemText } from '@/documents/read/problem'

const MANCHENG = readFileSync(new URL('../issued/mancheng.txt', import.meta.url), 'utf8')
const HEADER = '\t序号\n\t目标任务\n\t任务描述\n\t具  体  措  施\n\t责任部门\n\t完成时限\n'

function tableOf(text: string, known?: string[]): IssuedTable {
  const read = readIssuedTable(text, known)
  if ('unreadable' in read) throw new Error(problemText(read.unreadable, 'en'))
  expect(read.problems.map((problem) => problemText(problem, 'en'))).toEqual([])
  return read.table
}

function problemsOf(text: string, known?: string[]): Problem[] {
  const read = readIssuedTable(text, known)
  return 'unreadable' in read ? [read.unreadable] : read.problems
}

const where = (problems: Problem[]) => problems.map(({ line, cell, code }) => [line, cell, code])

/** The table without its lines, for comparing two texts that mean the same. */
const meaning = (table: IssuedTable) => ({ ...table, rows: table.rows.map(({ line, cellLines, ...row }) => row) })

/** Replaces a text that must occur exactly once. */
function changed(from: string, to: string, text = MANCHENG): string {
  expect(text.split(from)).toHaveLength(2)
  return text.replace(from, () => to)
}

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

describe('the same table written otherwise reads the same', () => {
  const asIssued = meaning(tableOf(MANCHENG))
  const wide = (text: string) => text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0))
  const broken = (before: string, after: string) => changed(before + after, `${before}\n\n\n${after}`)

  test.each<[string, string]>([
    ['Windows line ends', MANCHENG.replaceAll('\n', '\r\n')],
    ['old Mac line ends', MANCHENG.replaceAll('\n', '\r')],
    ['a byte order mark', `\uFEFF${MANCHENG}`],
    ['spaces at the ends of lines', MANCHENG.replace(/(\S)\n/g, '$1 \u3000\n')],
    ['no blank lines between rows', MANCHENG.replace(/\n\n+\t/g, '\n\t')],
    ['a deeper indent, as pasted from Word', MANCHENG.replace(/^\t/gm, '\t\t ')],
    ['an indent of spaces', MANCHENG.replace(/^\t/gm, '    ')],
    ['spaces before the tab', MANCHENG.replace(/^\t/gm, ' \t')],
    ['full-width row numbers', MANCHENG.replace(/^\t\d+$/gm, wide)],
    ['spaces in the header', changed('\t任务描述\n', '\t任 务　描 述\n')],
    ['a header broken over lines', changed('\t责任部门\n', '\t责任\n\n部门\n')],
    ['the header again after a page break', changed('\t53\n', `\f${HEADER}\n\t53\n`)],
    ['the header again inside a row', changed('\t52\n\n\n', `\t52\n\f\n${HEADER}`)],
    ['form feeds between the rows', MANCHENG.replace(/^\t(\d+)$/gm, '\f\t$1')],
    ['a page break in a number', changed('\t52\n', '\t5\f\n2\n')],
    ['a page break in a goal', changed('（十四）推动医疗服务', '（十四）推动医疗\f\n服务')],
    ['a page break in a title', changed('加快审核新增', '加快审核\n\f\n新增')],
    ['a page break in a measure', broken('开通审核绿色通道，', '对其他省份')],
    ['a page break between departments', changed('区委网信办\n\n区科技局', '区委网信办\f区科技局')],
    ['a page break in a department', MANCHENG.replace('区人力资源和\n\n社会保障局', '区人力资源和\f\n\n\n社会保障局')],
    ['a page break in a deadline', changed('\t2024年12月', '\t2024年\f\n12月')],
    ['a page break after every cell', MANCHENG.replace(/\n\t/g, '\n\f\n\t')],
    ['departments parted by 、', changed('区卫生健康局  区医疗保障局', '区卫生健康局、区医疗保障局')],
    ['departments parted by a full-width comma at the line’s end', changed('区卫生健康局  区医疗保障局', '区卫生健康局，\n区医疗保障局')],
    ['departments parted by half-width marks', changed('区卫生健康局  区医疗保障局', '区卫生健康局; 区医疗保障局')],
    ['departments parted by a full-width space', changed('区卫生健康局  区医疗保障局', '区卫生健康局　区医疗保障局')],
    ['a department broken where a name could end', MANCHENG.replace('区人力资源和\n\n社会保障局', '区人力资源和社会\n\n保障局')],
    ['a goal repeated in place of a merged cell', MANCHENG.replace('\t91\n\t\n', '\t91\n\t（二十二）落实工作责任\n')],
    ['no “附件” above the title', MANCHENG.replace('附件\n', '')],
    ['a number after “附件”', MANCHENG.replace('附件', '附件 2：')],
    ['a title broken over lines', changed('高质量发展重点任务分工', '高质量\n\n发展重点任务分工')],
  ])('%s', (_, text) => {
    expect(meaning(tableOf(text))).toEqual(asIssued)
  })

  test('a deadline in full-width characters falls due on the same day', () => {
    const row = tableOf(changed('\t2024年12月', '\t２０２４年１２月')).rows[29]
    expect(row?.deadline).toEqual({ issued: '２０２４年１２月', precision: 'month', dueOn: '2024-12-31' })
  })

  test('half-width brackets round a goal’s number are kept as issued', () => {
    const row = tableOf(changed('（九）优化医院岗位管理', '(九) 优化医院岗位管理')).rows[29]
    expect(row?.goal).toEqual({ number: 9, name: '优化医院岗位管理', text: '(九) 优化医院岗位管理' })
  })

  test('two Latin words keep a space where their line is broken', () => {
    expect(tableOf(changed('推广后勤智慧化', '推广smart\nhospital后勤')).rows[41]?.measure).toContain('推广smart hospital后勤')
  })
})

describe('what cannot be read is said, with its line and cell', () => {
  const lineOf = (text: string, part: string) => text.slice(0, text.indexOf(part)).split('\n').length

  test.each<[string, string, string, string, string]>([
    ['an unknown deadline', '\t2024年12月', '\t适时', 'deadline', 'deadline-unknown'],
    ['a blank deadline', '\t2024年12月', '\t', 'deadline', 'deadline-missing'],
    ['a month that does not exist', '\t2024年12月', '\t2024年13月', 'deadline', 'deadline-unknown'],
    ['a goal without a number', '\t（九）优化医院岗位管理', '\t优化医院岗位管理', 'goal', 'goal-unreadable'],
    ['a goal out of order', '\t（九）优化医院岗位管理', '\t（八）优化医院岗位管理', 'goal', 'goal-order'],
    ['a blank measure', '\t推广后勤智慧化“一站式”服务模式。', '\t', 'measure', 'measure-missing'],
    ['a department with a label', '\t区卫生健康局  区医疗保障局', '\t牵头：区卫生健康局', 'departments', 'department-unreadable'],
    ['half a department', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  区医疗保', 'departments', 'department-incomplete'],
    ['half a department before a mark', '\t区卫生健康局  区医疗保障局', '\t区卫生健、区医疗保障局', 'departments', 'department-incomplete'],
    ['a department named twice', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  区卫生健康局', 'departments', 'department-twice'],
    ['a department without beginning', '\t区卫生健康局  区医疗保障局', '\t区卫生健康局  医疗保障局', 'departments', 'department-ambiguous'],
    ['no department', '\t区卫生健康局  区医疗保障局', '\t', 'departments', 'departments-missing'],
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
    expect(where(problemsOf(text))).toEqual([[118, 'title', 'title-missing']])
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
      [lineOf(MANCHENG, '2024年12月\n') + 1, 'number', 'cells-stray'],
    ])
  })

  test.each<[string, string, string | undefined]>([
    ['deadline', '\t2024年12月\n', 'deadline'],
    ['goal', '\t（九）优化医院岗位管理\n', 'goal'],
    ['measure', '\t落实基本医疗卫生与健康促进法等法律法规，推动公立医院聘请法律顾问。\n', undefined],
  ])('a row without its %s cell', (_, cell, named) => {
    const found = problemsOf(changed(cell, ''))
    expect(where(found)[0]).toEqual([lineOf(MANCHENG, '30\n\t（九）'), named, 'cells-missing'])
    expect(found[0]?.values).toEqual({ number: 30, found: 5 })
  })

  test('a name broken after a whole name needs a known department, and is joined with one', () => {
    const text = changed('区委编委办', '区委\n\n编委办')
    expect(where(problemsOf(text))).toEqual([[lineOf(text, '编委办'), 'departments', 'department-ambiguous']])
    expect(meaning(tableOf(text, ['区委编委办']))).toEqual(meaning(tableOf(MANCHENG)))
  })

  test('all problems are listed, and the rows that have one are left out', () => {
    const read = readIssuedTable(changed('\t2024年12月', '\t适时', changed('\t区卫生健康局  区医疗保障局', '\t')))
    if ('unreadable' in read) throw new Error('unreadable')
    expect(read.problems.map(({ code }) => code)).toEqual(['deadline-unknown', 'departments-missing'])
    expect(read.table.rows).toHaveLength(89)
  })

  test.each<[string, string, string]>([
    ['an empty file', ' \n\n', 'empty'],
    ['no table at all', '关于印发分工方案的通知\n\n各有关部门：', 'header-missing'],
    ['a header that is not indented', MANCHENG.replace(/^\t/gm, ''), 'header-missing'],
    ['another column', changed('\t责任部门\n', '\t责任人\n'), 'header-unknown'],
    ['a header alone', `清单\n${HEADER}`, 'no-rows'],
  ])('%s', (_, text, code) => {
    const read = readIssuedTable(text)
    expect('unreadable' in read && read.unreadable.code).toBe(code)
  })

  test('a table without a title', () => {
    expect(where(problemsOf(MANCHENG.slice(MANCHENG.indexOf('\t序号'))))).toEqual([[1, undefined, 'table-title-missing']])
  })

  test('the words name line and cell in Chinese and English', () => {
    const [problem] = problemsOf(changed('\t2024年12月', '\t适时'))
    if (!problem) throw new Error('no problem found')
    expect(problemText(problem, 'zh-CN')).toMatch(/^第\d+行，完成时限：读不懂完成时限“适时”。/)
    expect(problemText(problem, 'en')).toMatch(/^Line \d+, deadline: The deadline “适时” is in no known form\./)
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
        const table = tableOf(`附件\n任务清单\n${HEADER}\n${written.join(`${newline}\n`)}`)
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
        readIssuedTable(HEADER + text)
        readIssuedTable(text)
      }),
    )
  })
})
