// What a person answers about an issued table, a form at a time.
import type { Choices } from '@/documents/recognition'

/** `null` takes an answer back. */
export type Answers = {
  title?: string
  leaveOut?: Choices['leaveOut']
  headerEnd?: Nullable<Choices['headerEnd']>
  columns?: Nullable<Choices['columns']>
  departments?: Nullable<Choices['departments']>
  cells?: Nullable<Choices['cells']>
  deadlines?: Nullable<Choices['deadlines']>
  acceptGaps?: boolean
  renumber?: boolean
}
type Nullable<T> = { [K in keyof NonNullable<T>]: NonNullable<T>[K] | null }

/** The choices with further answers; what an answer does not name stays as it was. */
export function withAnswers(choices: Choices, answers: Answers): Choices {
  const { title, leaveOut, acceptGaps, renumber } = answers
  const merged: Choices = {
    ...choices,
    ...(title !== undefined && { title }),
    ...(leaveOut !== undefined && { leaveOut }),
    ...(acceptGaps !== undefined && { acceptGaps }),
    ...(renumber !== undefined && { renumber }),
    headerEnd: merge(choices.headerEnd, answers.headerEnd),
    columns: merge(choices.columns, answers.columns),
    departments: merge(choices.departments, answers.departments),
    cells: merge(choices.cells, answers.cells),
    deadlines: merge(choices.deadlines, answers.deadlines),
  }
  return Object.fromEntries(Object.entries(merged).filter(([, value]) => value !== undefined && !isEmpty(value))) as Choices
}

function merge<T>(before: Record<string, T> | undefined, after: Record<string, T | null> | undefined): Record<string, T> | undefined {
  if (after === undefined) return before
  const entries = Object.entries({ ...before, ...after }).filter(([, value]) => value !== null)
  return Object.fromEntries(entries) as Record<string, T>
}

const isEmpty = (value: unknown): boolean =>
  value === '' ||
  value === false ||
  (Array.isArray(value) ? value.length === 0 : typeof value === 'object' && Object.keys(value as object).length === 0)

/** Departments that a person named, the lead first. */
export const splitNames = (text: string): string[] => text.split(/[\s、，,；;]+/).filter((name) => name !== '')
