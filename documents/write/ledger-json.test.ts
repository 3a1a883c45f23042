import { expect, test } from 'vitest'
import { writeLedgerJson } from '@/documents/write/ledger-json'
import { issuedRows } from '@/documents/write/sample'

test('the rows as JSON: 91 rows, 129 duties, 12 departments, in a fixed order of keys', () => {
  const text = writeLedgerJson(issuedRows())
  expect(text.endsWith(']\n')).toBe(true)
  const rows = JSON.parse(text) as ReturnType<typeof issuedRows>
  expect(rows).toHaveLength(91)
  const duties = rows.flatMap(({ departments }) => departments)
  expect([duties.length, new Set(duties.map(({ name }) => name)).size]).toEqual([129, 12])
  expect(Object.keys(rows[0] ?? {})).toEqual([
    'plan',
    'number',
    'goal',
    'title',
    'measure',
    'departments',
    'deadline',
    'deadlineApproved',
    'extensions',
    'extensionRequested',
    'state',
    'light',
    'progress',
    'checked',
    'overdueDays',
  ])
  expect(rows[54]).toEqual({
    plan: 1,
    number: 55,
    goal: '（十四）推动医疗服务价格调整',
    title: '优化公立医院收入结构',
    measure:
      '逐步提高医疗服务收入（不含药品、耗材、检查、化验收入）占医疗收入的比例，2023年底前，满城区人民医院医疗服务收入占医疗收入比例达到当年度全省中位值。',
    departments: [
      { name: '区卫生健康局', role: 'lead' },
      { name: '区医疗保障局', role: 'cooperating' },
    ],
    deadline: { issued: '2023年12月', precision: 'month', dueOn: '2023-12-31' },
    deadlineApproved: null,
    extensions: 0,
    extensionRequested: false,
    state: 'not_started',
    light: 'normal',
    progress: 0,
    checked: null,
    overdueDays: 0,
  })
  expect(text).toContain('\n  {\n    "plan": 1,\n    "number": 1,\n')
})

test('no rows are an empty array', () => {
  expect(writeLedgerJson([])).toBe('[]\n')
})
