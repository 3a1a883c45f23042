// An issued table as it goes out again: its own columns in their order, cells merged as it was issued, and the state to the right. A pure
// grid of cells, which Word and Excel draw alike, so that both say the same (domain.md, rule 11).
import { type LedgerLabels, type LedgerRow, ledgerColumns } from '@/documents/write/ledger-columns'
import type { SheetColumn, SheetValue } from '@/documents/write/sheet'
import type { LayoutColumn, PlanLayout } from '@/domain/plan-layout'

export type Contacts = { office: string; contact: string; phone: string; leaderInCharge: string }

/** A row as of the day: `state.number` is the number in the issued table, `state.deadline.issued` the wording that held on that day. */
export type IssuedLayoutRow = { state: LedgerRow; contacts: Contacts; other: Readonly<Record<string, string>> }

/** `rows` and `columns` say how far it reaches to the right and down. */
export type GridCell = { value: SheetValue; rows: number; columns: number; colour?: string }
/** A cell is null where another one covers it. A row of a task that was withdrawn is struck through. */
export type GridRow = { kind: 'goal' | 'task'; struck: boolean; cells: (GridCell | null)[] }
/** `millimetres` as issued, null where the source did not say. In characters, of which a Han character takes two: what it takes, and the least. */
export type GridColumn = {
  heading: string
  /** The heading above this one and its neighbours of the same group; empty where there is none. */
  group: string
  align: 'left' | 'center'
  state: boolean
  millimetres: number | null
  characters: number
  least: number
}
/** `caption`: the goal that stands above a table of its own. */
export type IssuedGrid = { columns: GridColumn[]; tables: { caption: string | null; rows: GridRow[] }[] }
/** As GridRow's cells: null where another one covers it. */
export type HeaderRow = (GridCell | null)[]

/** The columns of the state, and their widths in characters. Light and state must be among them: by these two an exported file is known when it comes in again. */
const STATE = { deadlineApproved: 11, light: 9, state: 8, progress: 5, overdueDays: 6, completedOn: 11, lastReport: 20 } as const

/** The rows, in the order of the issued table, as cells of its layout. */
export function issuedGrid(rows: readonly IssuedLayoutRow[], layout: PlanLayout, labels: LedgerLabels): IssuedGrid {
  const states = stateColumns(labels)
  const columns = [...layout.columns.map(issuedColumn), ...states.map(stateColumn)]
  const drawn = (own: readonly IssuedLayoutRow[]) => own.map((row) => cellsOf(row, layout.columns, states))
  if (layout.goals !== 'rows' && layout.goals !== 'tables')
    return { columns, tables: [{ caption: null, rows: merged(rows, layout, drawn(rows)) }] }

  const groups = byGoal(rows).map((own) => ({ goal: own[0]?.state.goal ?? '', rows: merged(own, layout, drawn(own)) }))
  if (layout.goals === 'tables') return { columns, tables: groups.map((group) => ({ caption: group.goal, rows: group.rows })) }
  return { columns, tables: [{ caption: null, rows: groups.flatMap((group) => [goalRow(group.goal, columns.length), ...group.rows]) }] }
}

/** The same with a row for each goal in place of tables of their own: for a sheet, which is one table. */
export const inOneTable = (layout: PlanLayout): PlanLayout => (layout.goals === 'tables' ? { ...layout, goals: 'rows' } : layout)

/** One row of headings; two where columns have a group: neighbours share its cell, and a heading without one reaches down both rows. */
export function headerRows(columns: readonly GridColumn[]): HeaderRow[] {
  const headings = columns.map(({ heading }): GridCell => ({ value: heading, rows: 1, columns: 1 }))
  if (columns.every(({ group }) => group === '')) return [headings]
  const above = columns.map(({ heading, group }, i): GridCell | null => {
    if (group === '') return { value: heading, rows: 2, columns: 1 }
    if (columns[i - 1]?.group === group) return null
    const end = columns.findIndex((column, j) => j > i && column.group !== group)
    return { value: group, rows: 1, columns: (end < 0 ? columns.length : end) - i }
  })
  return [above, headings.map((heading, i) => (columns[i]?.group === '' ? null : heading))]
}

function stateColumns(labels: LedgerLabels): SheetColumn<LedgerRow>[] {
  const widths = new Map(Object.entries(STATE).map(([name, width]) => [labels.columns[name as keyof typeof STATE], width]))
  return ledgerColumns(labels).flatMap((column) => {
    const width = widths.get(column.heading)
    return width === undefined ? [] : [{ ...column, width }]
  })
}

const CENTRED: ReadonlySet<LayoutColumn['role']> = new Set(['number', 'departments', 'lead', 'cooperating', 'deadline', 'contact', 'phone'])
const CHARACTERS: Partial<Record<LayoutColumn['role'], number>> = {
  number: 5,
  measure: 42,
  departments: 21,
  goal: 14,
  title: 16,
  phone: 12,
}
const ANY_CHARACTERS = 14
/** A number of three figures; a month on one line. */
const LEAST: Partial<Record<LayoutColumn['role'], number>> = { number: 4, deadline: 12 }
const ANY_LEAST = 8

