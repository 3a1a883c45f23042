// From tables of cells to an issued table: which tables hold tasks, what their columns are, which rows are tasks, and what each cell says.
// Nothing is guessed: what cannot be read is a doubt that a person settles by a choice, after which the document is read again.
import { errorIn } from '@/documents/read/cell-error'
import { type DoubtBook, doubtBook, linesIn } from '@/documents/read/doubt-book'
import { captionIn, titleIn } from '@/documents/read/find-title'
import { goalKey, numberGoals } from '@/documents/read/number-goals'
import { numberRows } from '@/documents/read/number-rows'
import { proofOf } from '@/documents/read/proof'
import { type RawTask, rawTasks, type Words } from '@/documents/read/raw-tasks'
import { readDeadlines } from '@/documents/read/read-deadlines'
import { readDepartments } from '@/documents/read/read-departments'
import { linesAbove, readLayout } from '@/documents/read/read-layout'
import { type UnderstoodTable, understandTables } from '@/documents/read/understand-tables'
import { type Choices, COLUMNS, type ColumnName, type KnownNames, type RecognisedRow, type Recognition } from '@/documents/recognition'
import type { SourceDocument } from '@/documents/source-document'
import type { ColumnRole } from '@/domain/plan-layout'

/** Reads a document by what a person chose so far. `known`: the departments of the ledger, none before its first plan. */
export function recognise(document: SourceDocument, choices: Choices = {}, known: KnownNames = NONE_KNOWN): Recognition {
  const doubts = doubtBook(document)
  const tables = understandTables(document, choices, doubts)
  const title = titleOf(document, tables, choices)
  if (title === '' && tables.some(({ leftOut }) => !leftOut)) doubts.say({ at: null, code: 'title-missing' })
  const raw = rawTasks(document, tables, title, doubts)
  const { tasks } = raw
  if (tasks.length === 0 && tables.some(({ leftOut }) => !leftOut)) doubts.say({ at: null, code: 'no-rows' })
  const numbers = numberRows(tasks, choices, doubts)
  const goals = numberGoals(tasks, raw.goals === 'none', choices, doubts)
  const duties = readDepartments(tasks, numbers, known, choices, doubts)
  const deadlines = readDeadlines(tasks, numbers, choices, doubts)
  const lineOf = linesIn(document)
  const rows = tasks.map((task, i): RecognisedRow => {
    const number = numbers[i] ?? i + 1
    const text = task.cells.measure
    sayBlanks(task, number, doubts)
    const unsettled: ColumnRole[] = []
    if (task.title.text === '') unsettled.push('title')
    if (text?.text === '') unsettled.push('measure')
    if (duties[i]?.unsettled) unsettled.push('departments')
    if (deadlines[i]?.unsettled) unsettled.push('deadline')
    return {
      number,
      goal: goals.get(goalKey(task)) ?? { number: 0, name: '', text: '' },
      title: task.title.text,
      measure: text?.text ?? '',
      departments: duties[i]?.departments ?? [],
      deadline: deadlines[i]?.deadline ?? { issued: '', precision: 'none', dueOn: null },
      line: lineOf(task.cells.number?.at ?? task.at),
      cellLines: cellLines(task, lineOf),
      at: task.at,
      cells: Object.fromEntries(Object.entries({ ...task.cells, title: task.title, goal: task.goal }).map(([role, { at }]) => [role, at])),
      ...(Object.keys(task.other).length > 0 && { other: task.other }),
      ...contactsOf(task),
      ...(unsettled.length > 0 && { unsettled }),
    }
  })
  return {
    kind: document.kind,
    title,
    tables: raw.tables,
    rows,
    doubts: doubts.all(),
    proof: proofOf(
      rows,
      duties,
      raw,
      tasks.map(({ cells }) => cells.deadline?.text ?? ''),
    ),
    layout: readLayout(document, tables, title, raw.goals, raw.below),
  }
}

const NONE_KNOWN: KnownNames = { departments: [], aliases: {} }

function titleOf(document: SourceDocument, tables: readonly UnderstoodTable[], choices: Choices): string {
  if (choices.title !== undefined && choices.title.trim() !== '') return choices.title.trim()
  const first = tables.find(({ leftOut }) => !leftOut)
  if (!first) return ''
  const above = linesAbove(document, first).filter((line) => errorIn(line) === null)
  const caption = captionIn(above, true)
  return titleIn(caption === null ? above : above.slice(0, above.lastIndexOf(caption))) || titleIn(above)
}

/** A title blank under a new goal, and a blank measure, take nothing from above; the rows merged below it are not said again. */
function sayBlanks({ title, cells, at }: RawTask, number: number, doubts: DoubtBook): void {
  const isOwn = title.at.row === at.row && title.at.table === at.table
  if (title.text === '' && isOwn) doubts.say({ at: title.at, column: 'title', number, code: 'title-empty' })
  if (cells.measure?.text === '') doubts.say({ at: cells.measure.at, column: 'measure', number, code: 'measure-empty' })
}

function cellLines(task: RawTask, lineOf: ReturnType<typeof linesIn>): Record<ColumnName, number> {
  const words: Partial<Record<ColumnName, Words>> = { ...task.cells, goal: task.goal, title: task.title }
  words.departments ??= task.cells.lead
  return Object.fromEntries(COLUMNS.map((column) => [column, lineOf(words[column]?.at ?? task.at)])) as Record<ColumnName, number>
}

function contactsOf({ cells: { office, contact, phone, leader_in_charge: leader } }: RawTask): Pick<RecognisedRow, 'contacts'> {
  if (!office && !contact && !phone && !leader) return {}
  const text = (words: Words | undefined) => words?.text ?? ''
  return { contacts: { office: text(office), contact: text(contact), phone: text(phone), leaderInCharge: text(leader) } }
}
