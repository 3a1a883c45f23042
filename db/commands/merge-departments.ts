// One department is merged into another by a document (domain.md, rule 18): its duties in all tasks, its accounts and
// what is still on its desk go to the other one. What was, stays: past days name it as before.
// Withdrawn tasks go over too: else no officer would see them any more.
import { and, eq, inArray, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { inChunks, type LongWork, unlessCancelled } from '@/db/commands/chunks'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { append, type LoadedTask, situationOf, withRecord } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { departments, duties, plans, tasks, users } from '@/db/schema'
import { departmentAliases } from '@/db/schema-documents'
import { messages, notices } from '@/db/schema-supervision'
import { type Day, FOREVER, type Instant } from '@/domain/calendar'
import type { Refusal, Situation } from '@/domain/commands'
import { standingOn } from '@/domain/course'
import { citation, type DocumentRef } from '@/domain/document-ref'
import { documentFault } from '@/domain/duty-changes'
import { type Assigned, inForce, type NewEvent } from '@/domain/events'
import { canDecide, type Viewer } from '@/domain/permissions'
import { decide } from '@/domain/workflow'

type Merger = { from: string; into: string; document: DocumentRef }
type Time = { today: Day; now: Instant }
export type MergeOutcome = { merged: { tasks: number; accounts: number } } | Refusal | 'hidden'

/**
 * Merges department `from` into `into`, from today on. Where both had a part in a task, one is left: the lead's, if either led. Refused:
 * `same-department`, `department-ended`, what is wrong with the document, `cancelled`. Hidden from all but supervisors.
 */
export function mergeDepartments(
  database: Database,
  viewer: Viewer,
  merger: Merger,
  time: Time,
  options: LongWork = {},
): Promise<MergeOutcome> {
  if (!canDecide(viewer)) return Promise.resolve('hidden')
  const fault = documentFault(merger.document, time.today)
  if (fault) return Promise.resolve(fault)
  if (merger.from === merger.into) return Promise.resolve({ refused: 'same-department', field: 'into' })
  return unlessCancelled(options.signal, () => inWritableLedger<MergeOutcome>(database, (tx) => mergeIn(tx, viewer, merger, time, options)))
}

async function mergeIn(tx: Db, viewer: Viewer, merger: Merger, time: Time, options: LongWork): Promise<MergeOutcome> {
  const { from, into, document } = merger
  const all = await tx.select().from(departments)
  const names = new Map(all.map(({ id, name }) => [id, name]))
  const both = all.filter(({ id }) => id === from || id === into)
  if (both.length < 2) return 'hidden'
  if (both.some(({ endedOn }) => endedOn !== null)) return { refused: 'department-ended', field: 'into' }
  const concerned = await tx
    .select({ task: tasks, plan: plans })
    .from(tasks)
    .innerJoin(plans, eq(plans.id, tasks.planId))
    .innerJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.departmentId, from), eq(duties.toDay, FOREVER)))
    .orderBy(tasks.number)
  await inChunks(concerned, TASKS_AT_ONCE, options, async (some) => {
    for (const row of some) await handOn(tx, viewer, await withRecord(tx, row), names, merger, time)
  })
  await tx.update(departments).set({ endedOn: time.today, mergedInto: into }).where(eq(departments.id, from))
  const accounts = await tx.update(users).set({ departmentId: into }).where(eq(users.departmentId, from)).returning({ id: users.id })
  await tx.update(departmentAliases).set({ departmentId: into }).where(eq(departmentAliases.departmentId, from))
  await tx
    .update(notices)
    .set({ departmentId: into })
    .where(and(eq(notices.departmentId, from), inArray(notices.state, ['issued', 'acknowledged', 'replied'])))
  await tx
    .update(messages)
    .set({ departmentId: into })
    .where(and(eq(messages.departmentId, from), isNull(messages.readAt)))
  const counts = { tasks: concerned.length, accounts: accounts.length }
  const payload = { document, from: names.get(from) ?? '', into: names.get(into) ?? '', ...counts }
  await recordOfficeEvent(tx, { subject: 'department', subjectId: from, kind: 'merged', payload }, viewer, time.now)
  return { merged: counts }
}

const TASKS_AT_ONCE = 20

async function handOn(
  tx: Db,
  viewer: Viewer,
  loaded: LoadedTask,
  names: ReadonlyMap<string, string>,
  merger: Merger,
  time: Time,
): Promise<void> {
  const { from, into, document } = merger
  const before: Assigned[] = loaded.duties.map(({ departmentId, role }) => ({ departmentId, role, name: names.get(departmentId) ?? '' }))
  const merged = before.map((one) => (one.departmentId === from ? { ...one, departmentId: into, name: names.get(into) ?? '' } : one))
  // the lead stands first, so what is dropped is a double part of it
  const departments = merged.filter((one, index) => merged.findIndex(({ departmentId }) => departmentId === one.departmentId) === index)
  const at = situationOf(loaded, viewer, time)
  const decision = decide({ do: 'reassign', document, departments, before }, at)
  if ('refused' in decision) throw new Error(`task ${loaded.task.number} is not handed on: ${decision.refused}`)
  const events = [...decision.events, ...partHandedOn(loaded, departments, merger, at)]
  await append(tx, loaded, events, viewer, time.now)
}

// What the cooperating department had said of its part, is said for the one that takes it over, which can correct it (rule 16).
function partHandedOn(loaded: LoadedTask, departments: readonly Assigned[], { from, into, document }: Merger, at: Situation): NewEvent[] {
  const said = standingOn(inForce(loaded.events), at.today).parts[from]
  const hadPart = loaded.duties.some(({ departmentId }) => departmentId === into)
  const takesOver = departments.some(({ departmentId, role }) => departmentId === into && role === 'cooperating')
  if (!said || said.part === 'none' || hadPart || !takesOver) return []
  const leadDepartmentId = departments.find(({ role }) => role === 'lead')?.departmentId ?? ''
  const after = { ...at, responsible: { leadDepartmentId, cooperatingDepartmentIds: [into] } }
  const { part, note } = said
  const decision = decide({ do: 'confirm', departmentId: into, part, note, on: at.today, source: citation(document) }, after)
  return 'refused' in decision ? [] : decision.events
}
