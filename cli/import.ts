import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { z } from 'zod'
import { type Command, type CommandContext, UsageError } from '@/cli/command'
import { MANCHENG } from '@/cli/issued-plans'
import { now, today } from '@/clock'
import type { Database } from '@/db/client'
import { importPlan, type NewPlan } from '@/db/commands/import-plan'
import { type Difference, differences } from '@/db/commands/table-differences'
import { storedTable } from '@/db/queries/stored-table'
import { readIssuedTable } from '@/documents/read/issued-text-table'
import { problemText } from '@/documents/read/problem'
import { isDay } from '@/domain/calendar'
import type { IssuedTable } from '@/domain/issued-table'

type Say = CommandContext['say']

const USAGE = `ledger import FILE [--issuer NAME --first-day YYYY-MM-DD] [--dry-run]
除随附的清单外，须写明发文机关和清单起始日。Any table but the one that ships needs its issuer and its first day.`

const options = z.object({
  issuer: z.string().trim().min(1).optional(),
  'first-day': z.string().refine(isDay).optional(),
  'dry-run': z.boolean().default(false),
})

/** `ledger import`: an issued table, as text, becomes the plan; refused as a whole where anything is doubtful. */
export const importCommand: Command = async (args, { database, databaseAsIs, say }) => {
  const text = { type: 'string' } as const
  const { positionals, values } = parseArgs({
    args,
    allowPositionals: true,
    options: { issuer: text, 'first-day': text, 'dry-run': { type: 'boolean' } },
  })
  const [file] = positionals
  const parsed = options.safeParse(values)
  if (!file || positionals.length > 1 || !parsed.success) throw new UsageError(USAGE)
  const table = await readTable(file, say)
  if (!table) return 1
  const plan = await planOf(table, parsed.data.issuer, parsed.data['first-day'])
  if (plan.firstDay > today()) {
    say(`清单起始日不能晚于今天 The first day may not lie after today: ${plan.firstDay}`)
    return 1
  }
  return parsed.data['dry-run'] ? compare(await databaseAsIs(), table, say) : importTable(await database(), table, plan, say)
}

/** What the text does not say of itself: known of the table that ships, to be told of any other. */
async function planOf(table: IssuedTable, issuer: string | undefined, firstDay: string | undefined): Promise<NewPlan> {
  if (issuer && firstDay) return { issuer, documentNumber: null, firstDay }
  const shipped = readIssuedTable(await readFile(MANCHENG.file, 'utf8'))
  if (issuer || firstDay || 'unreadable' in shipped || differences(shipped.table, table).length > 0) throw new UsageError(USAGE)
  return MANCHENG.plan
}

/** The table in a file, or null after saying line by line why not. */
export async function readTable(file: string, say: Say): Promise<IssuedTable | null> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    say(`读不了文件 Cannot read ${file}: ${error.code ?? error.message}`)
    return null
  })
  if (text === null) return null
  const result = readIssuedTable(text)
  const problems = 'unreadable' in result ? [result.unreadable] : result.problems
  for (const problem of problems) say(`${problemText(problem, 'zh-CN')}\n  ${problemText(problem, 'en')}`)
  return 'unreadable' in result || problems.length > 0 ? null : result.table
}

/** Says what importing would do; writes nothing. The exit code is the one that importing would have. */
async function compare(database: Database | null, table: IssuedTable, say: Say): Promise<0 | 1> {
  const duties = table.rows.reduce((sum, row) => sum + row.departments.length, 0)
  say(
    `读懂 ${table.rows.length} 项任务、${duties} 项职责，未写入。Understood ${table.rows.length} tasks and ${duties} duties; nothing was written.`,
  )
  const stored =
    database &&
    (await storedTable(database.db).catch((error: unknown) => {
      throw new Error(NOT_UP_TO_DATE, { cause: error })
    }))
  if (!stored) return 0
  const differs = differences(stored, table)
  if (differs.length > 0) return refuse(differs, say)
  sayUnchanged(stored.rows.length, say)
  return 0
}

// Comparing does not migrate.
const NOT_UP_TO_DATE =
  '数据库未初始化或版本较旧，请先运行 npm run launch。The database is not set up, or too old: npm run launch brings it up to date.'

/** Imports a table that was read, and says what came of it; the exit code. */
export async function importTable(database: Database, table: IssuedTable, plan: NewPlan, say: Say): Promise<0 | 1> {
  const outcome = await importPlan(database, table, plan, { today: today(), now: now() })
  if ('differs' in outcome) return refuse(outcome.differs, say)
  if ('refused' in outcome) {
    say(READ_ONLY)
    return 1
  }
  if ('unchanged' in outcome) sayUnchanged(outcome.unchanged, say)
  else say(`已导入 ${outcome.imported} 项任务。Imported ${outcome.imported} tasks.`)
  return 0
}

export const READ_ONLY = '已设 LEDGER_TODAY，正式台账只读。LEDGER_TODAY is set: a real ledger is read-only.'

const sayUnchanged = (tasks: number, say: Say): void =>
  say(`与现有清单相同，未作改动（${tasks} 项）。The same table again: nothing changed (${tasks} tasks).`)

function refuse(differs: Difference[], say: Say): 1 {
  say(`与现有清单有 ${differs.length} 处不同，未导入。Not imported: ${differs.length} differences from the plan.`)
  for (const { number, what, stored, given } of differs) say(`  ${number ?? '—'} ${what}: “${stored}” → “${given}”`)
  return 1
}
