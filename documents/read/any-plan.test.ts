import fc from 'fast-check'
import { expect, test } from 'vitest'
import { drawn, wordOf } from '@/documents/read/drawn-table'
import { recognise } from '@/documents/read/recognise'
import { issuedTableOf } from '@/documents/recognition'
import type { SourceTable } from '@/documents/source-document'

// Any plan, laid out in any of the ways in which offices lay them out, is read back as it was.

const words = (from: string, max: number) =>
  fc.array(fc.constantFrom(...from), { minLength: 1, maxLength: max }).map((chars) => `为${chars.join('')}好`)
const plain = words('推动医疗卫生服务建设管理质量', 10)
const odd = words('推动注合计：，。“”（）【】5G3%|"\';,<>&^\\/ 〇①、①～—', 40)
const DEPARTMENTS = ['区财政局', '区科学技术局', '区司法局', '区委组织部', '区民政服务中心', '满城镇人民政府', '区残联', '区供电公司']
const deadline = fc.constantFrom(
  '2025年12月',
  '2022年6月底前',
  '2023年6月30日前',
  '2025年底',
  '2025-12',
  '长期坚持',
  '2024年三季度',
  '2025年6月中旬',
)
const task = fc.record({
  measure: odd,
  departments: fc.uniqueArray(fc.constantFrom(...DEPARTMENTS), { minLength: 1, maxLength: 4 }),
  deadline,
})
const titled = fc.record({ title: plain, tasks: fc.array(task, { minLength: 1, maxLength: 3 }) })
const goals = fc.uniqueArray(
  fc.record({ name: plain, titles: fc.uniqueArray(titled, { selector: ({ title }) => title, minLength: 1, maxLength: 3 }) }),
  {
    selector: ({ name }) => name,
    minLength: 1,
    maxLength: 6,
  },
)

const HEADINGS = {
  number: ['序号', '编号', '序 号'],
  goal: ['目标任务', '重点任务', '改革领域', '类别'],
  title: ['任务描述', '工作任务', '项目名称', '存在问题', '主要任务'],
  measure: ['具体措施', '主要举措', '工作内容', '整改措施', '具  体  措  施'],
  departments: ['责任部门', '责任单位', '承办单位'],
  lead: ['牵头单位', '牵头部门', '主办单位'],
  cooperating: ['配合单位', '协办单位', '参与单位'],
  deadline: ['完成时限', '完成时间', '整改时限', '完成时限（年月）'],
  other: ['备注', '资金来源'],
} as const
type Role = keyof typeof HEADINGS

const NUMERALS = ['一', '二', '三', '四', '五', '六']
const layout = fc.record({
  goals: fc.constantFrom('column', 'rows', 'tables', 'none'),
  numeral: fc.constantFrom<((i: number) => string)[]>(
    (i) => `（${NUMERALS[i]}）`,
    (i) => `${NUMERALS[i]}、`,
    (i) => `${i + 1}.`,
    (i) => `第${NUMERALS[i]}部分 `,
    () => '',
  ),
  merge: fc.constantFrom('merged', 'blank', 'repeated'),
  roles: fc.constantFrom('first', 'marks', 'columns', 'both'),
  mark: fc.constantFrom('、', '，', '；', '\n', ' '),
  numbered: fc.boolean(),
  other: fc.boolean(),
  twoRows: fc.boolean(),
  headerAgain: fc.boolean(),
  titleInside: fc.boolean(),
  note: fc.boolean(),
  order: fc.array(fc.nat(), { minLength: 10, maxLength: 10 }),
  words: fc.nat(),
})

