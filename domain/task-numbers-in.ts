import { readTaskNumber } from '@/domain/task-number'

// 17, 2-17, 5-8, 2-5-8; the dashes and tildes that a keyboard or a document may give
const DASH = '(?:\\s*[-–—~至到]\\s*|\\s+to\\s+)'
const ITEM = new RegExp(`(\\d+)(?:${DASH}(\\d+))?(?:${DASH}(\\d+))?`, 'g')
const isDashed = (text: string): boolean => text.includes('-')

/**
 * The tasks that a text names, as people type them, each once: 3, 5-8, 2-17, 2-5-8 (from 2-5 to 2-8), 2-5～2-8. A range lies within one plan.
 * What reads both ways, such as 2-17, is a task of plan 2 if `plans` has one, and a range otherwise. Of more than `most` only so many.
 */
export function taskNumbersIn(given: string, plans: readonly number[], most: number): number[] {
  const found = new Set<number>()
  const text = given.normalize('NFKC').replace(/(\d+)-(\d+)(?:\s*[–—~至到]\s*|\s+to\s+)\1-(\d+)/g, '$1-$2-$3')
  for (const [item, a = '', b, c] of text.matchAll(ITEM)) {
    for (const number of numbersOf(item, a, b, c, plans, most)) if (found.size < most) found.add(number)
  }
  return [...found]
}

function numbersOf(
  item: string,
  a: string,
  b: string | undefined,
  c: string | undefined,
  plans: readonly number[],
  most: number,
): number[] {
  if (b === undefined) return range(1, a, a, most)
  if (c !== undefined) return range(Number(a), b, c, most)
  const isOfPlan = isDashed(item) && Number(a) > 1 && plans.includes(Number(a))
  return isOfPlan ? range(Number(a), b, b, most) : range(1, a, b, most)
}

/** Nothing for a range that goes backwards or what is no number of a task. */
function range(plan: number, first: string, last: string, most: number): number[] {
  const [from, to] = [first, last].map((row) => readTaskNumber(plan === 1 ? row : `${plan}-${row}`))
  if (from == null || to == null || to < from) return []
  return Array.from({ length: Math.min(to - from + 1, most) }, (_, index) => from + index)
}
