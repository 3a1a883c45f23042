// What goes out comes in again: any plan in any layout, written as Word and as Excel with its state, read by the import, is the same plan.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readSource } from '@/documents/read/read-source'
import { recognise } from '@/documents/read/recognise'
import type { Recognition } from '@/documents/recognition'
import { STATE_COLUMNS } from '@/documents/state-columns'
import { DEPARTMENTS, deadlines, goalNames, han, layouts, statesOf } from '@/documents/testing'
import { type IssuedPlan, issuedDocx } from '@/documents/write/issued-docx'
import type { IssuedLayoutRow } from '@/documents/write/issued-layout'
import { issuedXlsx } from '@/documents/write/issued-xlsx'
import type { LedgerLabels } from '@/documents/write/ledger-columns'
import { issuedRows, ledgerLabels } from '@/documents/write/sample'
import { readDeadline } from '@/domain/deadline'
import { type ColumnRole, type LayoutColumn, type PlanLayout, standardLayout } from '@/domain/plan-layout'

const TITLE = '推动公立医院高质量发展重点任务分工'
const NOBODY = { office: '', contact: '', phone: '', leaderInCharge: '' }
/** The headings as they are written (exports/list-rows.ts). */
const { overdueDaysApproved, ...headings } = Object.fromEntries(
  Object.entries(STATE_COLUMNS).map(([name, words]) => [name, words['zh-CN']]),
)
const labels: LedgerLabels = { ...ledgerLabels, columns: { ...ledgerLabels.columns, ...headings, overdueDays: overdueDaysApproved ?? '' } }
const SAID = ['截至2025年12月10日　逾期按批准时限计', '制表：督查员 李建军　2025年12月10日 09:30']

async function backFrom(plan: IssuedPlan, known: readonly string[]): Promise<Record<'docx' | 'xlsx', Recognition>> {
  const read = async (bytes: Uint8Array, name: string) => {
    const source = await readSource(bytes, name)
    if ('refused' in source) throw new Error(`${name}: ${source.refused}`)
    return recognise(source, { acceptGaps: true }, { departments: known, aliases: {} })
  }
  return {
    docx: await read(await issuedDocx([plan], []), 'plan.docx'),
    xlsx: await read(await issuedXlsx([plan], ['台账'], '第 &P 页'), 'plan.xlsx'),
  }
}

const rowsOf = ({ rows, doubts }: Recognition) => ({
  blocking: doubts.filter(({ blocking }) => blocking).map(({ code, values, number }) => ({ code, values, number })),
  rows: rows.map(({ number, goal, title, measure, departments, deadline, other }) => ({
    number,
    goal: goal.text,
    title,
    measure,
    departments,
    deadline,
    other: other ?? {},
  })),
})

const expected = (rows: readonly IssuedLayoutRow[]) => ({
  blocking: [],
  rows: rows.map(({ state: { number, goal, title, measure, departments, deadline }, other }) => ({
    number,
    goal,
    title,
    measure,
    departments,
    deadline,
    other,
  })),
})

/** Without lengths, which make room for the state; a sheet is one table. */
const laidOut = ({ above, below, columns, goals }: PlanLayout, format?: 'docx' | 'xlsx') => ({
  above,
  below,
  columns: columns.map(({ width, ...column }) => column),
  goals: goals === 'tables' && format === 'xlsx' ? 'rows' : goals,
})