test('any plan is read back as it was, however it is laid out', () => {
  fc.assert(
    fc.property(goals, layout, (given, how) => {
      const parted = how.roles === 'columns' || how.roles === 'both'
      const wanted: (Role | false)[] = [
        how.numbered && 'number',
        how.goals === 'column' && 'goal',
        ...(['title', 'measure'] as const),
        !parted && 'departments',
        parted && 'lead',
        parted && 'cooperating',
        'deadline',
        how.other && 'other',
      ]
      const roles = wanted.filter((role) => role !== false).map((role, i) => ({ role, at: how.order[i] ?? 0 }))
      const columns = roles.toSorted((a, b) => a.at - b.at).map(({ role }) => role)
      // the two parts of a heading over two columns stand side by side
      if (how.twoRows && parted) columns.splice(columns.indexOf('lead') + 1, 0, ...columns.splice(columns.indexOf('cooperating'), 1))
      let number = 0
      const flat = given.flatMap(({ name, titles }, i) =>
        titles.flatMap(({ title, tasks }, j) =>
          tasks.map((one, k) => ({
            ...one,
            number: ++number,
            goal: how.goals === 'none' ? '任务清单' : how.numeral(i) + name,
            goalNumber: how.goals === 'none' ? 1 : i + 1,
            title,
            isFirstOfGoal: j + k === 0,
            isFirstOfTitle: k === 0,
          })),
        ),
      )
      const heading = (role: Role) => HEADINGS[role][how.words % HEADINGS[role].length] ?? ''
      const above = { merged: '^', blank: '' }
      const cell = (row: (typeof flat)[number], role: Role, isFirst: boolean): string => {
        const repeats = isFirst || how.merge === 'repeated'
        const [lead = '', ...others] = row.departments
        if (role === 'number') return String(row.number)
        if (role === 'goal') return row.isFirstOfGoal || repeats ? row.goal : above[how.merge as 'blank']
        if (role === 'title') return row.isFirstOfTitle || repeats ? row.title : above[how.merge as 'blank']
        if (role === 'lead') return lead
        if (role === 'cooperating') return others.join(how.mark)
        if (role === 'departments' && how.roles === 'marks')
          return others.length > 0 ? `牵头单位：${lead}${how.mark}配合单位：${others.join(how.mark)}` : `${lead}（牵头）`
        if (role === 'departments') return row.departments.join(how.mark)
        if (role === 'other') return `第${row.number}号`
        return row[role]
      }
      const head =
        how.twoRows && parted
          ? [
              columns.map((role) => (role === 'lead' ? '责任单位' : role === 'cooperating' ? '<' : heading(role))),
              columns.map((role) => (role === 'lead' || role === 'cooperating' ? heading(role) : '^')),
            ]
          : [columns.map(heading)]
      const wide = (text: string) => columns.map((_, i) => (i === 0 ? text : '<'))
      const tableOf = (rows: typeof flat, above: string[]): SourceTable => {
        const inside = how.titleInside ? above.map(wide) : []
        const body = rows.flatMap((row, i) => {
          const cells = columns.map((role) => cell(row, role, i === 0))
          const again =
            how.headerAgain && i > 0 && row.isFirstOfGoal && how.merge !== 'merged' ? head.slice(-1).filter(() => head.length === 1) : []
          return [...again, ...(how.goals === 'rows' && row.isFirstOfGoal ? [wide(row.goal)] : []), cells]
        })
        const note = how.note ? [wide('注：以文件为准')] : []
        return drawn([...inside, ...head, ...body, ...note], { above: how.titleInside ? [] : above })
      }
      const byGoal = [...Map.groupBy(flat, ({ goalNumber }) => goalNumber).values()]
      // a caption of the first table needs its numeral, since its title stands there too
      if (how.goals === 'tables' && how.numeral(0) === '') return
      const tables =
        how.goals === 'tables'
          ? byGoal.map((rows, i) => tableOf(rows, [...(i === 0 ? ['任务清单'] : []), rows[0]?.goal ?? '']))
          : [tableOf(flat, ['附件', '任务清单'])]
      const read = recognise(wordOf(...tables))
      const table = issuedTableOf(read)
      expect(read.doubts.filter(({ blocking }) => blocking)).toEqual([])
      expect(table?.title).toBe('任务清单')
      expect(
        table?.rows.map(({ number, goal, title, measure, departments, deadline, other }) => ({
          number,
          goal: [goal.number, goal.text],
          title,
          measure,
          departments: departments.map(({ name }) => name),
          roles: departments.map(({ role }) => role),
          deadline: deadline.issued,
          other: Object.values(other ?? {}),
        })),
      ).toEqual(
        flat.map(({ number, goal, goalNumber, title, measure, departments, deadline }) => ({
          number,
          goal: [goalNumber, goal],
          title,
          measure,
          departments,
          roles: departments.map((_, i) => (i === 0 ? 'lead' : 'cooperating')),
          deadline,
          other: how.other ? [`第${number}号`] : [],
        })),
      )
      const { sourceRows, understood, goalRows, notes, repeatedHeaders, notUnderstood, duties } = read.proof
      expect(understood + goalRows + notes + repeatedHeaders + notUnderstood).toBe(sourceRows)
      expect(understood).toBe(flat.length)
      expect(duties).toBe(flat.reduce((sum, { departments }) => sum + departments.length, 0))
      expect(read.layout.goals).toBe(how.goals)
      expect(read.layout.columns.map(({ role }) => role)).toEqual(columns)
    }),
    { numRuns: 300 },
  )
})

test('whatever stands in a table, each of its rows is accounted for', () => {
  const text = fc.constantFrom(
    '',
    '',
    '^',
    '<',
    '序号',
    '任务描述',
    '具体措施',
    '责任部门',
    '完成时限',
    '1',
    '2',
    '一',
    '（一）甲',
    '注：乙',
    '合计',
    '区财政局',
    '2025年12月',
    '适时',
  )
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 5, maxLength: 5 }), { minLength: 1, maxLength: 8 }), (rows) => {
      const unmerged = rows.map((row, i) => row.map((cell, j) => ((cell === '^' && i === 0) || (cell === '<' && j === 0) ? '' : cell)))
      const { proof, doubts, rows: tasks } = recognise(wordOf(drawn(unmerged)))
      expect(proof.understood + proof.goalRows + proof.notes + proof.repeatedHeaders + proof.notUnderstood).toBe(proof.sourceRows)
      if (proof.notUnderstood > 0) expect(doubts.some(({ blocking }) => blocking)).toBe(true)
      expect(proof.deadlines.reduce((sum, { times }) => sum + times, 0)).toBe(tasks.length)
    }),
    { numRuns: 500 },
  )
})
