import { describe, expect, test } from 'vitest'
import { doubtText } from '@/documents/read/doubt-text'
import { codes, drawn, inShort, readDrawn, wordOf } from '@/documents/read/drawn-table'
import { recognise } from '@/documents/read/recognise'
import { rememberedChoices } from '@/documents/read/remembered-choices'
import { issuedTableOf } from '@/documents/recognition'

const HEAD = ['序号', '目标任务', '任务描述', '具体措施', '责任部门', '完成时限']
const ONE = ['1', '（一）甲', '建制度', '出台办法', '区财政局', '2025年12月']
const TWO = ['2', '（二）乙', '强队伍', '开展培训', '区科技局、区财政局', '2025年6月']
const ROWS = [
  [1, '（一）甲', '建制度', '出台办法', '区财政局', '2025年12月'],
  [2, '（二）乙', '强队伍', '开展培训', '区科技局+区财政局', '2025年6月'],
]

describe('headers', () => {
  test.each<[string, string[][]]>([
    ['in the first row', [HEAD, ONE, TWO]],
    [
      'below a title, units and a blank row',
      [['任务清单', '<', '<', '<', '<', '<'], ['单位：万元', '', '', '', '', ''], ['', '', '', '', '', ''], HEAD, ONE, TWO],
    ],
    [
      'with spaces, breaks and brackets',
      [['序 号', '目标\n任务', '任务描述', '具  体  措  施', '责任部门（单位）', '完成时限\n（年月）'], ONE, TWO],
    ],
    ['again after a page break', [HEAD, ONE, HEAD, TWO]],
  ])('%s', (_, rows) => {
    const read = readDrawn(rows)
    expect(inShort(read)).toEqual(ROWS)
    expect(codes(read)).toEqual([])
    expect(read.title).toBe('任务清单')
  })

  const LEADS = [
    [1, '（一）甲', '建制度', '出台办法', '区财政局', '2025年12月'],
    [2, '（二）乙', '强队伍', '开展培训', '区科技局+区财政局+区司法局', '2025年6月'],
  ]
  const body = [
    ['1', '（一）甲', '建制度', '出台办法', '区财政局', '', '2025年12月'],
    ['2', '（二）乙', '强队伍', '开展培训', '区科技局', '区财政局、区司法局', '2025年6月'],
  ]
  test.each<[string, string[][]]>([
    [
      'merged',
      [
        ['序号', '目标任务', '任务描述', '具体措施', '责任单位', '<', '完成时限'],
        ['^', '^', '^', '^', '牵头单位', '配合单位', '^'],
      ],
    ],
    [
      'left blank',
      [
        ['序号', '目标任务', '任务描述', '具体措施', '责任单位', '', '完成时限'],
        ['', '', '', '', '牵头', '配合', ''],
      ],
    ],
  ])('in two rows, %s', (_, head) => {
    const read = readDrawn([...head, ...body])
    expect(inShort(read)).toEqual(LEADS)
    expect(codes(read)).toEqual([])
    expect(read.layout.columns[4]).toMatchObject({ role: 'lead', group: '责任单位' })
    expect(read.tables[0]?.header).toEqual([0, 1])
    const again = ['序号', '目标任务', '任务描述', '具体措施', '牵头单位', '配合单位', '完成时限']
    const repeated = readDrawn([...head, ...body.slice(0, 1), again, ...body.slice(1)])
    expect(inShort(repeated)).toEqual(LEADS)
    expect(codes(repeated)).toEqual([])
    expect(repeated.proof.repeatedHeaders).toBe(1)
  })

  test('in two rows, where most columns stand in the lower one', () => {
    const read = readDrawn([
      ['重点任务分工', '<', '<', '<', '<', '<', '<'],
      ['序号', '任务', '<', '<', '责任分工', '<', '完成时限'],
      ['^', '目标任务', '任务描述', '具体措施', '牵头单位', '配合单位', '^'],
      ...body,
    ])
    expect(inShort(read)).toEqual(LEADS)
    expect(read.tables[0]?.header).toEqual([1, 2])
    expect([read.title, read.layout.above]).toEqual(['任务清单重点任务分工', ['任务清单', '重点任务分工']])
    const [, a, b, c, d, e, f] = read.layout.columns.map(({ group }) => group)
    expect([a, b, c, d, e, f]).toEqual(['任务', '任务', '任务', '责任分工', '责任分工', undefined])
  })

  test('with columns in another order and under other names; what has no meaning is kept word for word', () => {
    const read = readDrawn([
      ['整改时限', '存在问题', '整改措施', '责任单位', '编号', '备注', '问题类别', '联系人', '联系电话', '责任领导', '承办科室'],
      ['2025.12', '制度不全', '完善制度', '区财政局', '1', '省级重点\n专项', '（一）制度', '张三', '123', '李四', '预算股'],
    ])
    expect(inShort(read)).toEqual([[1, '（一）制度', '制度不全', '完善制度', '区财政局', '2025.12']])
    expect(read.rows[0]).toMatchObject({
      other: { 备注: '省级重点\n专项' },
      contacts: { office: '预算股', contact: '张三', phone: '123', leaderInCharge: '李四' },
    })
    expect(read.layout.columns.map(({ role }) => role).slice(0, 6)).toEqual([
      'deadline',
      'title',
      'measure',
      'departments',
      'number',
      'other',
    ])
  })

  test.each([
    ['责任单位', '配合单位', 'lead', 'cooperating'],
    ['牵头单位', '责任单位', 'lead', 'cooperating'],
  ])('%s beside %s', (one, other, ...roles) => {
    const read = readDrawn([
      ['序号', '任务描述', '具体措施', one, other, '完成时限'],
      ['1', '建制度', '出台办法', '区财政局', '区财政局、区科技局', '2025年6月'],
    ])
    expect(read.layout.columns.slice(3, 5).map(({ role }) => role)).toEqual(roles)
    expect(inShort(read)[0]?.[4]).toBe('区财政局+区科技局')
    expect(codes(read)).toEqual(['(department-twice)'])
  })

  test('columns of one heading, or of none, are kept apart', () => {
    const read = readDrawn([
      [...HEAD, '备注', '备注', ''],
      [...ONE, '一', '二', '三'],
    ])
    expect(read.rows[0]?.other).toEqual({ 备注: '一', 备注2: '二', 第9列: '三' })
    expect(read.layout.columns.slice(6).map(({ heading }) => heading)).toEqual(['备注', '备注2', '第9列'])
  })

  test('a list of projects has a title and no measure', () => {
    const read = readDrawn([
      ['序号', '项目名称', '总投资（万元）', '责任单位', '完成时间'],
      ['1', '康复中心', '1200', '区卫生健康局', '2025年底'],
    ])
    expect(inShort(read)).toEqual([[1, '任务清单', '康复中心', '', '区卫生健康局', '2025年底']])
    expect(read.rows[0]?.other).toEqual({ '总投资（万元）': '1200' })
    expect(issuedTableOf(read)).not.toBeNull()
  })

  test('what is missing, twice or unsure is said; a person may say what the columns hold', () => {
    const rows = [
      ['序号', '目标任务', '任务描述', '具体措施', '承担方', '完成时限', '完成时间'],
      [...ONE, '2026年'],
    ]
    const read = readDrawn(rows)
    expect(codes(read).filter((code) => code.startsWith('column'))).toEqual(['column-missing', 'column-twice'])
    const chosen = readDrawn(rows, { columns: { 0: ['number', 'goal', 'title', 'measure', 'departments', 'deadline', 'ignored'] } })
    expect(inShort(chosen)).toEqual(ROWS.slice(0, 1))
    expect(codes(chosen)).toEqual([])
    expect(chosen.layout.columns).toHaveLength(6)
  })

  test('no header at all', () => {
    expect(
      codes(
        readDrawn([
          ['甲', '乙', '丙'],
          ['一', '二', '三'],
        ]),
      ),
    ).toEqual(['no-header', 'no-header'])
    expect(codes(recognise({ kind: 'docx', tables: [] }))).toContain('no-header')
  })
})

