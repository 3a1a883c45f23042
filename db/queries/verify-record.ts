// Whether the record still adds up: each history's chain of hashes, the stored periods against the fold of the events, and each issued
// bulletin against its checksum and against the events as they were known at its issue. Read in parts, between which the server answers.
import { setImmediate } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import { and, asc, eq, gt, inArray, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { checksum, sealed } from '@/db/commands/issue-bulletin'
import { differences } from '@/db/commands/refold'
import { brokenLink, type EventRow, eventOf } from '@/db/event-log'
import { figuresFromEvents } from '@/db/queries/bulletin-from-events'
import { bulletinOf, type Issued, previousOf } from '@/db/queries/bulletins'
import { ledgers, plans, taskEvents, taskStates, tasks } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import type { BulletinFigures } from '@/domain/bulletin'
import { FOREVER_AT } from '@/domain/calendar'
import { periodsOf } from '@/domain/periods'

const TASKS_AT_ONCE = 100

/** `chain`: an event was changed, or one is missing. `periods`: what lists show is not what the events say. `checksum`, `sheet`, `figures`: a bulletin. */
export type Mismatch =
  | { what: 'chain' | 'periods'; task: number; seq: number | null }
  | { what: 'checksum' | 'sheet' | 'figures'; plan: number; bulletin: number; where: string[] }
export type Verified = { tasks: number; events: number; periods: number; bulletins: number; mismatches: Mismatch[] }

export async function verifyRecord(db: Db): Promise<Verified> {
  const verified: Verified = { tasks: 0, events: 0, periods: 0, bulletins: 0, mismatches: [] }
  for (let after = 0; ; ) {
    const found = await db
      .select({ task: tasks, plan: plans })
      .from(tasks)
      .innerJoin(plans, eq(plans.id, tasks.planId))
      .where(gt(tasks.number, after))
      .orderBy(asc(tasks.number))
      .limit(TASKS_AT_ONCE)
    const last = found.at(-1)
    if (!last) break
    await verifyTasks(db, found, verified)
    after = last.task.number
    await setImmediate()
  }
  for (const { id } of await db
    .select({ id: bulletins.id })
    .from(bulletins)
    .where(isNotNull(bulletins.number))
    .orderBy(bulletins.issuedAt)) {
    verified.mismatches.push(...(await verifyBulletin(db, id)))
    verified.bulletins++
  }
  return verified
}

type Found = { task: typeof tasks.$inferSelect; plan: typeof plans.$inferSelect }

async function verifyTasks(db: Db, found: readonly Found[], verified: Verified): Promise<void> {
  const ids = found.map(({ task }) => task.id)
  const rows = await db.select().from(taskEvents).where(inArray(taskEvents.taskId, ids)).orderBy(taskEvents.taskId, taskEvents.seq)
  const states = await db
    .select()
    .from(taskStates)
    .where(and(inArray(taskStates.taskId, ids), eq(taskStates.knownTo, FOREVER_AT)))
  const events = Map.groupBy(rows, ({ taskId }) => taskId)
  const periods = Map.groupBy(states, ({ taskId }) => taskId)
  verified.tasks += found.length
  verified.events += rows.length
  verified.periods += states.length
  for (const row of found) {
    const own = events.get(row.task.id) ?? []
    const broken = brokenLink(own)
    if (broken) verified.mismatches.push({ what: 'chain', task: row.task.number, seq: broken.seq })
    if (!isFoldOf(row, own, periods.get(row.task.id) ?? [])) verified.mismatches.push({ what: 'periods', task: row.task.number, seq: null })
  }
}

function isFoldOf({ task, plan }: Found, rows: readonly EventRow[], stored: (typeof taskStates.$inferSelect)[]): boolean {
  try {
    const folded = periodsOf({ start: task.addedOn, issuedDueOn: task.issuedDueOn, thresholds: plan }, rows.map(eventOf))
    const { superseded, added } = differences(task.id, stored, folded, FOREVER_AT)
    return superseded.length === 0 && added.length === 0
  } catch {
    // events that do not follow from each other, or that cannot be read
    return false
  }
}

/** What is wrong with an issued bulletin; nothing for one that does not exist. */
export async function verifyBulletin(db: Db, id: string): Promise<Mismatch[]> {
  const issued = await issuedById(db, id)
  if (!issued) return []
  const before = issued.previousId === null ? null : await issuedById(db, issued.previousId)
  const { figures, stored, sha256, number, issuedAt, imprint } = issued
  const about = { plan: figures.context.plan.number, bulletin: number }
  if (checksum(stored) !== sha256) return [{ what: 'checksum', ...about, where: [] }]
  const { sheet } = imprint
  if (sheet && checksum(sheet.text) !== sheet.sha256) return [{ what: 'sheet', ...about, where: [] }]
  const known = new Map(figures.rows.map((row) => [row.number, row.knownSeq]))
  const then = { known, at: issuedAt, inOrder: await isReal(db) }
  const recomputed = await figuresFromEvents(db, figures.context, then, previousOf(before)).catch(() => null)
  if (recomputed && (await sealed(recomputed)).text === stored) return []
  return [{ what: 'figures', ...about, where: recomputed ? differing(figures, recomputed) : ['events'] }]
}

async function issuedById(db: Db, id: string): Promise<Issued | null> {
  const [row] = await db.select().from(bulletins).where(eq(bulletins.id, id))
  const found = row ? bulletinOf(row) : null
  return found?.state === 'issued' ? found : null
}

// only other ledgers may live on a borrowed day
async function isReal(db: Db): Promise<boolean> {
  const [ledger] = await db.select({ mark: ledgers.mark }).from(ledgers)
  return ledger?.mark === 'real'
}

const NAMED_AT_MOST = 20

/** Which figures differ, by name; rows by their task's number. */
function differing(stored: BulletinFigures, recomputed: BulletinFigures): string[] {
  const same = (a: unknown, b: unknown): boolean => canonicalize(a) === canonicalize(b)
  const names = (Object.keys(recomputed) as (keyof BulletinFigures)[]).filter(
    (name) => name !== 'rows' && !same(stored[name], recomputed[name]),
  )
  const [was, is] = [stored, recomputed].map(({ rows }) => new Map(rows.map((row) => [row.number, row])))
  const numbers = [...new Set([...(was?.keys() ?? []), ...(is?.keys() ?? [])])].filter(
    (number) => !same(was?.get(number) ?? null, is?.get(number) ?? null),
  )
  return [...names, ...numbers.map((number) => `rows.${number}`)].slice(0, NAMED_AT_MOST)
}
