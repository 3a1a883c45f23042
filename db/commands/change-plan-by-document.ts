// A table given anew changes a plan by a document (domain.md, rule 18): the events are those that a supervisor could append task by task,
// in one transaction, after seeing what they would be.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { inChunks, type LongWork, unlessCancelled } from '@/db/commands/chunks'
import { confirmAliases, departmentIds } from '@/db/commands/department-ids'
import { goalIdsOf, insertRows, ROWS_AT_ONCE, type RowToImport } from '@/db/commands/insert-rows'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { append, type LoadedTask, situationOf, withRecord } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { knownNames } from '@/db/queries/known-names'
import { presentTable } from '@/db/queries/stored-table'
import { departments, plans, tasks } from '@/db/schema'
import { type Day, type Instant, laterOf } from '@/domain/calendar'
import type { Command, Refusal } from '@/domain/commands'
import { citation, type DocumentRef } from '@/domain/document-ref'
import { documentFault } from '@/domain/duty-changes'
import type { Assigned, NewEvent } from '@/domain/events'
import type { IssuedRow } from '@/domain/issued-table'
import { underOwnNames } from '@/domain/own-names'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import { type ChangedRow, type PlanChanges, planChanges } from '@/domain/plan-changes'
import { taskNumber } from '@/domain/task-number'
import { actorOf, asRecorded, decide } from '@/domain/workflow'

export type TableOfPlan = { title: string; rows: readonly RowToImport[] }

/** `stamp` says what was shown: only that is carried out. */
export type ChangePreview = { changes: PlanChanges; stamp: string }

/** What a table would change of a plan, for supervisors; null for others, and where there is no such plan. Names may be former or other ones. */
export async function planChangePreview(
  db: Db,
  viewer: Viewer,
  planId: string,
  table: TableOfPlan,
  aliases: Readonly<Record<string, string>> = {},
): Promise<ChangePreview | null> {
  return canSetPlan(viewer) ? preview(db, planId, table, aliases) : null
}

async function preview(
  db: Db,
  planId: string,
  table: TableOfPlan,
  aliases: Readonly<Record<string, string>>,
): Promise<ChangePreview | null> {
  const present = await presentTable(db, planId)
  if (!present) return null
  const known = { ...(await knownNames(db)).aliases, ...aliases }
  const changes = planChanges(present, { title: table.title, rows: table.rows.map((row) => underOwnNames(row, known)) })
  await setImmediate()
  return { changes, stamp: await stampOf(changes) }
}

// Of every row what will be done to it; the same code makes both sides of the comparison, so the order of keys is the same.
async function stampOf({ added, changed, removed, leftClosed, reappeared }: PlanChanges): Promise<string> {
  const hash = createHash('sha256')
  const rows = [
    ...added.map(({ number, row: { goal, title, measure, departments, deadline, other } }) => ({
      ...{ number, goal, title, measure, departments, deadline, other },
    })),
    ...changed.map(({ number, amended, reassigned }) => ({ number, amended, reassigned })),
    ...[...removed, ...leftClosed, ...reappeared].map(({ number }) => number),
    { counts: [added.length, changed.length, removed.length, leftClosed.length, reappeared.length] },
  ]
  for (let at = 0; at < rows.length; at += HASHED_AT_ONCE) {
    hash.update(JSON.stringify(rows.slice(at, at + HASHED_AT_ONCE)))
    await setImmediate()
  }
  return hash.digest('hex')
}

const HASHED_AT_ONCE = 1_000

/**
 * `on` is the day from which amended wording and deadlines hold, from the document's to today; a task that came later into the plan has them
 * from its first day. Everything else takes effect today.
 */
export type ChangeByDocument = { planId: string; table: TableOfPlan; document: DocumentRef; on: Day; stamp: string }
export type ChangeCounts = Record<'added' | 'amended' | 'reassigned' | 'removed' | 'leftClosed' | 'reappeared' | 'unchanged', number>

/** `number`: the task at which it was refused. */
export type ChangeOutcome = { changed: ChangeCounts } | (Refusal & { number?: number }) | 'hidden'

/**
 * Carries out what the preview showed. Refused as a whole, with nothing written: `stale` where the plan has changed since, `nothing-changed`,
 * a fault of the document, and what the rules refuse of a single task, with its `number`. Closed tasks that the table leaves out stay
 * closed, withdrawn ones that it names again stay withdrawn; both are counted. Hidden from all but supervisors.
 */
export function changePlanByDocument(
  database: Database,
  viewer: Viewer,
  change: ChangeByDocument,
  time: { today: Day; now: Instant },
  options: LongWork & { aliases?: Readonly<Record<string, string>> } = {},
): Promise<ChangeOutcome> {
  if (!canSetPlan(viewer)) return Promise.resolve('hidden')
  const fault = documentFault(change.document, time.today)
  if (fault) return Promise.resolve(fault)
  if (change.on < change.document.on) return Promise.resolve({ refused: 'before-document', field: 'on' })
  if (change.on > time.today) return Promise.resolve({ refused: 'day-in-future', field: 'on' })
  const carriedOut = unlessCancelled(options.signal, () =>
    inWritableLedger<ChangeOutcome>(database, (tx) => changeIn(tx, viewer, change, time, options)),
  )
  return carriedOut.catch((error: unknown) => {
    if (error instanceof RefusedTask) return error.why
    throw error
  })
}