describe('the issued table of 91 rows', () => {
  const rows = issuedRows().map((state): IssuedLayoutRow => ({ state, contacts: NOBODY, other: {} }))
  const known = [...new Set(rows.flatMap(({ state }) => state.departments.map(({ name }) => name)))]
  const standard = standardLayout(TITLE)
  const layouts: Record<string, PlanLayout> = {
    'in the standard layout': standard,
    'upright, with rows of goals, an annex mark and notes': {
      ...standard,
      page: { width: 210, height: 297, margins: { top: 37, right: 26, bottom: 35, left: 28 } },
      above: ['附件', TITLE],
      below: ['注：本表由区政府督查室负责解释。'],
      columns: standard.columns.filter(({ role }) => role !== 'goal'),
      goals: 'rows',
    },
    'with a table for each goal, lead and cooperating departments apart': {
      ...standard,
      columns: standard.columns
        .filter(({ role }) => role !== 'goal')
        .flatMap((column): LayoutColumn[] =>
          column.role === 'departments'
            ? [
                { role: 'lead', heading: '牵头单位', width: 30 },
                { role: 'cooperating', heading: '配合单位', width: 30 },
              ]
            : [column],
        ),
      goals: 'tables',
    },
    'with a heading over two columns': {
      ...standard,
      columns: standard.columns.flatMap((column): LayoutColumn[] =>
        column.role === 'departments'
          ? [
              { role: 'lead', heading: '牵头单位', width: 30, group: '责任单位' },
              { role: 'cooperating', heading: '配合单位', width: 30, group: '责任单位' },
            ]
          : [column],
      ),
    },
    'with a count and a date below its title': { ...standard, above: ['附件', TITLE, '（共91项）　2025年3月'] },
  }
  test.each(Object.entries(layouts))('%s comes back from Word and Excel', async (_, layout) => {
    const back = await backFrom({ title: TITLE, issuer: '满城区', layout, said: SAID, rows, labels }, known)
    for (const format of ['docx', 'xlsx'] as const) {
      expect(rowsOf(back[format]), format).toEqual(expected(rows))
      expect(back[format].title, format).toBe(TITLE)
      expect(laidOut(back[format].layout), format).toEqual(laidOut(layout, format))
    }
  })
})

test('any plan in any layout comes back from Word and Excel', async () => {
  await fc.assert(
    fc.asyncProperty(plans(), async ({ layout, rows }) => {
      const plan = { title: TITLE, issuer: '满城区', layout, said: SAID, rows, labels }
      const back = await backFrom(plan, DEPARTMENTS)
      for (const format of ['docx', 'xlsx'] as const) {
        expect(rowsOf(back[format])).toEqual(expected(rows))
        expect(laidOut(back[format].layout)).toEqual(laidOut(layout, format))
      }
    }),
    { numRuns: 40 },
  )
}, 120_000)

function plans(): fc.Arbitrary<{ layout: PlanLayout; rows: IssuedLayoutRow[] }> {
  return layouts(TITLE).chain((layout) => rowsFor(layout).map((rows) => ({ layout, rows })))
}

function rowsFor(layout: PlanLayout): fc.Arbitrary<IssuedLayoutRow[]> {
  const others = layout.columns.filter(({ role }) => role === 'other').map(({ heading }) => heading)
  const has = (role: ColumnRole) => layout.columns.some((column) => column.role === role)
  const row = fc.record({
    startsGoal: fc.boolean(),
    startsTitle: fc.boolean(),
    title: han(4, 14),
    measure: han(6, 60),
    departments: fc.shuffledSubarray([...DEPARTMENTS], { minLength: 1, maxLength: 4 }),
    deadline: deadlines,
    state: statesOf,
    other: fc.array(han(1, 12), { minLength: others.length, maxLength: others.length }),
  })
  return fc.array(row, { minLength: 2, maxLength: 14 }).map((drawn) => {
    let goal = 0
    let title = ''
    return drawn.map(({ startsGoal, startsTitle, departments, deadline, state, other, ...one }, i): IssuedLayoutRow => {
      if (i === 0 || startsGoal) goal += 1
      if (i === 0 || startsGoal || startsTitle) title = one.title
      const written = readDeadline(deadline)
      if (!written) throw new Error(`no deadline: ${deadline}`)
      return {
        state: {
          ...state,
          number: i + 1,
          goal: layout.goals === 'none' ? '' : goalNames(goal),
          title: has('title') ? title : one.title,
          measure: one.measure,
          departments: departments.map((name, j) => ({ name, role: j === 0 ? 'lead' : 'cooperating' })),
          deadline: written,
        },
        contacts: NOBODY,
        other: Object.fromEntries(others.map((heading, j) => [heading, other[j] ?? ''])),
      }
    })
  })
}
