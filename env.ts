// The sole reader of process.env. Every setting is parsed here once, with a clear error.
import { z } from 'zod'

const settings = z.object({
  DATA_DIR: z.string().min(1).default('data'),
  /** `postgres://…` chooses PostgreSQL; empty means SQLite in DATA_DIR. `pglite:` is PostgreSQL inside the process, for tests. */
  DATABASE_URL: z
    .string()
    .regex(/^(postgres(ql)?:\/\/.+|pglite:)$/)
    .optional(),
  /** Freezes the day for reading and demonstrations, YYYY-MM-DD. */
  LEDGER_TODAY: z
    .string()
    .regex(/^\d{4}-\d{2}-\d{2}$/)
    .optional(),
  /** Answers the number of queries so far on /health, for tests and benchmarks. */
  LEDGER_MEASURE: z.stringbool().default(false),
  NEXTAUTH_SECRET: z.string().min(32).optional(),
  NEXTAUTH_URL: z.url().optional(),
  PASSWORD_MIN_LENGTH: z.coerce.number().int().min(8).max(64).default(10),
  /** How many of: lower case, upper case, digits, other characters. */
  PASSWORD_CLASSES: z.coerce.number().int().min(1).max(4).default(2),
  SESSION_IDLE_MINUTES: z.coerce.number().int().min(1).default(60),
  SESSION_HOURS: z.coerce.number().int().min(1).default(12),
})

export const env = parse()

function parse(): z.infer<typeof settings> {
  const present = Object.fromEntries(Object.entries(process.env).filter(([, value]) => value !== ''))
  const result = settings.safeParse(present)
  if (!result.success) throw new Error(`Settings in the environment are not usable:\n${z.prettifyError(result.error)}`)
  if (result.data.DATABASE_URL === 'pglite:' && process.env.NODE_ENV !== 'test')
    throw new Error('DATABASE_URL=pglite: is a database in memory, for tests only: nothing in it would outlive the process')
  return result.data
}