/** Rolls back what was done of the other tasks. */
class RefusedTask extends Error {
  constructor(readonly why: Refusal & { number: number }) {
    super(why.refused)
  }
}

type Step = { number: number; commands: (assigned: (of: IssuedRow['departments']) => Assigned[], task: LoadedTask) => Command[] }

async function changeIn(
  tx: Db,
  viewer: Viewer,
  { planId, table, document, on, stamp }: ChangeByDocument,
  time: { today: Day; now: Instant },
  { aliases = {}, onProgress, signal }: LongWork & { aliases?: Readonly<Record<string, string>> },
): Promise<ChangeOutcome> {
  const [plan] = await tx.select().from(plans).where(eq(plans.id, planId))
  const shown = plan && (await preview(tx, planId, table, aliases))
  if (!plan || !shown) return 'hidden'
  if (shown.stamp !== stamp) return { refused: 'stale' }
  const { changes } = shown
  const counts = countsOf(changes)
  if (counts.added + counts.removed + changes.changed.length === 0) return { refused: 'nothing-changed' }
  await confirmAliases(tx, aliases, viewer, time.now)
  const named = [...changes.added.map(({ row }) => row), ...changes.changed.map(({ given }) => given)]
  const ids = await departmentIds(
    tx,
    named.flatMap((row) => row.departments.map(({ name }) => name)),
  )
  const steps = [
    ...changes.changed.map((row) => changedStep(row, document, on)),
    ...changes.removed.map((row) => removedStep(row, document)),
  ]
  const total = steps.length + changes.added.length
  await inChunks(steps, TASKS_AT_ONCE, { signal, onProgress: (done) => onProgress?.(done, total) }, (some) =>
    carryOut(tx, viewer, plan, some, ids, time),
  )
  const into = {
    plan,
    goalIds: await goalIdsOf(
      tx,
      planId,
      changes.added.map(({ row }) => row.goal),
    ),
    departmentIds: ids,
    start: laterOf(time.today, plan.firstDay),
    now: time.now,
    actor: actorOf(viewer),
    document,
  }
  const rows = changes.added.map(({ number, row }) => ({ ...row, number }))
  await inChunks(rows, ROWS_AT_ONCE, { signal, onProgress: (done) => onProgress?.(steps.length + done, total) }, (some) =>
    insertRows(tx, some, into),
  )
  const payload = { document, on, counts }
  await recordOfficeEvent(tx, { subject: 'plan', subjectId: planId, kind: 'changed_by_document', payload }, viewer, time.now)
  return { changed: counts }
}

/** Each takes a dozen statements. */
const TASKS_AT_ONCE = 20

const countsOf = ({ added, changed, removed, leftClosed, reappeared, unchanged }: PlanChanges): ChangeCounts => ({
  added: added.length,
  amended: changed.filter(({ amended }) => amended).length,
  reassigned: changed.filter(({ reassigned }) => reassigned).length,
  removed: removed.length,
  leftClosed: leftClosed.length,
  reappeared: reappeared.length,
  unchanged,
})

const changedStep = ({ number, amended, reassigned }: ChangedRow, document: DocumentRef, on: Day): Step => ({
  number,
  commands: (assigned, { task }) => [
    ...(amended ? [{ do: 'amend', document, changes: amended, on: laterOf(on, task.addedOn) } as const] : []),
    ...(reassigned ? [{ do: 'reassign', document, departments: assigned(reassigned.to), before: assigned(reassigned.from) } as const] : []),
  ],
})

const removedStep = ({ number }: { number: number }, document: DocumentRef): Step => ({
  number,
  commands: () => [{ do: 'withdraw', document: citation(document), reason: '' }],
})

async function carryOut(
  tx: Db,
  viewer: Viewer,
  plan: typeof plans.$inferSelect,
  steps: readonly Step[],
  given: ReadonlyMap<string, string>,
  time: { today: Day; now: Instant },
): Promise<void> {
  const numbers = steps.map(({ number }) => taskNumber(plan.number, number))
  const found = await tx
    .select()
    .from(tasks)
    .where(and(eq(tasks.planId, plan.id), inArray(tasks.number, numbers)))
  const byNumber = new Map(found.map((task) => [task.number, task]))
  const ids = new Map([...(await tx.select().from(departments)).map(({ id, name }) => [name, id] as const), ...given])
  const assigned = (of: IssuedRow['departments']): Assigned[] =>
    of.map(({ name, role }) => {
      const departmentId = ids.get(name)
      if (departmentId === undefined) throw new Error(`no department ${name}`)
      return { departmentId, name, role }
    })
  for (const { number, commands } of steps) {
    const task = byNumber.get(taskNumber(plan.number, number))
    if (!task) throw new Error(`no task ${number}`)
    const loaded = await withRecord(tx, { task, plan })
    await append(tx, loaded, decided(commands(assigned, loaded), loaded, viewer, time), viewer, time.now)
  }
}

/** The events of several commands in a row; throws where one is refused. */
function decided(commands: readonly Command[], loaded: LoadedTask, viewer: Viewer, time: { today: Day; now: Instant }): NewEvent[] {
  const added: NewEvent[] = []
  let at = situationOf(loaded, viewer, time)
  for (const command of commands) {
    const decision = decide(command, at)
    if ('refused' in decision) throw new RefusedTask({ ...decision, number: loaded.task.number })
    for (const event of decision.events) at = { ...at, events: [...at.events, asRecorded(event, at)] }
    added.push(...decision.events)
  }
  return added
}
