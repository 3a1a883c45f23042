// What a table given anew changes of a plan (domain.md, rule 18): rows added, amended, handed to others and removed.
//
// Which row is which: a task keeps its number in the ledger for good, while a document may insert rows and count on. So rows that say the
// same (goal, title and measure; else title and measure; else the measure) are the same row, at first those of the same number; of the rest
// those that say much the same (domain/like-rows.ts), the likest first; of the rest those between the same two neighbours, one with one,
// several by their numbers, unless rows were inserted there. What is left was added, respectively removed.
import type { Deadline } from '@/domain/deadline'
import { sameDuties } from '@/domain/duty-changes'
import type { Amendments, Change } from '@/domain/events'
import type { IssuedRow, IssuedTable } from '@/domain/issued-table'
import { likeRows } from '@/domain/like-rows'
import { ROWS_AT_MOST } from '@/domain/task-number'

/** A plan's table as it stands by its documents. Rows carry the numbers of their tasks within the plan, and today's departments. */
export type PresentTable = {
  table: IssuedTable
  /** Numbers of withdrawn and of closed tasks. */
  withdrawn: ReadonlySet<number>
  closed: ReadonlySet<number>
}

type Duties = IssuedRow['departments']

/** A row that stays: `number` is the task's, `given` where the new table has it. */
export type ChangedRow = {
  number: number
  given: IssuedRow
  title: string
  amended: Amendments | null
  reassigned: Change<Duties> | null
}

/** `number` is the one that the task will get: the row's own where it is free, else the next after the plan's last. */
export type AddedRow = { number: number; row: IssuedRow }

export type PlanChanges = {
  added: AddedRow[]
  changed: ChangedRow[]
  removed: { number: number; title: string; departments: Duties }[]
  /** Closed tasks that the table does not name any more: they stay closed. */
  leftClosed: { number: number; title: string }[]
  /** Withdrawn tasks that the table names again: they stay withdrawn; a row that is taken up again must be added as a new one. */
  reappeared: { number: number; title: string; given: number }[]
  /** Rows that stand under another number in the table given than that of their tasks. */
  renumbered: { number: number; given: number }[]
  /** Rows of which nothing changes. */
  unchanged: number
}

/** Rows in the order of the table given, removed ones in that of the plan. Names of departments are compared as they are. */
export function planChanges(present: PresentTable, given: IssuedTable): PlanChanges {
  const { withdrawn, closed } = present
  const standing = present.table.rows.filter(({ number }) => !withdrawn.has(number))
  const gone = present.table.rows.filter(({ number }) => withdrawn.has(number))
  const { pairs, again } = matched(standing, gone, given.rows)
  const changes: PlanChanges = { added: [], changed: [], removed: [], leftClosed: [], reappeared: [], renumbered: [], unchanged: 0 }
  const withOther = given.rows.some(({ other }) => other !== undefined)
  const number = freeNumbers(present.table.rows)
  for (const row of given.rows) {
    const before = pairs.get(row)
    if (before) {
      sort(changes, before, row, withOther)
      continue
    }
    const old = again.get(row)
    if (old) changes.reappeared.push({ number: old.number, title: old.title, given: row.number })
    else changes.added.push({ number: number(row.number), row })
  }
  const kept = new Set(pairs.values())
  for (const row of standing) {
    if (kept.has(row)) continue
    if (closed.has(row.number)) changes.leftClosed.push({ number: row.number, title: row.title })
    else changes.removed.push({ number: row.number, title: row.title, departments: row.departments })
  }
  return changes
}

function sort(changes: PlanChanges, before: IssuedRow, row: IssuedRow, withOther: boolean): void {
  const amended = amendmentsOf(before, row, withOther)
  const reassigned = sameDuties(before.departments, row.departments) ? null : { from: before.departments, to: row.departments }
  if (amended || reassigned) changes.changed.push({ number: before.number, given: row, title: before.title, amended, reassigned })
  else changes.unchanged++
  if (before.number !== row.number) changes.renumbered.push({ number: before.number, given: row.number })
}

/** What a row says otherwise than before, from and to; null if nothing. Departments are no wording. */
export function amendmentsOf(before: IssuedRow, row: IssuedRow, withOther: boolean): Amendments | null {
  const { number, text } = before.goal
  const changes: Amendments = {}
  if (number !== row.goal.number || text !== row.goal.text)
    changes.goal = { from: { number, text }, to: { number: row.goal.number, text: row.goal.text } }
  if (before.title !== row.title) changes.title = { from: before.title, to: row.title }
  if (before.measure !== row.measure) changes.measure = { from: before.measure, to: row.measure }
  if (!sameDeadline(before.deadline, row.deadline)) changes.deadline = { from: before.deadline, to: row.deadline }
  const [from, to] = [before.other ?? {}, row.other ?? {}]
  if (withOther && inOrder(from) !== inOrder(to)) changes.other = { from, to }
  return Object.keys(changes).length > 0 ? changes : null
}

