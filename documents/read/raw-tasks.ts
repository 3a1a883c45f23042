// The rows of all tables as one list of tasks, each with the words of its cells: what a merged cell covers has its words, and a blank goal
// or title takes what stands above it. Blank departments, measures and deadlines take nothing.
import { errorIn } from '@/documents/read/cell-error'
import type { DoubtBook } from '@/documents/read/doubt-book'
import { captionIn } from '@/documents/read/find-title'
import { headingForm } from '@/documents/read/goal-heading'
import { sortRows } from '@/documents/read/sort-rows'
import { compact, textOf } from '@/documents/read/source-grid'
import type { UnderstoodTable } from '@/documents/read/understand-tables'
import type { RecognisedTable, SourcePosition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { ColumnRole, PlanLayout } from '@/domain/plan-layout'

/** What a cell says: its lines, and where it begins, which for a merged cell is in a row above. */
export type Words = { lines: string[]; text: string; at: SourcePosition }

export type RawTask = {
  at: SourcePosition
  /** Its goal's whole text; empty where none is known. */
  goal: Words
  /** Where the row says no goal of its own, but goes on with one above. */
  title: Words
  cells: Partial<Record<ColumnRole, Words>>
  /** Further columns, by their headings. */
  other: Record<string, string>
  /** How many rows between the task above and this one could not be read. */
  skippedAbove: number
}

export type RawTable = { tasks: RawTask[]; tables: RecognisedTable[]; goals: PlanLayout['goals']; below: string[]; counts: RowCounts }
/** `sourceRows`: rows below the headers that hold anything. */
export type RowCounts = { sourceRows: number; goalRows: number; notes: number; repeatedHeaders: number; notUnderstood: number }

/** `heading`: the row that names the goal, and whether a task stood below it. `outer`: the heading over it and others like it. */
type Above = { goal: Words | null; outer: string; title: Words | null; heading: { text: string; hasTasks: boolean } | null }

export function rawTasks(document: SourceDocument, understood: readonly UnderstoodTable[], planTitle: string, doubts: DoubtBook): RawTable {
  const included = understood.filter(({ leftOut }) => !leftOut)
  const hasGoalColumn = included.some(({ roles }) => roles.some(({ role }) => role === 'goal'))
  const captions = hasGoalColumn ? new Map<number, Words>() : captionsOf(document, included, planTitle)
  const tasks: RawTask[] = []
  const below: string[] = []
  const counts: RowCounts = { sourceRows: 0, goalRows: 0, notes: 0, repeatedHeaders: 0, notUnderstood: 0 }
  let skippedAbove = 0
  let above: Above = { goal: null, outer: '', title: null, heading: null }
  const tables = understood.map((table): RecognisedTable => {
    const { index, leftOut, header, headings, roles } = table
    const columns = headings.map(({ heading }, i) => ({ heading, role: roles[i]?.role ?? 'other', sure: roles[i]?.sure ?? false }))
    const otherRows: RecognisedTable['otherRows'] = []
    const recognised = { index, leftOut, header, columns, otherRows }
    if (leftOut) return recognised
    const caption = captions.get(index)
    if (caption) above = { goal: caption, outer: '', title: null, heading: null }
    for (const sorted of sortRows(table, document.kind)) {
      const { row, kind } = sorted
      const at = { table: index, row, column: 'column' in sorted ? sorted.column : 0 }
      if (kind !== 'blank') counts.sourceRows++
      if (kind === 'task') {
        sayErrors(table, row, doubts)
        const task = { ...readTask(table, row, above, hasGoalColumn, planTitle), skippedAbove }
        skippedAbove = 0
        above = {
          ...above,
          goal: task.goal.text === '' ? above.goal : task.goal,
          title: task.title,
          heading: above.heading && { ...above.heading, hasTasks: true },
        }
        tasks.push(task)
        continue
      }
      if (kind === 'goal') {
        counts.goalRows++
        sayError({ table: index, row, column: sorted.column }, 'goal', sorted.text, doubts)
        otherRows.push({ row, why: 'goal' })
        above = underHeading(above, { lines: [sorted.text], text: sorted.text, at }, hasGoalColumn)
      } else if (kind === 'not-understood') {
        counts.notUnderstood++
        skippedAbove++
        doubts.say({ at, number: sorted.number, code: 'row-not-understood', values: { found: sorted.found, expected: sorted.expected } })
      } else {
        otherRows.push({ row, why: kind })
        if (kind === 'note') {
          counts.notes++
          below.push(sorted.text)
        } else if (kind === 'repeated-header') counts.repeatedHeaders++
      }
    }
    return recognised
  })
  const hasGoalRows = tables.some(({ otherRows }) => otherRows.some(({ why }) => why === 'goal'))
  const goals = hasGoalColumn ? 'column' : hasGoalRows ? 'rows' : captions.size > 0 ? 'tables' : 'none'
  return { tasks, tables, goals, below, counts }
}

/** Of every column that is read: what a formula failed to say must not become a title, nor anything else. */
function sayErrors(table: UnderstoodTable, row: number, doubts: DoubtBook): void {
  table.roles.forEach(({ role }, column) => {
    if (role === 'ignored') return
    const { text, at } = wordsAt(table, row, column)
    sayError(at, role, text, doubts)
  })
}

function sayError(at: SourcePosition, column: ColumnRole, found: string, doubts: DoubtBook): void {
  const text = errorIn(found)
  if (text !== null) doubts.say({ at, column, code: 'cell-error', values: { text } })
}

/** A heading right below another stands within it, and so do those of its kind that follow: both name the goal. */
function underHeading({ outer, heading }: Above, found: Words, hasGoalColumn: boolean): Above {
  if (hasGoalColumn) return { goal: null, outer: found.text, title: null, heading: null }
  const isWithin = heading !== null && !heading.hasTasks
  const goesOn =
    outer !== '' && headingForm(found.text) === headingForm(heading?.text ?? '') && headingForm(found.text) !== headingForm(outer)
  const over = isWithin ? heading.text : goesOn ? outer : ''
  const goal = over === '' ? found : { ...found, text: `${over} ${found.text}` }
  return { goal, outer: over, title: null, heading: { text: found.text, hasTasks: false } }
}

/** What stands above each table and names its goal; the names of sheets, where they were named by a person. */
function captionsOf(document: SourceDocument, included: readonly UnderstoodTable[], planTitle: string): Map<number, Words> {
  const found = new Map<number, Words>()
  included.forEach(({ index, rowsAbove, header }, i) => {
    if (!header) return
    const text = captionIn([...(document.tables[index]?.above ?? []), ...rowsAbove], i === 0)
    if (text !== null && compact(text).replace(/\(续.*$/, '') !== compact(planTitle))
      found.set(index, { lines: [text], text, at: { table: index, row: 0, column: 0 } })
  })
  const names = included.map(({ index }) => document.tables[index]?.name ?? '')
  const areNamed =
    included.length > 1 && new Set(names).size > 1 && names.every((name) => name !== '' && !/^(?:sheet|工作表)\s*\d*$/i.test(name))
  if (found.size > 0 || !areNamed) return found
  return new Map(included.map(({ index }, i) => [index, { lines: [], text: names[i] ?? '', at: { table: index, row: 0, column: 0 } }]))
}

function readTask(
  table: UnderstoodTable,
  row: number,
  above: Above,
  hasGoalColumn: boolean,
  planTitle: string,
): Omit<RawTask, 'skippedAbove'> {
  const { index, roles, names } = table
  const at = { table: index, row, column: 0 }
  const cells: RawTask['cells'] = {}
  const other: Record<string, string> = {}
  roles.forEach(({ role }, column) => {
    if (role === 'ignored') return
    const words = wordsAt(table, row, column)
    if (role !== 'other') cells[role] ??= words
    else if (words.text !== '') other[names[column] ?? ''] = words.lines.join('\n')
  })
  const none: Words = { lines: [], text: '', at }
  const ownGoal = hasGoalColumn ? (cells.goal ?? none) : none
  const named = ownGoal.text !== '' && above.outer !== '' ? { ...ownGoal, text: `${above.outer} ${ownGoal.text}` } : ownGoal
  const goal = named.text === '' ? (above.goal ?? { ...none, text: hasGoalColumn ? '' : planTitle, at: ownGoal.at }) : named
  const isNewGoal = above.goal !== null && goal.text !== above.goal.text
  const ownTitle = cells.title ?? none
  const title = ownTitle.text === '' && !isNewGoal && above.title ? above.title : ownTitle
  return { at, goal, title, cells, other }
}

/** The words of the cell over this place; a header that reaches down is none. */
function wordsAt({ index, grid, header }: UnderstoodTable, row: number, column: number): Words {
  const cell = grid.at(row, column)
  if (!cell || cell.row <= (header?.[1] ?? -1)) return { lines: [], text: '', at: { table: index, row, column } }
  return { lines: cell.lines, text: textOf(cell.lines), at: { table: index, row: cell.row, column: cell.column } }
}
