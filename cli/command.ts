import type { Database } from '@/db/client'

/** `say` writes words to stderr, `put` data to stdout. Databases are opened and closed by the caller of the command. */
export type CommandContext = {
  database: () => Promise<Database>
  /** The database as it stands, neither made nor migrated; null where there is none yet. */
  databaseAsIs: () => Promise<Database | null>
  say: (words: string) => void
  put: (data: string | Uint8Array) => void
}

/** Exit codes: 0 done, 1 refused or failed, 2 wrong usage. */
export type Command = (args: string[], context: CommandContext) => Promise<0 | 1 | 2>

/** Wrong usage: its message is the right one. */
export class UsageError extends Error {}
