import { readFile } from 'node:fs/promises'
import { parseArgs } from 'node:util'
import { type Command, UsageError } from '@/cli/command'
import { MANCHENG } from '@/cli/issued-plans'
import { now, today } from '@/clock'
import type { Database } from '@/db/client'
import { importPlan } from '@/db/commands/import-plan'
import { readIssuedTable } from '@/documents/read/issued-text-table'
import { problemText } from '@/documents/read/problem'
import type { IssuedTable } from '@/domain/issued-table'

/** `ledger import FILE [--dry-run]`: an issued table, as text, becomes the plan; refused as a whole where anything is doubtful. */
export const importCommand: Command = async (args, { database, say }) => {
  const { positionals, values } = parseArgs({ args, allowPositionals: true, options: { 'dry-run': { type: 'boolean', default: false } } })
  const [file] = positionals
  if (!file || positionals.length > 1) throw new UsageError('ledger import FILE [--dry-run]')
  const table = await readTable(file, say)
  if (!table) return 1
  if (!values['dry-run']) return importTable(await database(), table, say)
  const duties = table.rows.reduce((sum, row) => sum + row.departments.length, 0)
  say(
    `读懂 ${table.rows.length} 项任务、${duties} 项职责，未写入。Understood ${table.rows.length} tasks and ${duties} duties; nothing was written.`,
  )
  return 0
}

/** The table in a file, or null after saying line by line why not. */
export async function readTable(file: string, say: (words: string) => void): Promise<IssuedTable | null> {
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

/** Imports a table that was read, and says what came of it; the exit code. */
export async function importTable(database: Database, table: IssuedTable, say: (words: string) => void): Promise<0 | 1> {
  const outcome = await importPlan(database, table, MANCHENG.plan, { today: today(), now: now() })
  if ('imported' in outcome) say(`已导入 ${outcome.imported} 项任务。Imported ${outcome.imported} tasks.`)
  else if ('unchanged' in outcome)
    say(`与现有清单相同，未作改动（${outcome.unchanged} 项）。The same table again: nothing changed (${outcome.unchanged} tasks).`)
  else if ('differs' in outcome) {
    say(`与现有清单有 ${outcome.differs.length} 处不同，未导入。Not imported: ${outcome.differs.length} differences from the plan.`)
    for (const { number, what, stored, given } of outcome.differs) say(`  ${number ?? '—'} ${what}: “${stored}” → “${given}”`)
    return 1
  } else {
    say('已设 LEDGER_TODAY，正式台账只读。LEDGER_TODAY is set: a real ledger is read-only.')
    return 1
  }
  return 0
}
