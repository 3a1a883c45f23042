import { describe, expect, it } from 'vitest'
import { namesCounts, plainProse } from '@/domain/bulletin-prose'
import { bulletinSections } from '@/domain/bulletin-sections'
import { type Block, numbersPart, plainText } from '@/domain/bulletin-sheet'
import { closed, figuresOf, late, row } from '@/domain/bulletin-testing'
import { changeWords, periodWords } from '@/domain/bulletin-words'

describe('a bulletin in words', () => {
  const said = (blocks: Block[]) =>
    blocks.map((block) => ('parts' in block ? plainText(block.parts) : 'prose' in block ? block.text : '')).filter(Boolean)
  const sectionOf = (id: string, ...of: Parameters<typeof figuresOf>) => {
    const figures = figuresOf(...of)
    return said(bulletinSections(figures, plainProse(figures), new Map()).find((section) => section.id === id)?.blocks ?? [])
  }

  it('says no list that is empty', () => {
    expect(sectionOf('problems', [row(1)])).toEqual(['没有逾期、滞后和有未解除困难的任务。'])
    expect(sectionOf('problems', [row(1, late)])).toEqual(['按批准时限逾期1项：甲局1项。'])
    expect(sectionOf('movement', [row(1)])).toEqual([])
    expect(sectionOf('movement', [row(1)], [row(1)])).toEqual(['与第4期（截至2022年5月31日）相比，办结、逾期、延期等情况没有变化。'])
  })

  it('says no clause that is nothing', () => {
    const rates = (...of: Parameters<typeof figuresOf>) => sectionOf('overall', ...of)[1]
    expect(rates([row(1)])).toBe('办结率0%，即办结0÷总数1。')
    expect(rates([row(1, { approvedDueOn: null, issuedDueOn: null, expected: null })])).toBe('长期任务1项，单独统计。')
    expect(rates([row(1, closed), row(2, { extensionRequested: true }), row(3, { state: 'withdrawn', light: 'withdrawn' })])).toBe(
      '办结率50%，即办结1÷（总数3－撤销1）；按批准时限的按时办结率100%，即按时办结1÷办结1；按原定时限的按时办结率100%，即按时办结1÷办结1。申请延期待批1项。',
    )
    expect(rates([row(1, { ...closed, lateEntered: true }), row(2, late), row(3, { extensions: 1, obstacles: 1 })])).toContain(
      '即按时办结1（其中补录1）÷（办结1＋逾期1）。已批准延期1项，有未解除困难的1项。',
    )
  })

  it('numbers the sections that are left in a row', () => {
    const headings = (...of: Parameters<typeof figuresOf>) => {
      const figures = figuresOf(...of)
      return bulletinSections(figures, plainProse(figures), new Map()).map(({ heading }) => heading)
    }
    expect(headings([row(1)])).toEqual(['一、总体情况', '二、牵头部门情况', '三、存在问题', '四、下一步要求'])
    expect(headings([row(1)], [row(1)])[2]).toBe('三、本期变化')
    const figures = figuresOf([row(1)])
    const sections = bulletinSections(figures, { ...plainProse(figures), reporting: '补报。' }, new Map())
    expect(sections[3]?.heading).toBe('四、未按时报送')
  })

  it('compares in its tables only with an issue that there is', () => {
    const columns = (...of: Parameters<typeof figuresOf>) =>
      bulletinSections(figuresOf(...of), plainProse(figuresOf(...of)), new Map())
        .flatMap(({ blocks }) => blocks.flatMap((block) => ('table' in block ? [block.table] : [])))
        .map((table) => {
          expect(table.rows.every(({ cells }) => cells.length === table.columns.length)).toBe(true)
          expect(table.columns.reduce((sum, { width }) => sum + width, 0)).toBeCloseTo(28, 0)
          return table.columns.length
        })
    expect(columns([row(1)])).toEqual([2, 9, 5])
    expect(columns([row(1)], [row(1)])).toEqual([3, 9, 8])
  })

  it('says where overdue tasks are only if most are with a few, and gives no cause', () => {
    const departments = ['d01', 'd02', 'd03', 'd04'].map((id) => ({ id, name: `${id}局` }))
    const of = (...leads: string[]) => leads.map((leadId, index) => row(index + 1, { ...late, leadId }))
    const said = (...leads: string[]) => sectionOf('problems', of(...leads), null, { departments })
    expect(said('d01', 'd01', 'd01', 'd02', 'd03')).toEqual([
      '按批准时限逾期5项：d01局3项、d02局1项、d03局1项。逾期任务集中在d01局，共3项。',
    ])
    expect(said('d01', 'd02', 'd03', 'd04')[0]).not.toContain('集中')
    expect(said('d01', 'd02')[0]).not.toContain('集中')
    expect(plainProse(figuresOf(of('d01'))).problems).toBe('')
  })

  it('tells a claim that is overdue apart from those that wait in time', () => {
    const claimed = row(1, { ...late, state: 'claimed' })
    expect(sectionOf('demands', [claimed])[0]).toBe('已申请办结、等待核验1项（其中逾期后申请的1项列为逾期）：第1项。')
  })

  it('names many tasks by the first of them', () => {
    expect(plainText(numbersPart([1, 2, 17]))).toBe('第1、2、17项')
    // as in the issued table of the plan, with the way to the task in the whole ledger
    expect(numbersPart([1_000_017])).toEqual(['第', { text: '17', to: { task: 1_000_017 } }, '项'])
    expect(plainText(numbersPart([1, 2, 3], 2))).toBe('第1、2项等')
    expect([changeWords(3), changeWords(-2), changeWords(0), changeWords(null)]).toEqual(['+3', '−2', '持平', '—'])
    expect(periodWords({ key: '2025-Q4', from: '', to: '', dueOn: '' })).toBe('2025年第四季度')
  })

  it('finds counts that were typed, not the numerals of an enumeration', () => {
    const prose = plainProse(figuresOf([row(1, late)]))
    expect(namesCounts(prose)).toBe(false)
    expect(namesCounts({ ...prose, problems: '逾期 9 项。' })).toBe(true)
  })
})