const issuedColumn = ({ role, heading, width, group = '' }: LayoutColumn): GridColumn => ({
  heading,
  group,
  align: CENTRED.has(role) ? 'center' : 'left',
  state: false,
  millimetres: width,
  characters: CHARACTERS[role] ?? ANY_CHARACTERS,
  least: LEAST[role] ?? ANY_LEAST,
})

const stateColumn = ({ heading, align = 'left', width }: SheetColumn<LedgerRow>): GridColumn => ({
  heading,
  group: '',
  align,
  state: true,
  millimetres: null,
  characters: width,
  least: 0,
})

function cellsOf(row: IssuedLayoutRow, columns: readonly LayoutColumn[], states: readonly SheetColumn<LedgerRow>[]): GridRow {
  const issued = columns.map((column): GridCell => ({ value: issuedValue(row, column), rows: 1, columns: 1 }))
  const state = states.map(({ value, colour }): GridCell => ({ value: value(row.state), rows: 1, columns: 1, colour: colour?.(row.state) }))
  return { kind: 'task', struck: row.state.state === 'withdrawn', cells: [...issued, ...state] }
}

function issuedValue({ state, contacts, other }: IssuedLayoutRow, { role, heading }: LayoutColumn): SheetValue {
  const named = (role: 'lead' | 'cooperating') => state.departments.filter((department) => department.role === role).map(({ name }) => name)
  switch (role) {
    case 'number':
      return state.number
    case 'goal':
      return state.goal
    case 'title':
      return state.title
    case 'measure':
      return state.measure
    case 'departments':
      return [...named('lead'), ...named('cooperating')].join('\n')
    case 'lead':
    case 'cooperating':
      return named(role).join('\n')
    case 'deadline':
      return state.deadline.issued
    case 'leader_in_charge':
      return contacts.leaderInCharge
    case 'office':
    case 'contact':
    case 'phone':
      return contacts[role]
    case 'other':
      return other[heading] ?? ''
  }
}

/** Neighbours with the same goal share its cell, and within it those with the same title theirs. */
function merged(rows: readonly IssuedLayoutRow[], { columns }: PlanLayout, drawn: GridRow[]): GridRow[] {
  const shares: Partial<Record<LayoutColumn['role'], (row: IssuedLayoutRow) => string>> = {
    goal: ({ state }) => state.goal,
    title: ({ state }) => `${state.goal}\n${state.title}`,
  }
  columns.forEach(({ role }, column) => {
    const share = shares[role]
    if (!share) return
    let top = 0
    for (let i = 1; i <= rows.length; i++) {
      const [first, here] = [rows[top], rows[i]]
      if (here && first && share(here) === share(first)) continue
      const cell = drawn[top]?.cells[column]
      if (cell) cell.rows = i - top
      for (const covered of drawn.slice(top + 1, i)) covered.cells[column] = null
      top = i
    }
  })
  return drawn
}

function byGoal(rows: readonly IssuedLayoutRow[]): IssuedLayoutRow[][] {
  const groups: IssuedLayoutRow[][] = []
  for (const row of rows) {
    const group = groups.at(-1)
    if (group?.[0]?.state.goal === row.state.goal) group.push(row)
    else groups.push([row])
  }
  return groups
}

const goalRow = (goal: string, columns: number): GridRow => ({
  kind: 'goal',
  struck: false,
  cells: [{ value: goal, rows: 1, columns }, ...Array.from({ length: columns - 1 }, () => null)],
})

/**
 * Whole widths that sum to `whole`: the columns of the state take what they need, the issued ones share the rest in the proportions in which
 * they were issued, none less than its least. All in the unit of `whole`; `padding` is the empty space of a cell.
 */
export function fittedWidths(columns: readonly GridColumn[], whole: number, perCharacter: number, padding: number): number[] {
  const takes = (characters: number) => characters * perCharacter + padding
  const sum = (widths: readonly number[]) => widths.reduce((total, width) => total + width, 0)
  const stated = columns.some(({ millimetres }) => millimetres !== null)
  const issued = columns.map(({ state, millimetres, characters }) => (state ? 0 : ((stated ? millimetres : null) ?? characters * 2)))
  const states = columns.map(({ state, characters }) => (state ? takes(characters) : 0))
  const ofState = Math.min(sum(states), whole * STATE_AT_MOST)
  const scale = (widths: readonly number[], room: number, i: number) => ((widths[i] ?? 0) * room) / Math.max(1, sum(widths))
  const widths = columns.map(({ state, least }, i) =>
    Math.floor(state ? scale(states, ofState, i) : Math.max(takes(least), scale(issued, whole - ofState, i))),
  )
  const widest = widths.indexOf(Math.max(...widths))
  const rest = whole - sum(widths)
  return widths.map((width, i) => (i === widest ? width + rest : width))
}

const STATE_AT_MOST = 0.5