describe('merged and blank cells', () => {
  test('goal and title are filled down, and so are true merges of departments and deadlines', () => {
    const read = readDrawn([
      HEAD,
      ['1', '（一）甲', '建制度', '一', '区财政局', '2025年12月'],
      ['2', '^', '^', '二', '^', '^'],
      ['3', '', '', '三', '区科技局', '2025年6月'],
      ['4', '', '强队伍', '四', '区科技局', '2025年6月'],
    ])
    expect(inShort(read).map(([, ...row]) => row.join(' '))).toEqual([
      '（一）甲 建制度 一 区财政局 2025年12月',
      '（一）甲 建制度 二 区财政局 2025年12月',
      '（一）甲 建制度 三 区科技局 2025年6月',
      '（一）甲 强队伍 四 区科技局 2025年6月',
    ])
    expect(codes(read)).toEqual([])
    expect(read.rows[1]?.cells.deadline).toEqual({ table: 0, row: 1, column: 5 })
  })

  test('a blank department, deadline or measure takes nothing from above; nor does a title under a new goal', () => {
    const read = readDrawn([HEAD, ONE, ['2', '（二）乙', '', '', '', '']])
    expect(codes(read)).toEqual(['title-empty', 'measure-empty', 'departments-empty', 'deadline-empty'])
    expect(issuedTableOf(read)).toBeNull()
    const answered = readDrawn([HEAD, ONE, ['2', '', '强队伍', '培训', '', '']], {
      deadlines: { '': '长期坚持' },
      cells: { '': ['区科技局'] },
    })
    expect(inShort(answered)[1]).toEqual([2, '（一）甲', '强队伍', '培训', '区科技局', '长期坚持'])
    expect(codes(answered)).toEqual([])
  })

  test('a row that says neither number nor department nor deadline is not understood, and is not lost', () => {
    const read = readDrawn([HEAD, ONE, ['', '', '', '续上一行的文字', '', ''], TWO])
    expect(codes(read)).toEqual(['row-not-understood'])
    expect(read.proof).toMatchObject({ sourceRows: 3, understood: 2, notUnderstood: 1 })
  })
})

