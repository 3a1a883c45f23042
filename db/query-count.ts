import type { Logger } from 'drizzle-orm'

// On globalThis, because a bundler may load this module once per route.
const kept = globalThis as { ledgerQueries?: number }

/** Counts every statement of this process; tests and benchmarks take the difference. */
export const countingLogger: Logger = {
  logQuery: () => {
    kept.ledgerQueries = queryCount() + 1
  },
}
export const queryCount = (): number => kept.ledgerQueries ?? 0
