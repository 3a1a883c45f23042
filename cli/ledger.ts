// The operator's commands: ledger import | export | accounts. stdout carries data only, stderr words.
import { accountsCommand } from '@/cli/accounts'
import { type Command, UsageError } from '@/cli/command'
import { exportCommand } from '@/cli/export'
import { importCommand } from '@/cli/import'
import { now } from '@/clock'
import { type Database, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'

const COMMANDS: Record<string, Command> = { import: importCommand, export: exportCommand, accounts: accountsCommand }
const USAGE = `npm run -s ledger -- import FILE [--dry-run]
npm run -s ledger -- export --format csv|xlsx|json [--list all|overdue] [--as-of YYYY-MM-DD] [--basis issued|approved] [--out FILE]
npm run -s ledger -- accounts list
npm run -s ledger -- accounts add --username NAME --role officer|supervisor|leader|administrator|auditor [--department NAME]
npm run -s ledger -- accounts reset USERNAME`

const say = (words: string): void => void process.stderr.write(`${words}\n`)

async function run([name = '', ...args]: string[]): Promise<number> {
  const command = COMMANDS[name]
  if (!command) {
    say(USAGE)
    return 2
  }
  const kept: { database?: Promise<Database> } = {}
  const database = (): Promise<Database> => {
    kept.database ??= openMigrated()
    return kept.database
  }
  try {
    return await command(args, { database, say, put: (data) => void process.stdout.write(data) })
  } catch (error) {
    if (!isUsage(error)) throw error
    say(`用法 Usage: ${error.message}`)
    return 2
  } finally {
    await (await kept.database)?.close()
  }
}

async function openMigrated(): Promise<Database> {
  const database = await openDatabase()
  await createLedger(database, 'real', now())
  return database
}

// node:util's parseArgs says so when it meets an option it does not know.
const isUsage = (error: unknown): error is Error =>
  error instanceof UsageError || (error instanceof TypeError && 'code' in error && String(error.code).startsWith('ERR_PARSE_ARGS'))

process.exitCode = await run(process.argv.slice(2)).catch((error: unknown) => {
  say(error instanceof Error ? error.message : String(error))
  return 1
})
