import { COLUMNS, type ColumnName, type IssuedRow, type IssuedTable } from '@/documents/issued-table'
import { readGoalHeading } from '@/documents/read/goal-heading'
import type { Problem } from '@/documents/read/problem'
import { departmentsSeen, splitDepartments } from '@/documents/read/split-departments'
import { type Cell, type CellsOfRow, cellText, readLayout, rowNumber } from '@/documents/read/table-cells'
import { readDeadline } from '@/domain/deadline'

export type IssuedReading = { table: IssuedTable; problems: Problem[] } | { unreadable: Problem }

type Filled<T> = { value: T; line: number }
type Above = { number: number; goal: Filled<IssuedRow['goal']> | null; title: Filled<string> | null }

/**
 * Reads an issued table from text whose cells are indented lines. Goal and title cells left blank by a vertical merge take the value
 * above. The first department named leads, the others cooperate. `knownDepartments` help to join names that are broken over lines.
 * Reading goes on after a problem, so that all are listed; a row with a problem is not among the rows, and a table with any problem
 * must not be imported. `unreadable`: there is no table to speak of.
 */
export function readIssuedTable(text: string, knownDepartments: readonly string[] = []): IssuedReading {
  const layout = readLayout(text)
  if ('unreadable' in layout) return layout
  const { title } = layout
  const problems: Problem[] = title === '' ? [{ line: 1, code: 'table-title-missing', values: {} }] : []
  const whole = layout.rows.filter((row) => Array.isArray(row))
  const known = new Set([...knownDepartments, ...departmentsSeen(whole.map((cells) => cells[4]))])

  const rows: IssuedRow[] = []
  let above: Above = { number: 0, goal: null, title: null }
  for (const cells of layout.rows) {
    if (!Array.isArray(cells)) {
      problems.push(cells)
      if (cells.code === 'cells-missing') above = { ...above, number: above.number + 1 }
      continue
    }
    const read = readRow(cells, above, known)
    above = read.above
    problems.push(...read.problems)
    if (read.problems.length === 0) rows.push(read.row)
  }
  return { table: { title, rows }, problems }
}

function readRow(cells: CellsOfRow, above: Above, known: ReadonlySet<string>): { row: IssuedRow; problems: Problem[]; above: Above } {
  const [numberCell, goalCell, titleCell, measureCell, departmentsCell, deadlineCell] = cells
  const problems: Problem[] = []
  const report = (cell: ColumnName, code: Problem['code'], values: Problem['values'] = {}) =>
    problems.push({ line: lineOf(cells[COLUMNS.indexOf(cell)] as Cell), cell, code, values })

  const number = rowNumber(numberCell) ?? above.number + 1
  if (rowNumber(numberCell) === null) report('number', 'number-unreadable', { text: cellText(numberCell) })
  else if (number === above.number) report('number', 'number-twice', { number })
  else if (number < above.number) report('number', 'number-order', { number, previous: above.number })
  else if (number > above.number + 1) report('number', 'number-gap', { number, expected: above.number + 1 })

  const goal = readGoal(goalCell, above.goal, report)
  const isNewGoal = goal.value.number !== above.goal?.value.number
  const titleText = cellText(titleCell)
  if (titleText === '' && (isNewGoal || !above.title)) report('title', 'title-missing')
  const title = titleText !== '' || isNewGoal || !above.title ? { value: titleText, line: lineOf(titleCell) } : above.title

  const measure = cellText(measureCell)
  if (measure === '') report('measure', 'measure-missing')

  const departments = splitDepartments(departmentsCell.parts, known)
  problems.push(...departments.problems)
  if (departments.names.length === 0) report('departments', 'departments-missing')

  const deadline = readDeadline(cellText(deadlineCell))
  if (!deadline) {
    const text = cellText(deadlineCell)
    report('deadline', text === '' ? 'deadline-missing' : 'deadline-unknown', { text })
  }

  const row: IssuedRow = {
    number,
    goal: goal.value,
    title: title.value,
    measure,
    departments: departments.names.map((name, i) => ({ name, role: i === 0 ? 'lead' : 'cooperating' })),
    deadline: deadline ?? { issued: '', precision: 'none', dueOn: null },
    line: numberCell.line,
    cellLines: {
      number: lineOf(numberCell),
      goal: goal.line,
      title: title.line,
      measure: lineOf(measureCell),
      departments: lineOf(departmentsCell),
      deadline: lineOf(deadlineCell),
    },
  }
  return { row, problems, above: { number: Math.max(number, above.number), goal, title } }
}

/** After a problem it goes on with a stand-in, so that one bad cell is not reported again for every row merged below it. */
function readGoal(
  cell: Cell,
  above: Above['goal'],
  report: (cell: ColumnName, code: Problem['code'], values?: Problem['values']) => void,
): Filled<IssuedRow['goal']> {
  const text = cellText(cell)
  const line = lineOf(cell)
  const expected = (above?.value.number ?? 0) + 1
  if (text === '') {
    if (!above) report('goal', 'goal-missing')
    return above ?? { value: { number: 0, name: '', text }, line }
  }
  const value = readGoalHeading(text)
  if (!value) {
    report('goal', 'goal-unreadable', { text })
    return { value: { number: expected, name: text, text }, line }
  }
  const isRepeated = value.number === above?.value.number && value.name === above.value.name
  if (isRepeated && above) return above
  if (value.number !== expected) report('goal', 'goal-order', { expected, found: value.number, text })
  return { value, line }
}

/** The line where a cell's text begins, or, if it is blank, the cell itself. */
function lineOf(cell: Cell): number {
  return cell.parts[0]?.line ?? cell.line
}
