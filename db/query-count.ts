import type { Logger } from 'drizzle-orm'

let queries = 0

/** Counts every statement of this process; tests and benchmarks take the difference. */
export const countingLogger: Logger = { logQuery: () => void queries++ }
export const queryCount = (): number => queries