describe('goals', () => {
  const HEAD5 = ['序号', '工作任务', '主要举措', '责任单位', '完成时限']
  const first = ['1', '建制度', '出台办法', '区财政局', '2025年12月']
  const second = ['2', '强队伍', '开展培训', '区科技局', '2025年6月']

  test.each<[string, string, string]>([
    ['一、', '一、甲', '二、乙'],
    ['（一）', '（一）甲', '（二）乙'],
    ['1.', '1.甲', '2.乙'],
    ['第一部分', '第一部分 甲', '第二部分 乙'],
  ])('in rows of their own: %s', (_, one, two) => {
    const read = readDrawn([HEAD5, [one, '<', '<', '<', '<'], first, [two, '<', '<', '<', '<'], second])
    expect(read.rows.map(({ goal }) => goal)).toEqual([
      { number: 1, name: '甲', text: one },
      { number: 2, name: '乙', text: two },
    ])
    expect(read.layout.goals).toBe('rows')
    expect(codes(read)).toEqual([])
    expect(read.proof).toMatchObject({ sourceRows: 4, understood: 2, goalRows: 2 })
  })

  test('in rows whose numeral stands in the column of numbers', () => {
    const read = readDrawn([HEAD5, ['一', '甲', '', '', ''], first, ['二', '乙', '', '', ''], second])
    expect(read.rows.map(({ goal }) => goal.text)).toEqual(['一、甲', '二、乙'])
  })

  test('as captions of several tables', () => {
    const read = recognise(
      wordOf(
        drawn([HEAD5, first], { above: ['任务清单', '一、甲'] }),
        drawn([HEAD5, second], { above: ['二、乙'], below: ['注：以文件为准'] }),
      ),
    )
    expect(read.title).toBe('任务清单')
    expect(read.rows.map(({ number, goal }) => [number, goal.number, goal.name])).toEqual([
      [1, 1, '甲'],
      [2, 2, '乙'],
    ])
    expect(read.layout).toMatchObject({ goals: 'tables', above: ['任务清单'], below: ['注：以文件为准'] })
    expect(codes(read)).toEqual([])
  })

  test('nowhere: one goal, named as the list', () => {
    const read = readDrawn([HEAD5, first, second])
    expect(read.rows.map(({ goal }) => goal)).toEqual(Array(2).fill({ number: 1, name: '任务清单', text: '任务清单' }))
    expect(read.layout.goals).toBe('none')
    expect(codes(read)).toEqual([])
  })

  test('without numbers they are numbered in order, and that is said', () => {
    const read = readDrawn([HEAD, ['1', '甲', ...ONE.slice(2)], ['2', '乙', ...TWO.slice(2)], ['3', '甲', ...TWO.slice(2)]])
    expect(read.rows.map(({ goal }) => goal.number)).toEqual([1, 2, 1])
    expect(codes(read)).toEqual(['(goal-unnumbered)'])
  })

  test('headings within headings: both name the goal', () => {
    const wide = (text: string) => [text, '<', '<', '<', '<']
    const read = readDrawn([HEAD5, wide('一、甲'), wide('（一）子'), first, wide('（二）丑'), second])
    expect(read.rows.map(({ goal }) => [goal.number, goal.text])).toEqual([
      [1, '一、甲 （一）子'],
      [2, '一、甲 （二）丑'],
    ])
    expect(codes(read)).toEqual(['(goal-unnumbered)'])
  })

  test('a table without a header goes on with the columns above it', () => {
    const read = recognise(wordOf(drawn([HEAD5, first]), drawn([second], { above: [] })))
    expect(inShort(read).map(([number, , title]) => [number, title])).toEqual([
      [1, '建制度'],
      [2, '强队伍'],
    ])
  })
})

