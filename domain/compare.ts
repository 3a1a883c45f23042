// What changed between two views of the same tasks: two days, or one day as it was known then and as it is known now (issue, point 7).

import type { Day } from '@/domain/calendar'
import { isOpen } from '@/domain/course'
import type { Amendments } from '@/domain/events'
import { BASES, type Basis, LIGHTS, type Light, type State } from '@/domain/words'

/** A task as it stood in one of the two views. */
export type ComparedRow = {
  number: number
  title: string
  state: State
  light: Light
  /** Whole per cent. */
  progress: number
  /** The deadline in force. */
  approvedDueOn: Day | null
  overdue: Record<Basis, boolean>
  extensions: number
  leadId: string
  /** In the order of the plan. */
  cooperatingIds: readonly string[]
}

/** Counts of one view. `lights` exclude each other and sum to `total`. */
export type ComparedFigures = {
  total: number
  lights: Record<Light, number>
  open: number
  overdue: Record<Basis, number>
  extended: number
}

export type Wording = keyof Amendments
export type Change =
  | { of: 'state'; from: State; to: State }
  | { of: 'light'; from: Light; to: Light }
  | { of: 'progress'; from: number; to: number }
  | { of: 'deadline'; from: Day | null; to: Day | null }
  | { of: 'overdue'; basis: Basis; to: boolean }
  | { of: 'lead'; from: string; to: string }
  | { of: 'cooperating'; joined: readonly string[]; left: readonly string[] }
  | { of: 'wording'; fields: readonly Wording[] }

/** What kind of change a task has undergone: conditions by themselves, a task may meet several. The weightiest first. */
export const CHANGE_KINDS = [
  'newly_overdue',
  'overdue_lifted',
  'closed',
  'reopened',
  'withdrawn',
  'claimed',
  'unclaimed',
  'added',
  'gone',
  'deadline',
  'departments',
  'wording',
  'progress_up',
  'progress_down',
  'light',
] as const
export type ChangeKind = (typeof CHANGE_KINDS)[number]

/** `kinds` in the order of CHANGE_KINDS, at least one; `changes` none where the task stood in one view only. */
export type ChangedTask = {
  number: number
  title: string
  before: ComparedRow | null
  after: ComparedRow | null
  kinds: readonly ChangeKind[]
  changes: readonly Change[]
}
export type Comparison = {
  figures: { before: ComparedFigures; after: ComparedFigures }
  /** By number. */
  changed: readonly ChangedTask[]
  kinds: Record<ChangeKind, number>
  unchanged: number
}

/**
 * `amended`: what documents said anew in between, by the task's number. With `leadId` the figures count what that department led in either
 * view, and rows that it led in neither are left out.
 */
export function comparison(
  before: readonly ComparedRow[],
  after: readonly ComparedRow[],
  amended: ReadonlyMap<number, readonly Wording[]> = new Map(),
  leadId?: string,
): Comparison {
  const led = (row: ComparedRow | null) => leadId === undefined || row?.leadId === leadId
  const then = new Map(before.map((row) => [row.number, row]))
  const now = new Map(after.map((row) => [row.number, row]))
  const numbers = [...new Set([...then.keys(), ...now.keys()])]
    .filter((number) => led(then.get(number) ?? null) || led(now.get(number) ?? null))
    .sort((a, b) => a - b)
  const changed = numbers.flatMap((number) => changedTask(then.get(number) ?? null, now.get(number) ?? null, amended.get(number) ?? []))
  const count = (kind: ChangeKind) => changed.filter(({ kinds }) => kinds.includes(kind)).length
  return {
    figures: { before: figuresOf(before.filter(led)), after: figuresOf(after.filter(led)) },
    changed,
    kinds: Object.fromEntries(CHANGE_KINDS.map((kind) => [kind, count(kind)])) as Comparison['kinds'],
    unchanged: numbers.length - changed.length,
  }
}

function changedTask(before: ComparedRow | null, after: ComparedRow | null, fields: readonly Wording[]): ChangedTask[] {
  const row = after ?? before
  if (!row) return []
  const changes = before && after ? changesBetween(before, after, fields) : []
  const kinds = CHANGE_KINDS.filter((kind) => isOfKind(kind, before, after, changes))
  return kinds.length === 0 ? [] : [{ number: row.number, title: row.title, before, after, kinds, changes }]
}

function changesBetween(before: ComparedRow, after: ComparedRow, fields: readonly Wording[]): Change[] {
  const joined = after.cooperatingIds.filter((id) => !before.cooperatingIds.includes(id))
  const left = before.cooperatingIds.filter((id) => !after.cooperatingIds.includes(id))
  return [
    ...(before.state === after.state ? [] : [{ of: 'state', from: before.state, to: after.state } as const]),
    ...BASES.flatMap((basis) =>
      before.overdue[basis] === after.overdue[basis] ? [] : [{ of: 'overdue', basis, to: after.overdue[basis] } as const],
    ),
    ...(before.approvedDueOn === after.approvedDueOn
      ? []
      : [{ of: 'deadline', from: before.approvedDueOn, to: after.approvedDueOn } as const]),
    ...(before.leadId === after.leadId ? [] : [{ of: 'lead', from: before.leadId, to: after.leadId } as const]),
    ...(joined.length + left.length === 0 ? [] : [{ of: 'cooperating', joined, left } as const]),
    ...(fields.length === 0 ? [] : [{ of: 'wording', fields } as const]),
    ...(before.progress === after.progress ? [] : [{ of: 'progress', from: before.progress, to: after.progress } as const]),
    ...(before.light === after.light ? [] : [{ of: 'light', from: before.light, to: after.light } as const]),
  ]
}

function isOfKind(kind: ChangeKind, before: ComparedRow | null, after: ComparedRow | null, changes: readonly Change[]): boolean {
  if (kind === 'added') return before === null
  if (kind === 'gone') return after === null
  if (!before || !after) return false
  const has = (...of: Change['of'][]) => changes.some((change) => of.includes(change.of))
  const became = (state: State) => after.state === state && before.state !== state
  switch (kind) {
    case 'newly_overdue':
      return after.overdue.approved && !before.overdue.approved
    case 'overdue_lifted':
      return before.overdue.approved && !after.overdue.approved
    case 'closed':
    case 'withdrawn':
    case 'claimed':
      return became(kind)
    case 'reopened':
      return before.state === 'closed' && isOpen(after.state)
    case 'unclaimed':
      return before.state === 'claimed' && (after.state === 'in_progress' || after.state === 'not_started')
    case 'deadline':
    case 'wording':
    case 'light':
      return has(kind)
    case 'departments':
      return has('lead', 'cooperating')
    case 'progress_up':
      return after.progress > before.progress
    case 'progress_down':
      return after.progress < before.progress
  }
}

function figuresOf(rows: readonly ComparedRow[]): ComparedFigures {
  const count = (test: (row: ComparedRow) => boolean) => rows.reduce((sum, row) => (test(row) ? sum + 1 : sum), 0)
  return {
    total: rows.length,
    lights: Object.fromEntries(LIGHTS.map((light) => [light, count((row) => row.light === light)])) as Record<Light, number>,
    open: count(({ state }) => isOpen(state)),
    overdue: { approved: count(({ overdue }) => overdue.approved), issued: count(({ overdue }) => overdue.issued) },
    extended: count(({ extensions }) => extensions > 0),
  }
}
