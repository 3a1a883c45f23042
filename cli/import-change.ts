import { type CommandContext, UsageError } from '@/cli/command'
import { type ImportOptions, USAGE } from '@/cli/import-options'
import { now, today } from '@/clock'
import type { Database } from '@/db/client'
import { type ChangePreview, changePlanByDocument, planChangePreview } from '@/db/commands/change-plan-by-document'
import type { TableToImport } from '@/db/commands/import-plan'
import { supervisorCalled } from '@/db/queries/supervisor'
import type { Viewer } from '@/domain/permissions'
import type { PlanChanges } from '@/domain/plan-changes'
import { numberText } from '@/domain/task-number'
import english from '@/messages/en.json'
import chinese from '@/messages/zh-CN.json'

type Say = CommandContext['say']

/** Who looks before anything is written. */
const OPERATOR: Viewer = { userId: '', username: '', role: 'supervisor', departmentId: null, departmentName: null, name: '', post: '' }

type TableOfPlan = TableToImport & { aliases: Readonly<Record<string, string>> }
export type PlanPreview = ChangePreview & { planId: string }

/** What the table would change of a plan that there is. */
export async function planPreview(database: Database, planId: string, table: TableOfPlan): Promise<PlanPreview> {
  const preview = await planChangePreview(database.db, OPERATOR, planId, table, table.aliases)
  if (!preview) throw new Error(`no plan ${planId}`)
  return { ...preview, planId }
}

/** Changes a plan by a document, in the name of a supervisor: rows added, amended, handed to others and removed. Tried dry, says what. */
export async function changePlan(
  database: Database,
  table: TableOfPlan,
  { planId, ...preview }: PlanPreview,
  { 'dry-run': dryRun, document, by }: ImportOptions,
  say: Say,
): Promise<0 | 1> {
  const { aliases } = table
  sayChanges(preview.changes, say)
  if (dryRun) return 0
  if (!document || !by) throw new UsageError(USAGE)
  const viewer = await supervisorCalled(database.db, by)
  if (!viewer) {
    say(`没有这个督查员账号。There is no such supervisor: ${by}`)
    return 1
  }
  const change = { planId, table, document, on: today(), stamp: preview.stamp }
  const outcome = await changePlanByDocument(database, viewer, change, { today: today(), now: now() }, { aliases })
  if (outcome === 'hidden') throw new Error(`no plan ${planId}`)
  if ('changed' in outcome) {
    say('已按文件改动清单。The plan was changed by the document.')
    return 0
  }
  if (outcome.refused === 'nothing-changed') {
    say(`${chinese.errors['nothing-changed']} ${english.errors['nothing-changed']}`)
    return 0
  }
  const at = outcome.number === undefined ? '' : `${numberText(outcome.number)} `
  say(`${at}${chinese.errors[outcome.refused]} ${english.errors[outcome.refused]}`)
  return 1
}

function sayChanges({ added, changed, removed, leftClosed, reappeared, unchanged }: PlanChanges, say: Say): void {
  say(`新增 ${added.length}，改动 ${changed.length}，撤销 ${removed.length}，不变 ${unchanged}。`)
  say(`${added.length} added, ${changed.length} changed, ${removed.length} withdrawn, ${unchanged} unchanged.`)
  for (const { number, row } of added) say(`  + ${number} ${row.title}`)
  for (const { number, title, amended, reassigned } of changed)
    say(`  ~ ${number} ${title}: ${[...Object.keys(amended ?? {}), ...(reassigned ? ['departments'] : [])].join(', ')}`)
  for (const { number, title } of removed) say(`  - ${number} ${title}`)
  for (const { number, title } of leftClosed) say(`  = ${number} ${title}（已办结，保留 closed, stays）`)
  for (const { number, title } of reappeared) say(`  ! ${number} ${title}（已撤销，仍撤销 withdrawn, stays so）`)
}