// "2022年12月" and "2022年底" are the same deadline: saying it otherwise must not undo an extension.
export const sameDeadline = (a: Deadline, b: Deadline): boolean => a.dueOn === b.dueOn && a.precision === b.precision

const inOrder = (cells: Record<string, string>): string => JSON.stringify(Object.entries(cells).sort(([a], [b]) => (a < b ? -1 : 1)))

const byText = ({ title, measure }: IssuedRow): string => `${title}\n${measure}`
const byGoalAndText = (row: IssuedRow): string => `${row.goal.text}\n${byText(row)}`
const byMeasure = ({ measure }: IssuedRow): string => measure
const byNumber = ({ number }: IssuedRow): string => String(number)

type Pairs = Map<IssuedRow, IssuedRow>

/** Which present row each given one is, and which say what a withdrawn one said. */
function matched(present: readonly IssuedRow[], gone: readonly IssuedRow[], given: readonly IssuedRow[]): { pairs: Pairs; again: Pairs } {
  const pairs: Pairs = new Map()
  for (const key of [byGoalAndText, byText, byMeasure]) {
    pairAlike(pairs, present, given, (row) => `${byNumber(row)}\n${key(row)}`)
    pairAlike(pairs, present, given, key)
  }
  const again: Pairs = new Map()
  pairAlike(
    again,
    gone,
    given.filter((row) => !pairs.has(row)),
    byText,
  )
  const rest = given.filter((row) => !again.has(row))
  pairLike(pairs, present, rest)
  pairBetween(pairs, present, rest)
  return { pairs, again }
}

/** Pairs what is left on both sides and has the same key, in their order. */
function pairAlike(pairs: Pairs, present: readonly IssuedRow[], given: readonly IssuedRow[], key: (row: IssuedRow) => string): void {
  const taken = new Set(pairs.values())
  const offered = Map.groupBy(
    present.filter((row) => !taken.has(row)),
    key,
  )
  for (const row of given) {
    const before = pairs.has(row) ? undefined : offered.get(key(row))?.shift()
    if (before) pairs.set(row, before)
  }
}

/** Pairs what is left on both sides and says much the same. */
function pairLike(pairs: Pairs, present: readonly IssuedRow[], given: readonly IssuedRow[]): void {
  const taken = new Set(pairs.values())
  const left = present.filter((row) => !taken.has(row))
  const wanted = given.filter((row) => !pairs.has(row))
  for (const [row, before] of likeRows(wanted, left)) pairs.set(row, before)
}

/**
 * Pairs what is left between the same two rows: one with one, and several by their numbers, counted from the row above. Where more is left of
 * the table given, rows were inserted, and nobody can say which: none takes the history of another.
 */
function pairBetween(pairs: Pairs, present: readonly IssuedRow[], given: readonly IssuedRow[]): void {
  const taken = new Set(pairs.values())
  const offered = gapsIn(present, (row) => (taken.has(row) ? row : undefined))
  for (const [key, wanted] of gapsIn(given, (row) => pairs.get(row))) {
    const before = offered.get(key)
    if (!before || wanted.rows.length > before.rows.length) continue
    const isAlone = before.rows.length === 1 && wanted.above !== undefined && !wanted.isLast
    const bySteps = new Map(before.rows.map((row) => [row.number - (before.above?.number ?? 0), row]))
    for (const row of wanted.rows) {
      const same = isAlone ? before.rows[0] : bySteps.get(row.number - (wanted.above?.number ?? 0))
      if (same) pairs.set(row, same)
    }
  }
}

type Gap = { above: IssuedRow | undefined; rows: IssuedRow[]; isLast: boolean }

/** The rows that are not paired, by the present numbers of the two between which they stand. */
function gapsIn(rows: readonly IssuedRow[], pairOf: (row: IssuedRow) => IssuedRow | undefined): Map<string, Gap> {
  const gaps = new Map<string, Gap>()
  let above: IssuedRow | undefined
  let within: IssuedRow[] = []
  const close = (below: IssuedRow | undefined): void => {
    const key = [above && pairOf(above), below && pairOf(below)].map((row) => row?.number ?? '').join(' ')
    if (within.length > 0) gaps.set(key, { above, rows: within, isLast: below === undefined })
    within = []
    above = below
  }
  for (const row of rows) {
    if (pairOf(row)) close(row)
    else within.push(row)
  }
  close(undefined)
  return gaps
}

function freeNumbers(rows: readonly IssuedRow[]): (wanted: number) => number {
  const taken = new Set(rows.map(({ number }) => number))
  let last = rows.reduce((most, { number }) => Math.max(most, number), 0)
  return (wanted) => {
    const number = taken.has(wanted) || wanted < 1 || wanted > ROWS_AT_MOST ? last + 1 : wanted
    taken.add(number)
    last = Math.max(last, number)
    return number
  }
}