describe('remarks, sums and what our own exports add', () => {
  test('a note below the rows is kept with the layout, a sum is no task', () => {
    const read = readDrawn([HEAD, ONE, TWO, ['合计', '', '2项', '', '', ''], ['注：时限以文件为准', '<', '<', '<', '<', '<']])
    expect(inShort(read)).toEqual(ROWS)
    expect(read.layout.below).toEqual(['合计　2项', '注：时限以文件为准'])
    expect(read.tables[0]?.otherRows.map(({ why }) => why)).toEqual(['note', 'note'])
    expect(read.proof).toMatchObject({ sourceRows: 4, understood: 2, notes: 2 })
  })

  test('state columns and lines are passed over', () => {
    const state = ['○ 正常', '进行中', '30']
    const read = recognise(
      wordOf(
        drawn(
          [
            [...HEAD, '灯', '状态', '进展%'],
            [...ONE, ...state],
            [...TWO, ...state],
          ],
          { above: ['任务清单', '截至2025年12月10日　逾期按批准时限计', '制表：督查室'] },
        ),
      ),
    )
    expect(inShort(read)).toEqual(ROWS)
    expect(read.rows[0]?.other).toBeUndefined()
    expect([read.title, read.layout.above]).toEqual(['任务清单', ['任务清单']])
    expect(read.layout.columns).toHaveLength(6)
  })

  test('a number alone is an empty row', () => {
    const read = readDrawn([HEAD, ONE, TWO, ['3', '', '', '', '', '']])
    expect(inShort(read)).toEqual(ROWS)
    expect(read.proof.sourceRows).toBe(2)
  })

  test('a column of that name in a table of others is kept', () => {
    expect(
      readDrawn([
        [...HEAD, '状态'],
        [...ONE, '在建'],
      ]).rows[0]?.other,
    ).toEqual({ 状态: '在建' })
  })

  test.each(['（共88项） 2025年3月', '（共88项）2025年3月10日', '共88项', '（2025年3月）', '二〇二五年三月'])(
    'a line “%s” below the title is not of it',
    (line) => {
      const paragraphs = recognise(wordOf(drawn([HEAD, ONE], { above: ['重点任务清单', line] })))
      const cell = recognise(wordOf(drawn([[`重点任务清单\n${line}`, '<', '<', '<', '<', '<'], HEAD, ONE], { above: [] })))
      for (const { title, layout } of [paragraphs, cell]) expect([title, layout.above]).toEqual(['重点任务清单', ['重点任务清单', line]])
    },
  )

  test('the title stands below the attachment mark, the number of the document and other words', () => {
    const above = [
      '关于印发方案的通知',
      '各乡镇人民政府，区直各部门：',
      '现将清单印发给你们，请认真落实。',
      '附件2',
      '重点任务',
      '清单',
      '（2025年）',
    ]
    expect(recognise(wordOf(drawn([HEAD, ONE], { above }))).title).toBe('重点任务清单')
    expect(codes(recognise(wordOf(drawn([HEAD, ONE], { above: [] }))))).toEqual(['title-missing'])
    expect(recognise(wordOf(drawn([HEAD, ONE], { above: [] })), { title: '另名' }).title).toBe('另名')
  })
})

