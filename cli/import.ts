import { readFile, stat } from 'node:fs/promises'
import { basename } from 'node:path'
import { type Command, type CommandContext, UsageError } from '@/cli/command'
import { changePlan, planPreview } from '@/cli/import-change'
import { type ImportOptions, importOptions, mappedColumns, USAGE } from '@/cli/import-options'
import { importJson, sayDifferences, sayDoubts, sayUnread, type Unread, unreadJson } from '@/cli/import-report'
import { MANCHENG } from '@/cli/issued-plans'
import { now, today } from '@/clock'
import type { Database } from '@/db/client'
import { importPlan, type NewPlan, type TableToImport } from '@/db/commands/import-plan'
import { differences } from '@/db/commands/table-differences'
import { currentPlan } from '@/db/queries/current-plan'
import { knownNames } from '@/db/queries/known-names'
import { plansCalled, presentTable } from '@/db/queries/stored-table'
import { issuedTextTable } from '@/documents/read/issued-text'
import { SOURCE_MAX_BYTES } from '@/documents/read/limits'
import { recognise } from '@/documents/read/recognise'
import { refusalText } from '@/documents/read/refusal-text'
import { rememberedChoices, withOwn } from '@/documents/read/remembered-choices'
import { type Choices, issuedTableOf, type KnownNames, type Recognition } from '@/documents/recognition'
import type { FileRefusal, SourceDocument } from '@/documents/source-document'
import type { PlanLayout } from '@/domain/plan-layout'
import { numberOfPlan } from '@/exports/plan-by-name'
import english from '@/messages/en.json'
import chinese from '@/messages/zh-CN.json'
import { readUpload } from '@/workers/read-upload'

type Say = CommandContext['say']
type Table = TableToImport & { layout?: PlanLayout; aliases?: Readonly<Record<string, string>> }

/**
 * `ledger import`: an issued table becomes a new plan, or changes one by a document; refused as a whole where anything needs a decision.
 * Without `--plan` it is a new one unless there is one of its title: the same table again changes nothing.
 */
export const importCommand: Command = async (args, context) => {
  const options = importOptions(args)
  const { say, put } = context
  const refuse = (unread: Unread): 1 => {
    if (options.json) put(unreadJson(unread))
    return sayUnread(unread, say)
  }
  const document = await readDocument(options.file)
  if ('refused' in document) return refuse(document.refused)
  const missing = options['leave-out'].find((table) => table > document.tables.length)
  if (missing !== undefined) throw new UsageError(`--leave-out: 没有这张表 no such table: ${missing}`)
  const database = options['dry-run'] ? await context.databaseAsIs() : await context.database()
  const known = database ? await upToDate(knownNames(database.db)) : NONE_KNOWN
  const found = options.plan === undefined || options.plan === 'new' ? { planId: null } : await planCalled(database, options.plan)
  if ('refused' in found) return refuse(found.refused)
  const { planId } = found
  const read = await recogniseAs(document, options, known, database, planId)
  const issued = issuedTableOf(read)
  const table = issued && { ...issued, layout: read.layout, aliases: options.choices.departments ?? {} }
  const preview = table && database && planId !== null ? await planPreview(database, planId, table) : null
  if (options.json) put(importJson(document, read, preview?.changes))
  sayDoubts(read.doubts, say)
  if (!table) return 1
  if (preview && database) return changePlan(database, table, preview, options, say)
  if (options['dry-run'] || !database) return compare(database, table, options, say)
  const plan = await newPlan(database, table, options)
  if (plan.firstDay > today()) return sayFuture(plan.firstDay, say)
  return importTable(database, table, plan, say, { despiteSameTitle: options.plan === 'new' })
}

function sayFuture(firstDay: string, say: Say): 1 {
  say(`清单起始日不能晚于今天 The first day may not lie after today: ${firstDay}`)
  return 1
}

const NONE_KNOWN: KnownNames = { departments: [], aliases: {} }

/** The tables in a file, read in a process of its own as an upload is, within the same limits; or why not. */
async function readDocument(file: string): Promise<SourceDocument | { refused: Unread }> {
  let bytes: Uint8Array
  try {
    if ((await stat(file)).size > SOURCE_MAX_BYTES) return unread({ refused: 'too-large' })
    bytes = await readFile(file)
  } catch (error) {
    const why = `${file}: ${(error as NodeJS.ErrnoException).code ?? error}`
    return { refused: { code: 'unreadable', text: { 'zh-CN': `读不了文件 ${why}`, en: `Cannot read ${why}` } } }
  }
  const read = await readUpload(bytes, basename(file))
  return 'refused' in read ? unread(read) : read
}

const unread = (refusal: FileRefusal): { refused: Unread } => ({
  refused: { code: refusal.refused, text: { 'zh-CN': refusalText(refusal, 'zh-CN'), en: refusalText(refusal, 'en') } },
})

