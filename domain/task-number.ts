// A task's number in the ledger: that of the issued table, counted on from a million for each further plan, so that one whole number names a
// task, sorts by plan and then as issued, and is what it always was in the first plan. People see 17 in the first plan and 2-17 in the second.

// Goals are numbered in the same way.

/** How far the numbers of neighbouring plans lie apart. */
export const NUMBERS_PER_PLAN = 1_000_000

/** The most rows that one plan can have. */
export const ROWS_AT_MOST = NUMBERS_PER_PLAN - 1

/** The largest number that a task can have. */
export const TASK_NUMBER_MAX = 999 * NUMBERS_PER_PLAN - 1

/** `plan` counts from 1, `row` is the number in the issued table, from 1 to ROWS_AT_MOST. */
export const taskNumber = (plan: number, row: number): number => (plan - 1) * NUMBERS_PER_PLAN + row

export const planOf = (number: number): number => Math.floor(number / NUMBERS_PER_PLAN) + 1

/** The number in the issued table. */
export const rowOf = (number: number): number => number % NUMBERS_PER_PLAN

/** As people see it, and as addresses carry it: `17`, `2-17`. */
export const numberText = (number: number): string => (planOf(number) === 1 ? String(number) : `${planOf(number)}-${rowOf(number)}`)

/** Reads what `numberText` wrote; null for anything else. */
export function readTaskNumber(text: string): number | null {
  const match = /^(?:([1-9]\d{0,2})-)?([1-9]\d{0,5})$/.exec(text)
  return match ? taskNumber(Number(match[1] ?? 1), Number(match[2])) : null
}

/** The address of a task's page. */
export const taskPath = (number: number): string => `/tasks/${numberText(number)}`

/** The first and the last number that a plan's tasks can have, both inclusive. */
export const numbersOfPlan = (plan: number): [first: number, last: number] => [taskNumber(plan, 1), taskNumber(plan, ROWS_AT_MOST)]
