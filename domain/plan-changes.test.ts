import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { IssuedRow } from '@/domain/issued-table'
import { type PresentTable, planChanges } from '@/domain/plan-changes'

const GOAL = { number: 1, name: '建设', text: '（一）建设' }
const row = (number: number, text: string, more: Partial<IssuedRow> = {}): IssuedRow => ({
  number,
  goal: GOAL,
  title: `任务${text}`,
  measure: `措施${text}`,
  departments: [{ name: '甲局', role: 'lead' }],
  deadline: { issued: '2022年12月', precision: 'month', dueOn: '2022-12-31' },
  line: number,
  ...more,
})
const present = (rows: IssuedRow[], withdrawn: number[] = [], closed: number[] = []): PresentTable => ({
  table: { title: '清单', rows },
  withdrawn: new Set(withdrawn),
  closed: new Set(closed),
})
const given = (rows: IssuedRow[]) => ({ title: '清单', rows })
const numbered = (...texts: string[]) => texts.map((text, index) => row(index + 1, text))
const NOTHING = { added: [], changed: [], removed: [], leftClosed: [], reappeared: [], renumbered: [], unchanged: 0 }

describe('what a table changes of a plan', () => {
  it('the same table: nothing', () => {
    expect(planChanges(present(numbered('a', 'b', 'c')), given(numbered('a', 'b', 'c')))).toEqual({ ...NOTHING, unchanged: 3 })
  })
  it('each field that differs, from and to', () => {
    const deadline = { issued: '长期坚持', precision: 'none' as const, dueOn: null }
    const goal = { number: 2, name: '推进', text: '（二）推进' }
    const departments = [{ name: '乙局', role: 'lead' as const }]
    const changed = { ...row(1, 'a'), goal, measure: '新措施', deadline, departments, other: { 备注: '重点' } }
    expect(planChanges(present([row(1, 'a')]), given([changed])).changed).toEqual([
      {
        number: 1,
        given: changed,
        title: '任务a',
        amended: {
          goal: { from: { number: 1, text: GOAL.text }, to: { number: 2, text: goal.text } },
          measure: { from: '措施a', to: '新措施' },
          deadline: { from: row(1, 'a').deadline, to: deadline },
          other: { from: {}, to: { 备注: '重点' } },
        },
        reassigned: { from: row(1, 'a').departments, to: departments },
      },
    ])
  })
  it('a deadline in other words, and cooperating departments in another order, are no change', () => {
    const two = (order: string[]) => [
      { name: '甲局', role: 'lead' as const },
      ...order.map((name) => ({ name, role: 'cooperating' as const })),
    ]
    const before = row(1, 'a', { departments: two(['乙局', '丙局']) })
    const now = row(1, 'a', { departments: two(['丙局', '乙局']), deadline: { ...before.deadline, issued: '2022年底' } })
    expect(planChanges(present([before]), given([now]))).toEqual({ ...NOTHING, unchanged: 1 })
  })
  it('further columns count only where the table has any', () => {
    const before = row(1, 'a', { other: { 备注: '重点' } })
    expect(planChanges(present([before]), given([row(1, 'a')])).unchanged).toBe(1)
    expect(planChanges(present([before]), given([row(1, 'a', { other: {} })])).changed).toHaveLength(1)
  })
  it('a row inserted: the rest only have other numbers, and it gets the next free one', () => {
    const changes = planChanges(present(numbered('a', 'b', 'c')), given(numbered('a', 'new', 'b', 'c')))
    expect(changes).toMatchObject({ changed: [], removed: [], unchanged: 3, added: [{ number: 4, row: { number: 2 } }] })
    expect(changes.renumbered).toEqual([
      { number: 2, given: 3 },
      { number: 3, given: 4 },
    ])
  })
  it('a row appended keeps its number', () =>
    expect(planChanges(present(numbered('a')), given(numbered('a', 'b'))).added).toMatchObject([{ number: 2, row: { title: '任务b' } }]))
  it('a row removed and the rest counted on: only that one is removed', () => {
    const changes = planChanges(present(numbered('a', 'b', 'c')), given(numbered('a', 'c')))
    expect(changes).toMatchObject({ added: [], changed: [], unchanged: 2, removed: [{ number: 2, title: '任务b' }] })
  })
  it('a row amended behind one that was inserted is known by its neighbours', () => {
    const changes = planChanges(present(numbered('a', 'b', 'c', 'd')), given(numbered('a', 'new', 'b', 'c!', 'd')))
    expect(changes.changed).toMatchObject([{ number: 3, given: { number: 4 } }])
    expect(changes).toMatchObject({ added: [{ row: { number: 2 } }], removed: [] })
  })
  it('a row inserted right beside one that is worded otherwise does not take its history', () => {
    const old = row(2, '', { title: '推进县域医共体建设', measure: '年底前完成三家乡镇卫生院的并入' })
    const reworded = { ...old, number: 3, title: '推进紧密型县域医共体建设', measure: '年底前完成四家乡镇卫生院的并入和考核' }
    const inserted = row(2, '', { title: '加强药品供应保障', measure: '建立短缺药品的监测和预警' })
    const [first, , last] = numbered('a', 'b', 'c')
    if (!first || !last) throw new Error('no rows')
    const changes = planChanges(present([first, old, last]), given([first, inserted, reworded, { ...last, number: 4 }]))
    expect(changes.changed).toMatchObject([{ number: 2, given: { number: 3 } }])
    expect(changes).toMatchObject({ added: [{ row: { number: 2, title: inserted.title } }], removed: [] })
  })
  it('one row replaced by two others is removed, and they are added: neither takes its history', () => {
    const [first, x, last] = numbered('a', 'x', 'b')
    if (!first || !x || !last) throw new Error('no rows')
    const anew = ['甲乙丙丁', '戊己庚辛'].map((text, index) => row(index + 2, '', { title: text, measure: `${text}${text}` }))
    const changes = planChanges(present([first, x, last]), given([first, ...anew, { ...last, number: 4 }]))
    expect(changes).toMatchObject({ changed: [], added: [{}, {}], removed: [{ number: 2 }] })
  })
  it('two rows worded quite otherwise stay what they are by their numbers, counted on from a row inserted above', () => {
    const [first, x, y, last] = numbered('a', 'x', 'y', 'b')
    if (!first || !x || !y || !last) throw new Error('no rows')
    const inserted = row(1, '', { title: '子丑寅卯', measure: '辰巳午未' })
    const anew = ['甲乙丙丁', '戊己庚辛'].map((text, index) => row(index + 3, '', { title: text, measure: `${text}${text}` }))
    const changes = planChanges(present([first, x, y, last]), given([inserted, { ...first, number: 2 }, ...anew, { ...last, number: 5 }]))
    expect(changes).toMatchObject({ changed: [{ number: 2, given: { number: 3 } }, { number: 3 }], added: [{}], removed: [] })
  })
  it('rows that say the same are told apart by their numbers', () => {
    const later = row(2, 'a', { deadline: { issued: '2023年12月', precision: 'month', dueOn: '2023-12-31' } })
    expect(planChanges(present([row(1, 'a'), later]), given([row(1, 'a'), later])).unchanged).toBe(2)
  })
  it('rows of a goal that is called otherwise are the same rows', () => {
    const goal = { number: 1, name: '建成', text: '（一）建成' }
    const changes = planChanges(present(numbered('a', 'b')), given([row(1, 'b', { goal }), row(2, 'a', { goal })]))
    expect(changes.changed.map(({ number, amended }) => [number, Object.keys(amended ?? {})])).toEqual([
      [2, ['goal']],
      [1, ['goal']],
    ])
  })
  it('closed rows that are gone are left closed, withdrawn ones that are back stay withdrawn', () => {
    const changes = planChanges(present(numbered('a', 'b', 'c'), [2], [3]), given(numbered('a', 'b')))
    expect(changes).toMatchObject({
      added: [],
      removed: [],
      leftClosed: [{ number: 3 }],
      reappeared: [{ number: 2, given: 2 }],
      unchanged: 1,
    })
  })
  it('the number of a withdrawn row is never given again', () =>
    expect(planChanges(present(numbered('a', 'b'), [2]), given(numbered('a', 'new'))).added).toMatchObject([{ number: 3 }]))
})

