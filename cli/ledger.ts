// The operator's commands: ledger import | export | accounts | sweep. stdout carries data only, stderr words.
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { accountsCommand } from '@/cli/accounts'
import { bulletinCommand } from '@/cli/bulletin'
import { type Command, type CommandContext, UsageError } from '@/cli/command'
import { exportCommand } from '@/cli/export'
import { importCommand } from '@/cli/import'
import { summaryCommand } from '@/cli/summary'
import { sweepCommand } from '@/cli/sweep'
import { verifyCommand } from '@/cli/verify'
import { realNow } from '@/clock'
import { type Database, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { env } from '@/env'

const COMMANDS: Record<string, Command> = {
  import: importCommand,
  export: exportCommand,
  accounts: accountsCommand,
  summary: summaryCommand,
  sweep: sweepCommand,
  bulletin: bulletinCommand,
  verify: verifyCommand,
}
const USAGE = `npm run -s ledger -- import FILE [--plan new|NAME] [--issuer NAME --first-day YYYY-MM-DD] [--title TITLE] [--dry-run] [--json]
                               [--map COLUMN=ROLE …] [--department ALIAS=NAME …] [--deadline TEXT=DEADLINE …]
                               [--accept-gaps] [--renumber] [--leave-out TABLE …]
                               [--document "TITLE|NUMBER|YYYY-MM-DD" --by USERNAME]
npm run -s ledger -- export --format docx|xlsx|csv|json [--plan NAME] [--layout issued|overdue] [--as-of YYYY-MM-DD]
                               [--known-on YYYY-MM-DD] [--basis issued|approved] [--out FILE]
npm run -s ledger -- summary --from YYYY-MM-DD --to YYYY-MM-DD --out FILE.docx [--plan NAME] [--department NAME] [--no-sources]
npm run -s ledger -- bulletin --as-of YYYY-MM-DD --out FILE.docx [--plan NAME] [--draft] [--basis issued|approved]
npm run -s ledger -- verify [--json]
npm run -s ledger -- accounts list
npm run -s ledger -- accounts add --username NAME --role officer|supervisor|leader|administrator|auditor [--department NAME]
npm run -s ledger -- accounts reset USERNAME
npm run -s ledger -- sweep [--json] [--digest]`

const say = (words: string): void => void process.stderr.write(`${words}\n`)

async function run([name = '', ...args]: string[]): Promise<number> {
  const command = COMMANDS[name]
  if (!command) {
    say(USAGE)
    return 2
  }
  const opened: Database[] = []
  const keep = (database: Database): Database => {
    opened.push(database)
    return database
  }
  const context: CommandContext = {
    database: async () => {
      const database = keep(await openDatabase())
      await createLedger(database, 'real', realNow())
      return database
    },
    databaseAsIs: async () => (isThere() ? keep(await openDatabase()) : null),
    say,
    put: (data) => void process.stdout.write(data),
  }
  try {
    return await command(args, context)
  } catch (error) {
    if (!isUsage(error)) throw error
    say(error instanceof UsageError ? `用法 Usage: ${error.message}` : `${error.message}\n${USAGE}`)
    return 2
  } finally {
    for (const database of opened) await database.close()
  }
}

const isThere = (): boolean => env.DATABASE_URL !== undefined || existsSync(join(env.DATA_DIR, 'ledger.db'))

// node:util's parseArgs says so when it meets an option it does not know.
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  return 1
})