describe('numbers', () => {
  const numbered = (...numbers: string[]) => [
    HEAD,
    ...numbers.map((number, i) => [number, i === 0 ? '（一）甲' : '', `题${i}`, '措施', '区财政局', '2025年6月']),
  ]

  test.each<[string, string[], number[], string[]]>([
    ['without any', ['', ''], [1, 2], ['(number-missing)']],
    ['twice', ['1', '1'], [1, 1], ['number-twice']],
    ['out of order', ['1', '3', '2'], [1, 3, 2], ['number-gap', 'number-order']],
    ['with a gap', ['1', '3'], [1, 3], ['number-gap']],
    ['unreadable', ['1', '二甲'], [1, 2], ['number-unreadable']],
    ['with points and brackets', ['1.', '（2）', '３'], [1, 2, 3], []],
  ])('%s', (_, given, numbers, said) => {
    const read = readDrawn(numbered(...given))
    expect(read.rows.map(({ number }) => number)).toEqual(numbers)
    expect(codes(read)).toEqual(said)
  })

  test('gaps may be accepted; anything may be numbered in order', () => {
    expect(codes(readDrawn(numbered('1', '3'), { acceptGaps: true }))).toEqual(['(number-gap)'])
    const read = readDrawn(numbered('1', '3', '2', '甲'), { renumber: true })
    expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 3, 4])
    expect(codes(read)).toEqual([])
  })

  test('one number merged over several rows: all are numbered in order, and that is said', () => {
    const merged = [HEAD, ONE, ['^', '^', '^', '另一项', '区科技局', '2025年6月'], TWO]
    const read = readDrawn(merged)
    expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(codes(read)).toEqual(['(number-order)'])
  })

  test('numbers that begin anew with a table or a goal are counted on, and that is said', () => {
    const read = recognise(
      wordOf(drawn(numbered('1', '2')), drawn([HEAD, ['1', '（二）乙', '题', '措施', '区财政局', '2025年6月']], { above: [] })),
    )
    expect(read.rows.map(({ number }) => number)).toEqual([1, 2, 3])
    expect(codes(read)).toEqual(['(number-order)'])
    const [doubt] = read.doubts
    expect(doubt && doubtText(doubt, 'zh-CN')).toBe('表2第2行第1列，序号：序号在此重新从 1 起，全表按次序连续编号，此行为 3。')
  })
})

describe('a plan that comes in once more', () => {
  test('is not asked about again', () => {
    const rows = [
      ['序号', '目标任务', '任务描述', '具体措施', '落实方', '完成时限'],
      ['1', '（一）甲', '建制度', '出台办法', '区财政局', '12月底前'],
      ['4', '（二）乙', '强队伍', '开展培训', '区科技局', '立行立改'],
    ]
    const columns = ['number', 'goal', 'title', 'measure', 'departments', 'deadline'] as const
    const deadlines = { '12月底前': '2025年12月', 立行立改: '长期坚持' }
    const first = readDrawn(rows, { columns: { 0: [...columns] }, deadlines, acceptGaps: true, title: '另名' })
    expect(codes(first)).toEqual(['(number-gap)'])
    const again = readDrawn(rows, rememberedChoices({ table: first, layout: first.layout }, readDrawn(rows)))
    expect({ ...again, layout: null }).toEqual({ ...first, layout: null })
    expect(again.title).toBe('另名')
  })
})