/** Read again by what the plan that it is, or that has its title, was read by; and columns are named by the headings that were read. */
async function recogniseAs(
  document: SourceDocument,
  { choices, map, plan }: ImportOptions,
  known: KnownNames,
  database: Database | null,
  planId: string | null,
): Promise<Recognition> {
  const first = recognise(document, choices, known)
  const same = planId ?? (database && plan !== 'new' ? (await upToDate(plansCalled(database.db, first.title)))[0]?.id : null)
  const stored = same && database ? await presentTable(database.db, same) : null
  const all: Choices = stored ? withOwn(rememberedChoices(stored, first), choices) : choices
  const read = stored ? recognise(document, all, known) : first
  const columns = mappedColumns(map, read)
  return columns ? recognise(document, { ...all, columns }, known) : read
}

async function planCalled(database: Database | null, name: string): Promise<{ planId: string } | { refused: Unread }> {
  const plans = database ? ((await upToDate(currentPlan(database.db)))?.plans ?? []) : []
  const number = numberOfPlan(plans, name)
  const found = plans.find((plan) => plan.number === number)
  if (found) return { planId: found.id }
  const there = plans.map((plan) => `\n  ${plan.number} ${plan.title}`).join('')
  return { refused: { code: 'no-such-plan', text: { 'zh-CN': `没有这份清单，已有：${there}`, en: `No such plan; there are:${there}` } } }
}

/** What the file does not say of itself: known of the table that ships and of a plan of that title, to be told of any other. */
async function newPlan({ db }: Database, table: Table, { issuer, plan, 'first-day': firstDay }: ImportOptions): Promise<NewPlan> {
  if (issuer && firstDay) return { issuer, documentNumber: null, firstDay }
  const same = plan === 'new' ? undefined : (await currentPlan(db))?.plans.find(({ title }) => title === table.title)
  if (same) return { issuer: same.issuer, documentNumber: same.documentNumber, firstDay: same.firstDay }
  const shipped = issuedTextTable(await readFile(MANCHENG.file, 'utf8'))
  if (issuer || firstDay || differences(shipped, plainTable(table)).length > 0) throw new UsageError(USAGE)
  return MANCHENG.plan
}

/** The table in a file that needs no decision, or null after saying why not. */
export async function readTable(file: string, say: Say): Promise<Table | null> {
  const document = await readDocument(file)
  if ('refused' in document) {
    sayUnread(document.refused, say)
    return null
  }
  const read = recognise(document)
  sayDoubts(read.doubts, say)
  const table = issuedTableOf(read)
  return table && { ...table, layout: read.layout }
}

/** Says what importing would do; writes nothing. The exit code is the one that importing would have. */
async function compare(database: Database | null, table: Table, { plan, 'first-day': firstDay }: ImportOptions, say: Say): Promise<0 | 1> {
  if (firstDay !== undefined && firstDay > today()) return sayFuture(firstDay, say)
  const duties = table.rows.reduce((sum, row) => sum + row.departments.length, 0)
  say(
    `读懂 ${table.rows.length} 项任务、${duties} 项职责，未写入。Understood ${table.rows.length} tasks and ${duties} duties; nothing was written.`,
  )
  const [same] = database && plan !== 'new' ? await upToDate(plansCalled(database.db, table.title)) : []
  const stored = same && database && (await presentTable(database.db, same.id))
  if (!stored) return 0
  const differs = differences(stored.table, plainTable(table))
  if (differs.length === 0) sayUnchanged(table.rows.length, say)
  else sayDifferences(differs, say)
  return differs.length === 0 ? 0 : 1
}

// Comparing does not migrate.
const upToDate = <T>(query: Promise<T>): Promise<T> =>
  query.catch((error: unknown) => {
    throw new Error(NOT_UP_TO_DATE, { cause: error })
  })

const NOT_UP_TO_DATE =
  '数据库未初始化或版本较旧，请先运行 npm run launch。The database is not set up, or too old: npm run launch brings it up to date.'

/** Imports a table that was read, and says what came of it; the exit code. */
export async function importTable(
  database: Database,
  { layout, aliases, ...table }: Table,
  plan: NewPlan,
  say: Say,
  { despiteSameTitle = false } = {},
): Promise<0 | 1> {
  const outcome = await importPlan(database, table, plan, { today: today(), now: now() }, { layout, aliases, despiteSameTitle })
  if ('unchanged' in outcome) sayUnchanged(outcome.unchanged, say)
  else if ('imported' in outcome) say(`已导入 ${outcome.imported} 项任务。Imported ${outcome.imported} tasks.`)
  else if ('differs' in outcome) sayDifferences(outcome.differs, say)
  else say(outcome.refused === 'read-only' ? READ_ONLY : `${chinese.errors[outcome.refused]} ${english.errors[outcome.refused]}`)
  return 'refused' in outcome ? 1 : 0
}

export const READ_ONLY = '已设 LEDGER_TODAY，正式台账只读。LEDGER_TODAY is set: a real ledger is read-only.'

const plainTable = ({ title, rows }: TableToImport) => ({ title, rows: [...rows] })

const sayUnchanged = (tasks: number, say: Say): void =>
  say(`与现有清单相同，未作改动（${tasks} 项）。The same table again: nothing changed (${tasks} tasks).`)
