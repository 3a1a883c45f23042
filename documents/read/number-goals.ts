import type { DoubtBook } from '@/documents/read/doubt-book'
import { readGoalHeading } from '@/documents/read/goal-heading'
import type { RawTask } from '@/documents/read/raw-tasks'
import { compact } from '@/documents/read/source-grid'
import type { Choices } from '@/documents/recognition'
import type { IssuedRow } from '@/domain/issued-table'

type Goal = IssuedRow['goal']

/** A heading that has another within it, as where parts have chapters: （一） begins anew in each part. */
const NESTED =
  /^(?:[一二三四五六七八九十]+、|第[一二三四五六七八九十]+(?:部分|章|篇)).*\s(?:[（(][一二三四五六七八九十]+[)）]|[一二三四五六七八九十]+、)/

/**
 * The goals by their texts. They keep the numbers of the list where these ascend one by one; where no goal has a number, or they begin anew
 * in each part, they are numbered in order, and that is said. A number missing or out of order must be settled.
 */
export function numberGoals(tasks: readonly RawTask[], isNamedByTitle: boolean, choices: Choices, doubts: DoubtBook): Map<string, Goal> {
  const firsts = new Map<string, RawTask>()
  for (const task of tasks) if (!firsts.has(goalKey(task))) firsts.set(goalKey(task), task)
  const goals = [...firsts].map(([key, task]) => ({ key, words: task.goal, read: readGoalHeading(task.goal.text) }))
  const beginsAnew = goals.some(({ read }, i) => i > 0 && read?.number === 1) || goals.some(({ words }) => NESTED.test(words.text))
  const inOrder = choices.renumber || isNamedByTitle || beginsAnew || goals.every(({ read }) => !read)

  const numbered = new Map<string, Goal>()
  let last = 0
  const [first] = goals
  if (first && inOrder && !isNamedByTitle && !choices.renumber && first.key !== '')
    doubts.say({
      at: first.words.at,
      column: 'goal',
      code: 'goal-unnumbered',
      blocking: false,
      values: { text: first.words.text, number: 1 },
    })
  for (const { key, words, read } of goals) {
    const { text, at } = words
    const expected = last + 1
    const say = (code: 'goal-missing' | 'goal-unnumbered' | 'goal-order', blocking = true) =>
      doubts.say({ at, column: 'goal', code, blocking, values: { text, expected, found: read?.number ?? '', number: expected } })
    if (key === '' && !isNamedByTitle) say('goal-missing')
    else if (!inOrder && !read) say('goal-unnumbered')
    else if (!inOrder && read && read.number !== expected) say('goal-order', !(choices.acceptGaps && read.number > expected))
    const isFree = read && read.number > last
    last = !inOrder && isFree ? read.number : key === '' && !isNamedByTitle ? last : expected
    numbered.set(key, { number: last, name: isNamedByTitle ? text : (read?.name ?? text), text })
  }
  return numbered
}

export const goalKey = ({ goal }: RawTask): string => compact(goal.text)
