import { describe, expect, it } from 'vitest'
import { type ComparedRow, comparison } from '@/domain/compare'

const row = (number: number, more: Partial<ComparedRow> = {}): ComparedRow => ({
  number,
  title: `第${number}项`,
  state: 'in_progress',
  light: 'normal',
  progress: 40,
  approvedDueOn: '2024-12-31',
  overdue: { approved: false, issued: false },
  extensions: 0,
  leadId: 'd01',
  cooperatingIds: ['d02'],
  ...more,
})
const late = { light: 'overdue', overdue: { approved: true, issued: true } } as const
const closed = { state: 'closed', light: 'closed', progress: 100 } as const

describe('two views of the same tasks', () => {
  it('without any change nothing is listed, and the figures are the same', () => {
    const { changed, unchanged, figures } = comparison([row(1), row(2)], [row(1), row(2)])
    expect([changed, unchanged]).toEqual([[], 2])
    expect(figures.before).toEqual(figures.after)
  })
  it('a task that fell overdue on both bases is newly overdue once; when it is closed, it is overdue no longer', () => {
    const { changed, kinds, figures } = comparison([row(1), row(2, late)], [row(1, late), row(2, closed)])
    expect(changed.map((task) => task.kinds)).toEqual([
      ['newly_overdue', 'light'],
      ['overdue_lifted', 'closed', 'progress_up', 'light'],
    ])
    expect(kinds).toMatchObject({ newly_overdue: 1, overdue_lifted: 1, closed: 1, reopened: 0 })
    expect([figures.before.overdue, figures.after.overdue]).toEqual([
      { approved: 1, issued: 1 },
      { approved: 1, issued: 1 },
    ])
    expect(figures.after.lights).toMatchObject({ overdue: 1, closed: 1, normal: 0 })
  })
  it('names what became of state, deadline, departments, wording and progress', () => {
    const after = row(1, { ...{ state: 'claimed', light: 'claimed', progress: 100, approvedDueOn: '2025-06-30' }, cooperatingIds: ['d03'] })
    const { changed } = comparison([row(1)], [after], new Map([[1, ['measure']]]))
    expect(changed[0]?.changes).toEqual([
      { of: 'state', from: 'in_progress', to: 'claimed' },
      { of: 'deadline', from: '2024-12-31', to: '2025-06-30' },
      { of: 'cooperating', joined: ['d03'], left: ['d02'] },
      { of: 'wording', fields: ['measure'] },
      { of: 'progress', from: 40, to: 100 },
      { of: 'light', from: 'normal', to: 'claimed' },
    ])
    expect(changed[0]?.kinds).toEqual(['claimed', 'deadline', 'departments', 'wording', 'progress_up', 'light'])
  })
  it('returned, reopened, withdrawn, set back', () => {
    const claimed = row(1, { state: 'claimed', light: 'claimed', progress: 100 })
    const { kinds } = comparison([claimed, row(2, closed), row(3)], [row(1), row(2), row(3, { state: 'withdrawn', light: 'withdrawn' })])
    expect(kinds).toMatchObject({ unclaimed: 1, reopened: 1, withdrawn: 1, progress_down: 2 })
  })
  it('a task that was added, or is only known by now, is new', () => {
    const { changed, figures } = comparison([row(1)], [row(1), row(2)])
    expect(changed).toMatchObject([{ number: 2, kinds: ['added'], changes: [] }])
    expect([figures.before.total, figures.after.total]).toEqual([1, 2])
  })
  it('a task handed over counts for the old lead before and for the new one after', () => {
    const [before, after] = [
      [row(1), row(2, { leadId: 'd09' })],
      [row(1, { leadId: 'd09' }), row(2, { leadId: 'd09' })],
    ]
    const old = comparison(before, after, new Map(), 'd01')
    expect(old.changed).toMatchObject([{ number: 1, kinds: ['departments'] }])
    expect([old.figures.before.total, old.figures.after.total, old.unchanged]).toEqual([1, 0, 0])
    const taker = comparison(before, after, new Map(), 'd09')
    expect([taker.figures.before.total, taker.figures.after.total, taker.unchanged]).toEqual([1, 2, 1])
  })
})
