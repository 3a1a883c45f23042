// For tests only: plans and layouts as an office might issue them, at random.
import fc from 'fast-check'
import type { LedgerRow } from '@/documents/write/ledger-columns'
import type { LayoutColumn, PlanLayout } from '@/domain/plan-layout'
import { LIGHTS, STATES } from '@/domain/words'

export const DEPARTMENTS = ['区卫生健康局', '区医保局', '区发展和改革局', '区财政局', '区委编委办', '区人力资源和社会保障局']

const SIGNS = [...'推动公立医院高质量发展完善分级诊疗制度加强人才队伍建设提升服务能力落实投入责任健全运营管理体系0123456789（）“”《》％']

/** Text of Han characters, figures and punctuation, which neither begins nor ends with anything else than a Han character. */
export const han = (minLength: number, maxLength: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...SIGNS), { minLength, maxLength }).map((signs) => `加强${signs.join('')}工作`)

const NUMERALS = [...'一二三四五六七八九十']
const numeral = (number: number): string => (number <= 10 ? (NUMERALS[number - 1] ?? '') : `十${NUMERALS[number - 11] ?? ''}`)

export const goalNames = (number: number): string => `（${numeral(number)}）加快第${number}方面建设`

export const deadlines = fc.oneof(
  fc.tuple(fc.integer({ min: 2022, max: 2029 }), fc.integer({ min: 1, max: 12 })).map(([year, month]) => `${year}年${month}月`),
  fc
    .tuple(fc.integer({ min: 2022, max: 2029 }), fc.integer({ min: 1, max: 12 }), fc.integer({ min: 1, max: 28 }))
    .map(([year, month, day]) => `${year}年${month}月${day}日前`),
  fc.constantFrom('长期坚持', '2025年底', '2026年6月底前'),
)

/** What stands in the columns of the state. */
export const statesOf: fc.Arbitrary<LedgerRow> = fc
  .record({
    light: fc.constantFrom(...LIGHTS),
    state: fc.constantFrom(...STATES),
    progress: fc.integer({ min: 0, max: 100 }),
    overdueDays: fc.integer({ min: 0, max: 900 }),
    deadlineApproved: fc.option(fc.constant('2026-12-31')),
    completedOn: fc.option(fc.constant('2025-06-30')),
    lastReport: fc.option(han(4, 60)),
  })
  .map((state) => ({
    plan: 1,
    number: 0,
    goal: '',
    title: '',
    measure: '',
    departments: [],
    deadline: { issued: '', precision: 'none', dueOn: null },
    extensions: 0,
    extensionRequested: false,
    expected: null,
    checked: null,
    ...state,
  }))

const column = (role: LayoutColumn['role'], headings: readonly string[]): fc.Arbitrary<LayoutColumn> =>
  fc.record({ role: fc.constant(role), heading: fc.constantFrom(...headings), width: fc.option(fc.integer({ min: 12, max: 90 })) })

const leadAndCooperating = fc.tuple(column('lead', ['牵头单位', '牵头部门']), column('cooperating', ['配合单位', '配合部门']))
const groups = fc.constantFrom('责任单位', '责任分工', '责任部门')

/** Columns in any order under any of the usual names, on any page, goals in a column, in rows or as captions; some under a group. */
export function layouts(title: string): fc.Arbitrary<PlanLayout> {
  const own = fc.tuple(
    column('number', ['序号', '编号']),
    column('title', ['任务描述', '工作任务']),
    column('measure', ['具体措施', '主要举措', '工作措施']),
    column('deadline', ['完成时限', '完成时间']),
  )
  const departments: fc.Arbitrary<LayoutColumn[]> = fc.oneof(
    column('departments', ['责任部门', '责任单位']).map((one) => [one]),
    leadAndCooperating,
    leadAndCooperating.chain((two) => groups.map((group) => two.map((one) => ({ ...one, group })))),
    column('departments', ['责任单位']).map((one) => [{ ...one, group: '责任分工' }]),
  )
  const other = fc.oneof(
    fc.constant([]),
    column('other', ['备注', '资金来源']).map((one) => [one]),
  )
  return fc
    .tuple(
      own,
      departments,
      other,
      fc.constantFrom('column', 'rows', 'tables'),
      fc.boolean(),
      fc.boolean(),
      fc.boolean(),
      fc.infiniteStream(fc.nat()),
    )
    .map(([columns, responsible, more, goals, upright, notes, isGrouped, order]): PlanLayout => {
      const [number, task, measure, deadline] = columns
      const blocks: LayoutColumn[][] = [
        ...(isGrouped ? [[task, measure].map((one) => ({ ...one, group: '任务内容' }))] : [[task], [measure]]),
        [deadline],
        ...(responsible[0]?.group === undefined ? responsible.map((one) => [one]) : [responsible]),
        ...more.map((one) => [one]),
        ...(goals === 'column' ? [[GOAL]] : []),
      ]
      const shuffled = blocks.map((block) => ({ block, at: order.next().value ?? 0 })).sort((a, b) => a.at - b.at)
      return {
        source: 'docx',
        page: upright
          ? { width: 210, height: 297, margins: { top: 37, right: 26, bottom: 35, left: 28 } }
          : { width: 297, height: 210, margins: { top: 28, right: 26, bottom: 26, left: 26 } },
        above: notes ? ['附件', title] : [title],
        below: notes ? ['注：本表自印发之日起施行。'] : [],
        columns: [number, ...shuffled.flatMap(({ block }) => block)],
        goals,
      }
    })
}

const GOAL: LayoutColumn = { role: 'goal', heading: '目标任务', width: 30 }