describe('where a doubt is', () => {
  const bad = [HEAD, [...ONE.slice(0, 5), '尽快']]
  test.each<[string, Parameters<typeof recognise>[0], string, string]>([
    ['Word', wordOf(drawn(bad)), '表1第2行第6列，完成时限：', 'Table 1, row 2, column 6, deadline: '],
    [
      'Excel',
      { kind: 'xlsx', tables: [drawn(bad, { name: '一季度', firstLine: 4 })] },
      '工作表“一季度” F5，完成时限：',
      'Sheet “一季度” F5, deadline: ',
    ],
    ['CSV', { kind: 'csv', tables: [drawn(bad, { lineOfRow: [1, 12] })] }, '第12行，完成时限：', 'Line 12, deadline: '],
  ])('is said as %s counts', (_, document, zh, en) => {
    const [doubt] = recognise(document).doubts
    if (!doubt) throw new Error('no doubt')
    expect(doubtText(doubt, 'zh-CN').startsWith(zh)).toBe(true)
    expect(doubtText(doubt, 'en').startsWith(en)).toBe(true)
  })

  test('an unknown deadline is asked for once, with all its cells, and what it may mean', () => {
    const at = (number: string, deadline: string) => [number, '', '题', '措施', '区财政局', deadline]
    const rows = [HEAD, ONE, at('2', '12月底前'), at('3', '12月底前'), at('4', '立行立改')]
    const read = readDrawn(rows)
    expect(read.doubts.map(({ values, suggestions, also }) => [values.text, suggestions, also?.length ?? 0])).toEqual([
      ['12月底前', ['2025年12月'], 1],
      ['立行立改', [], 0],
    ])
    expect(read.rows[1]?.unsettled).toEqual(['deadline'])
    const settled = readDrawn(rows, { deadlines: { '12月底前': '2025年12月', 立行立改: '2025年1月' } })
    expect(settled.rows[1]?.deadline).toEqual({ issued: '12月底前', precision: 'month', dueOn: '2025-12-31' })
    expect(codes(settled)).toEqual([])
  })
})

describe('cells that show the error of a formula', () => {
  test.each([0, 1, 2, 3, 4, 5])('block and are said once, whichever column: %i', (column) => {
    for (const error of ['#VALUE!', '#REF!', '#N/A']) {
      const read = readDrawn([HEAD, ONE, TWO.map((text, i) => (i === column ? error : text))])
      const blocking = read.doubts.filter((doubt) => doubt.blocking)
      expect(blocking.map(({ code, at, values }) => [code, at?.row, at?.column, values.text])).toEqual([['cell-error', 2, column, error]])
      expect(issuedTableOf(read)).toBe(null)
      expect(blocking.map((doubt) => doubtText(doubt, 'zh-CN')).join()).toContain(`“${error}”`)
    }
  })
  test('no answer turns them into words', () => {
    const read = readDrawn([HEAD, ONE, ['2', '（二）乙', '强队伍', '开展培训', '#N/A', '#REF!']], {
      departments: { '#N/A': '区财政局' },
      cells: { '#N/A': ['区财政局'] },
      deadlines: { '#REF!': '2025年12月' },
    })
    expect(read.doubts.filter(({ blocking }) => blocking).map(({ code }) => code)).toEqual(['cell-error', 'cell-error'])
  })
  test('a merged title is said once; a heading and the name of the list are none', () => {
    const merged = readDrawn([
      HEAD,
      ['1', '（一）甲', '#REF!', '出台办法', '区财政局', '2025年12月'],
      ['2', '^', '^', '强化', '区财政局', '2025年6月'],
    ])
    expect(merged.doubts.map(({ code }) => code)).toEqual(['cell-error'])
    const titled = readDrawn([['#REF!', '<', '<', '<', '<', '<'], HEAD, ONE, TWO])
    expect(titled.title).not.toContain('#')
  })
})
