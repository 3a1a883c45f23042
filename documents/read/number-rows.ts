import type { DoubtBook } from '@/documents/read/doubt-book'
import { goalKey } from '@/documents/read/number-goals'
import type { RawTask } from '@/documents/read/raw-tasks'
import { compact } from '@/documents/read/source-grid'
import type { Choices } from '@/documents/recognition'
import { ROWS_AT_MOST } from '@/domain/task-number'

/**
 * The numbers of the tasks, in their order. Rows keep the numbers of the list. Numbered in order, and said so, are lists without numbers,
 * numbers that begin anew with a table or a goal, and one number merged over several rows. A number twice or out of order must be
 * settled, and so must a gap.
 */
export function numberRows(tasks: readonly RawTask[], choices: Choices, doubts: DoubtBook): number[] {
  const inOrder = tasks.map((_, i) => i + 1)
  if (choices.renumber) return inOrder
  if (tasks.every(({ cells }) => (cells.number?.text ?? '') === '')) {
    if (tasks.length > 0)
      doubts.say({ at: null, column: 'number', code: 'number-missing', blocking: false, values: { last: tasks.length } })
    return inOrder
  }
  let above = 0
  let isRenumbered = false
  const numbers = tasks.map((task, i) => {
    const before = tasks[i - 1]
    const words = task.cells.number
    const text = words?.text ?? ''
    const number = readNumber(text)
    const say = (code: 'number-missing' | 'number-unreadable' | 'number-twice' | 'number-order' | 'number-gap', blocking = true) =>
      doubts.say({
        at: words?.at ?? task.at,
        column: 'number',
        number: number ?? above + 1,
        code,
        blocking,
        values: { text, number: number ?? '', previous: above, expected: above + 1, renumbered: i + 1 },
      })
    const isMerged =
      before !== undefined &&
      words?.at.row !== task.at.row &&
      words?.at.row === before.cells.number?.at.row &&
      task.at.table === before.at.table
    const isAnew = number === 1 && before !== undefined && (task.at.table !== before.at.table || goalKey(task) !== goalKey(before))
    if (number === null) say(text === '' ? 'number-missing' : 'number-unreadable')
    else if (isMerged || isAnew) {
      if (!isRenumbered || isAnew) say('number-order', false)
      isRenumbered = true
      above = isAnew ? 0 : above
    } else if (number === above) say('number-twice')
    else if (number < above) say('number-order')
    else if (number > above + 1 + task.skippedAbove) say('number-gap', !choices.acceptGaps)
    const given = number ?? above + 1
    above = Math.max(given, above)
    return given
  })
  return isRenumbered ? inOrder : numbers
}

/** The number in a cell that holds nothing but a number, in half-width or full-width digits: 12, 12., （12）. */
export function readNumber(text: string): number | null {
  const digits = /^[(]?(\d{1,6})[)]?[.、]?$/.exec(compact(text))?.[1]
  const number = Number(digits)
  return digits !== undefined && number >= 1 && number <= ROWS_AT_MOST ? number : null
}
