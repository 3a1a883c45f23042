import { describe, expect, it } from 'vitest'
import { chineseNumeral } from '@/domain/chinese-numeral'
import { aheadOf, assembleSummary, type SummaryRecord, summaryTitle } from '@/domain/work-summary'

const PERIOD = { from: '2024-01-01', to: '2024-12-31', ahead: '2025-12-31' }
const record = (number: number, more: Partial<SummaryRecord> = {}): SummaryRecord => ({
  number,
  title: `任务${number}`,
  goal: { number: 1, name: '加快区域医疗中心建设' },
  lead: '区卫生健康局',
  light: 'normal',
  closedOn: null,
  daysLate: 0,
  dueOn: '2026-12-31',
  report: null,
  stages: [],
  obstacles: [],
  ...more,
})
const reported = (done: string, more = {}) => ({ report: { on: '2024-11-05', done, problems: '', nextStep: '', ...more } })

describe('the work summary', () => {
  it('says by goal what the departments reported, each sentence with the task that it came from', () => {
    const { sections } = assembleSummary('清单', [record(2, reported('引进名医2名')), record(1, reported('已签约。'))], PERIOD)
    expect(sections[0]).toEqual({
      heading: '一、主要工作',
      parts: [
        {
          heading: '（一）加快区域医疗中心建设',
          sentences: [
            { text: '任务1：已签约。', tasks: [1], from: '区卫生健康局，2024-11-05报送' },
            { text: '任务2：引进名医2名。', tasks: [2], from: '区卫生健康局，2024-11-05报送' },
          ],
        },
      ],
    })
  })

  it('tells of closings within the period only, and of stage results', () => {
    const closed = record(1, { light: 'closed', closedOn: '2024-06-28' })
    const before = record(2, { light: 'closed', closedOn: '2023-06-28' })
    const long = record(3, { dueOn: null, stages: [{ on: '2024-12-20', year: 2024, result: '坚持义诊' }] })
    const texts = assembleSummary('清单', [closed, before, long], PERIOD).sections[0]?.parts.flatMap(({ sentences }) => sentences)
    expect(texts?.map(({ text }) => text)).toEqual(['任务1已于2024年6月28日办结。', '任务3：2024年阶段成果，坚持义诊。'])
  })

  it('names what is overdue by lead, what stops tasks, what was complained of, and who said nothing', () => {
    const { sections } = assembleSummary(
      '清单',
      [
        record(1, { light: 'overdue', daysLate: 31 }),
        record(2, { light: 'overdue', daysLate: 5, ...reported('推进中', { problems: '编制不足' }) }),
        record(3, {
          ...reported('推进中'),
          obstacles: [{ text: '土地未批。', remover: '区政府', department: '区发改局', since: '2024-03-01' }],
        }),
      ],
      PERIOD,
    )
    expect(sections[1]?.parts.map(({ heading, sentences }) => [heading, ...sentences.map(({ text, tasks }) => `${text}${tasks}`)])).toEqual(
      [
        ['（一）部分任务未按时限办结', '区卫生健康局牵头的第1、2项共2项逾期，最长逾期31天。1,2'],
        ['（二）部分任务存在困难', '任务3：土地未批，需由区政府协调解决。3'],
        ['（三）各部门反映的问题', '任务2：编制不足。2'],
        ['（四）部分任务本期没有报送进展', '区卫生健康局牵头的第1项没有报送。1'],
      ],
    )
  })

  it('ends with what is late, what falls due, and the next steps of the reports; nothing of closed tasks', () => {
    const { sections } = assembleSummary(
      '清单',
      [
        record(1, { light: 'overdue', daysLate: 31, dueOn: '2024-11-30' }),
        record(2, { dueOn: '2025-06-30', ...reported('推进中', { nextStep: '启动招标' }) }),
        record(3, { light: 'closed', closedOn: '2024-02-01', ...reported('完成', { nextStep: '不再需要' }) }),
      ],
      PERIOD,
    )
    expect(sections[2]?.parts.flatMap(({ sentences }) => sentences.map(({ text }) => text))).toEqual([
      '区卫生健康局抓紧办结第1项。',
      '2025年6月30日前办结第2项。',
      '任务2：启动招标。',
    ])
  })

  it('opens with figures that add up', () => {
    const { opening } = assembleSummary(
      '清单',
      [
        record(1, { light: 'closed', closedOn: '2024-02-01' }),
        record(2, { light: 'withdrawn' }),
        record(3, { light: 'overdue' }),
        record(4),
      ],
      PERIOD,
    )
    expect(opening[0]?.text).toBe(
      '《清单》共4项任务。截至2024年12月31日，办结1项（其中2024年1月1日以来办结1项），撤销1项，在办2项，其中逾期1项、滞后0项。',
    )
  })

  it('says the title that several tasks share once, and what was reported alike for several of them once', () => {
    const same = { title: '加强预算管理' }
    const tasks = [
      record(1, { ...same, ...reported('已印发办法'), light: 'closed', closedOn: '2024-06-28' }),
      record(2, { ...same, ...reported('已开展培训') }),
      record(3, { ...same, ...reported('已开展培训') }),
      record(4, reported('已签约')),
    ]
    const [part] = assembleSummary('清单', tasks, PERIOD).sections[0]?.parts ?? []
    expect(part?.sentences.map(({ text, tasks: from }) => `${text}${from}`)).toEqual([
      '加强预算管理：已印发办法。1',
      '已于2024年6月28日办结。1',
      '已开展培训。2,3',
      '任务4：已签约。4',
    ])
  })

  it('bears the title of its plan, the department’s that it is of, and its year or days', () => {
    expect(summaryTitle(null, '任务分工', '2024-01-01', '2024-12-31')).toBe('《任务分工》2024年工作总结')
    expect(summaryTitle('区卫生健康局', '任务分工', '2024-01-01', '2024-06-30')).toBe(
      '区卫生健康局落实《任务分工》2024年1月1日至2024年6月30日工作总结',
    )
  })

  it('looks as far ahead as it looks back, at most a year', () => {
    expect(aheadOf('2024-01-01', '2024-12-31')).toBe('2025-12-31')
    expect(aheadOf('2024-04-01', '2024-06-30')).toBe('2024-09-30')
    expect(aheadOf('2022-01-01', '2024-12-31')).toBe('2025-12-31')
    expect(aheadOf('2024-11-01', '2024-11-30')).toBe('2024-12-31')
  })
})

it('counts as offices do', () => {
  expect([1, 10, 11, 20, 22, 99, 100].map(chineseNumeral)).toEqual(['一', '十', '十一', '二十', '二十二', '九十九', '100'])
})
