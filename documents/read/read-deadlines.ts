import type { DoubtBook } from '@/documents/read/doubt-book'
import type { RawTask } from '@/documents/read/raw-tasks'
import { answerTo, type Choices } from '@/documents/recognition'
import { type Deadline, deadlineGuesses, readDeadline } from '@/domain/deadline'

export type ReadDeadline = { deadline: Deadline; unsettled: boolean }

/** Per task its deadline. A text in no known form stands for nothing until a person says what it means; its words stay as issued. */
export function readDeadlines(tasks: readonly RawTask[], numbers: readonly number[], choices: Choices, doubts: DoubtBook): ReadDeadline[] {
  const years = yearsOf(tasks)
  return tasks.map((task, i) => {
    const words = task.cells.deadline
    const text = words?.text ?? ''
    const issued = text.replace(/\s+/g, '')
    const meant = readDeadline(answerTo(choices.deadlines, text) ?? text)
    if (meant) return { deadline: { ...meant, issued: text === '' ? meant.issued : issued }, unsettled: false }
    const at = words?.at ?? task.at
    const code = text === '' ? 'deadline-empty' : 'deadline-unknown'
    const suggestions = deadlineGuesses(text, years)
    // a column that is missing was said once for all
    if (words) doubts.sayOnce(text, { at, column: 'deadline', number: numbers[i], code, values: { text }, suggestions })
    return { deadline: { issued, precision: 'none', dueOn: null }, unsettled: true }
  })
}

/** The years that the list's own deadlines fall in, the commonest first. */
function yearsOf(tasks: readonly RawTask[]): number[] {
  const times = new Map<number, number>()
  for (const { cells } of tasks) {
    const year = Number(readDeadline(cells.deadline?.text ?? '')?.dueOn?.slice(0, 4))
    if (year) times.set(year, (times.get(year) ?? 0) + 1)
  }
  return [...times].toSorted(([, a], [, b]) => b - a).map(([year]) => year)
}