it('every row of both sides is accounted for exactly once, whatever changes', () => {
  const text = fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h')
  const table = fc.array(text, { maxLength: 12 }).map((texts) => numbered(...texts))
  fc.assert(
    fc.property(table, table, fc.array(fc.nat(12)), fc.array(fc.nat(12)), (before, now, withdrawn, closed) => {
      const gone = withdrawn.filter((number) => before[number - 1])
      const done = closed.filter((number) => before[number - 1] && !gone.includes(number))
      const changes = planChanges(present(before, gone, done), given(now))
      const kept = changes.unchanged + changes.changed.length
      expect(kept + changes.added.length + changes.reappeared.length).toBe(now.length)
      expect(kept + changes.removed.length + changes.leftClosed.length).toBe(before.length - new Set(gone).size)
      const numbers = [...before.map(({ number }) => number), ...changes.added.map(({ number }) => number)]
      expect(new Set(numbers).size).toBe(numbers.length)
    }),
  )
})

it('a row inserted never takes the history of one that is still there under a like wording', () => {
  const han = (from: number) => fc.array(fc.integer({ min: from, max: from + 900 }), { minLength: 16, maxLength: 24 })
  const wordOf = (codes: number[]) => String.fromCodePoint(...codes)
  // kept and inserted rows are written in different characters, so only what is kept is like what was
  const kept = fc.record({ text: han(0x4e00).map(wordOf), title: fc.boolean(), above: fc.array(han(0x6e00).map(wordOf), { maxLength: 2 }) })
  const tables = fc.uniqueArray(kept, { minLength: 1, maxLength: 6, selector: ({ text }) => text })
  const alike = (a: string, b: string) => [...a].filter((sign) => b.includes(sign)).length > a.length / 4
  fc.assert(
    fc.property(tables, (rows) => {
      fc.pre(rows.every(({ text }, i) => rows.every((other, j) => i === j || !alike(text, other.text))))
      const before = rows.map(({ text }, index) => row(index + 1, '', { title: text.slice(0, 6), measure: text.slice(6) }))
      const now = rows.flatMap(({ text, title, above }) => [
        ...above.map((inserted) => ({ title: inserted.slice(0, 6), measure: inserted.slice(6), was: 0 })),
        {
          title: `${text.slice(0, 6)}${title ? '等' : ''}`,
          measure: `${text.slice(6)}工作`,
          was: rows.findIndex((one) => one.text === text) + 1,
        },
      ])
      const table = now.map(({ title, measure }, index) => row(index + 1, '', { title, measure }))
      const changes = planChanges(present(before), given(table))
      expect(changes.changed.map(({ number, given: { number: at } }) => [at, number])).toEqual(
        now.flatMap(({ was }, index) => (was > 0 ? [[index + 1, was]] : [])),
      )
      expect(changes).toMatchObject({ removed: [], unchanged: 0 })
    }),
  )
})
