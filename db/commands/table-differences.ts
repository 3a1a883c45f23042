import type { IssuedRow, IssuedTable } from '@/domain/issued-table'

/** Where two tables of one plan differ. `number` is null for the table's own title; a missing row is an absent side. */
export type Difference = {
  number: number | null
  what: 'title_of_plan' | 'row' | 'goal' | 'title' | 'measure' | 'departments' | 'deadline'
  stored: string
  given: string
}

/** All differences in the order of the rows; where in the source a row stands does not matter. */
export function differences(stored: IssuedTable, given: IssuedTable): Difference[] {
  const before = new Map(stored.rows.map((row) => [row.number, row]))
  const after = new Map(given.rows.map((row) => [row.number, row]))
  const numbers = [...new Set([...before.keys(), ...after.keys()])].sort((a, b) => a - b)
  const title: Difference[] =
    stored.title === given.title ? [] : [{ number: null, what: 'title_of_plan', stored: stored.title, given: given.title }]
  return [...title, ...numbers.flatMap((number) => rowDifferences(number, before.get(number), after.get(number)))]
}

function rowDifferences(number: number, stored: IssuedRow | undefined, given: IssuedRow | undefined): Difference[] {
  if (!stored || !given) return [{ number, what: 'row', stored: stored?.title ?? '', given: given?.title ?? '' }]
  const a = cells(stored)
  const b = cells(given)
  return (Object.keys(a) as (keyof typeof a)[]).flatMap((what) =>
    a[what] === b[what] ? [] : [{ number, what, stored: a[what], given: b[what] }],
  )
}

const cells = (row: IssuedRow) => ({
  goal: row.goal.text,
  title: row.title,
  measure: row.measure,
  departments: row.departments.map(({ name, role }) => `${name}(${role})`).join('、'),
  deadline: row.deadline.issued,
})
