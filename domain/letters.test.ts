import { describe, expect, it } from 'vitest'
import { beginningOf, type LetterTask, reminderLetter, taskCard } from '@/domain/letters'

const HEAD = { plans: ['重点任务分工'], department: '区卫生健康局', issuer: '满城区', asOf: '2025-12-10', demo: false }
const task = (number: number, more: Partial<LetterTask> = {}): LetterTask => ({
  number,
  title: `任务${number}`,
  measure: '措施',
  deadline: '2025年12月',
  approvedDueOn: null,
  light: 'normal',
  progress: 40,
  expected: 90,
  daysLate: 0,
  daysLeft: 21,
  lastReportOn: null,
  leads: true,
  others: '',
  ...more,
})

describe('a letter of reminder', () => {
  it('lists what the department leads and is overdue, behind or due soon with, the worst first', () => {
    const letter = reminderLetter(HEAD, [
      task(3, { light: 'due_soon' }),
      task(1, { light: 'overdue', daysLate: 31, lastReportOn: '2025-11-05' }),
      task(2, { light: 'behind' }),
      task(4),
      task(5, { light: 'overdue', leads: false }),
    ])
    expect(letter?.opening).toBe('截至2025年12月10日，你单位牵头的《重点任务分工》任务中，逾期1项、滞后1项、即将到期1项，现予催办。')
    expect(letter?.tables.map(({ heading, rows }) => [heading, ...rows.map(({ number, state }) => `${number} ${state}`)])).toEqual([
      ['一、逾期任务', '1 逾期31天\n2025年11月5日报送'],
      ['二、滞后任务', '2 进展40%，序时应为90%\n尚未报送'],
      ['三、即将到期任务', '3 距到期21天，进展40%\n尚未报送'],
    ])
  })

  it('is not written where there is nothing to remind of', () => {
    expect(reminderLetter(HEAD, [task(1), task(2, { light: 'claimed' }), task(3, { light: 'overdue', leads: false })])).toBe(null)
  })

  it('speaks of several plans at once', () => {
    const letter = reminderLetter({ ...HEAD, plans: ['甲清单', '乙清单'] }, [
      task(2_000_001 - 1_000_000, { light: 'overdue', daysLate: 1 }),
    ])
    expect(letter?.title).toBe('关于抓紧推进重点督办任务的催办函')
    expect(letter?.opening).toContain('《甲清单》《乙清单》')
    expect(letter?.tables[0]?.rows[0]?.number).toBe('2-1')
  })
})

describe('a measure', () => {
  it('is recalled in a reminder by its first clause, and stands whole on a task card', () => {
    const measure = '制定方案；组织实施。'
    const late = task(1, { light: 'overdue', daysLate: 1, measure })
    expect(reminderLetter(HEAD, [late])?.tables[0]?.rows[0]?.measure).toBe('制定方案…')
    expect(taskCard(HEAD, [late])?.tables[0]?.rows[0]?.measure).toBe(measure)
  })

  it('that is one short clause is not cut, a long one after 40 characters', () => {
    expect(beginningOf('制定方案。')).toBe('制定方案。')
    expect(beginningOf('长'.repeat(40))).toBe('长'.repeat(40))
    expect(beginningOf('长'.repeat(41))).toBe(`${'长'.repeat(40)}…`)
  })
})

describe('a task card', () => {
  it('lists all open tasks, led and cooperated in apart', () => {
    const card = taskCard(HEAD, [task(1), task(2, { leads: false, others: '区医疗保障局' }), task(3, { light: 'closed' })])
    expect(card?.opening).toBe('截至2025年12月10日，你单位在《重点任务分工》中尚有未办结任务2项，其中牵头1项，配合1项。')
    expect(card?.tables.map(({ heading, rows }) => `${heading} ${rows.length}`)).toEqual(['一、牵头任务 1', '二、配合任务 1'])
  })

  it('shows the deadline as issued and the one in force', () => {
    expect(taskCard(HEAD, [task(1, { approvedDueOn: '2026-06-30' })])?.tables[0]?.rows[0]?.deadline).toBe('2025年12月\n延至2026年6月30日')
  })
})
