// A ledger of any size, the same every time: the issued table over and over with its goals and titles numbered on, and about three
// events for each task, inserted in bulk. The rules are not left out: rows come from the domain's fold and the event log's chain.
import { readFileSync } from 'node:fs'
import { eq, sql } from 'drizzle-orm'
import { type Database, type Db, openDatabase } from '@/db/client'
import { createLedger } from '@/db/commands/create-ledger'
import { importPlan } from '@/db/commands/import-plan'
import { stateRow } from '@/db/commands/refold'
import { type EventRow, eventOf, eventRows, recorded } from '@/db/event-log'
import { newId } from '@/db/ids'
import { hashPassword, oneTimePassword } from '@/db/password-hash'
import { departments, duties, plans, taskEvents, taskStates, tasks, users } from '@/db/schema'
import { issuedTextTable } from '@/documents/read/issued-text'
import { addDays, type Day, earlierOf, FOREVER_AT, type Instant, laterOf, startOfDayInShanghai } from '@/domain/calendar'
import type { Actor, NewEvent } from '@/domain/events'
import type { IssuedTable } from '@/domain/issued-table'
import { periodsOf, type Thresholds } from '@/domain/periods'

/** The day that a generated ledger is read on; everything in it happened before. */
export const BENCH_TODAY: Day = '2025-12-10'
const FIRST_DAY: Day = '2022-01-01'
const OPENED_AT: Instant = startOfDayInShanghai(FIRST_DAY)
const TASKS_AT_ONCE = 250

export type BenchAccount = { username: string; password: string }

/** Fills `folder` with a ledger of `size` tasks, marked as a test, and answers a supervisor who may sign in. */
export async function generate(folder: string, size: number): Promise<BenchAccount> {
  const database = await openDatabase(folder)
  try {
    await createLedger(database, 'test', OPENED_AT)
    const plan = { issuer: '满城区', documentNumber: null, firstDay: FIRST_DAY }
    await importPlan(database, tableOf(size), plan, { today: FIRST_DAY, now: OPENED_AT })
    await addHistories(database)
    return await addSupervisor(database)
  } finally {
    await database.close()
  }
}

function tableOf(size: number): IssuedTable {
  const { title, rows } = issuedTextTable(readFileSync('documents/issued/mancheng.txt', 'utf8'))
  const goals = Math.max(...rows.map((row) => row.goal.number))
  const repeated = Array.from({ length: size }, (_, index) => {
    const row = rows[index % rows.length]
    if (!row) throw new Error('the issued table is empty')
    const copy = Math.floor(index / rows.length)
    if (copy === 0) return row
    const goal = { ...row.goal, number: copy * goals + row.goal.number, name: `${row.goal.name} ${copy + 1}` }
    return { ...row, number: index + 1, goal, title: `${row.title} ${copy + 1}` }
  })
  return { title, rows: repeated }
}

async function addHistories({ db, inTransaction }: Database): Promise<void> {
  const [plan] = await db.select().from(plans)
  if (!plan) throw new Error('nothing was imported')
  const names = new Map((await db.select().from(departments)).map((department) => [department.id, department.name]))
  const known = await db
    .select({ task: tasks, imported: taskEvents, lead: duties.departmentId })
    .from(tasks)
    .innerJoin(taskEvents, eq(taskEvents.taskId, tasks.id))
    .innerJoin(duties, sql`${duties.taskId} = ${tasks.id} and ${duties.role} = 'lead'`)
    .orderBy(tasks.number)
  await inTransaction(async (tx) => {
    const recordedFrom = startOfDayInShanghai(BENCH_TODAY)
    await tx.update(taskStates).set({ knownTo: recordedFrom })
    for (let at = 0; at < known.length; at += TASKS_AT_ONCE) {
      await insertHistories(tx, known.slice(at, at + TASKS_AT_ONCE), plan, names, recordedFrom)
    }
    await tx.update(tasks).set({ version: sql`(select max(seq) from task_events where task_id = ${tasks.id})` })
  })
}

type Known = { task: typeof tasks.$inferSelect; imported: EventRow; lead: string }

async function insertHistories(
  tx: Db,
  some: readonly Known[],
  thresholds: Thresholds,
  names: ReadonlyMap<string, string>,
  knownFrom: Instant,
): Promise<void> {
  const events: EventRow[] = []
  const states: (typeof taskStates.$inferInsert)[] = []
  for (const { task, imported, lead } of some) {
    const actor: Actor = {
      userId: null,
      name: '测试人员',
      post: '科员',
      role: 'officer',
      departmentId: lead,
      departmentName: names.get(lead) ?? null,
    }
    let history = [eventOf(imported)]
    for (const event of eventsFor(task.number, task.issuedDueOn ?? BENCH_TODAY)) {
      history = [...history, ...recorded([event], history, startOfDayInShanghai(event.effectiveOn), actor)]
    }
    events.push(...eventRows(task.id, imported, history.slice(1)))
    const facts = { start: task.addedOn, issuedDueOn: task.issuedDueOn, thresholds }
    states.push(...periodsOf(facts, history).map((period) => stateRow(task.id, period, knownFrom)))
  }
  if (events.length > 0) await tx.insert(taskEvents).values(events)
  await tx.insert(taskStates).values(states.map((state) => ({ ...state, knownTo: FOREVER_AT })))
}

// Of ten tasks five are closed, one awaits a decision, three are under way, and one was never spoken of.
function eventsFor(number: number, dueOn: Day): NewEvent[] {
  const kind = number % 10
  if (kind === 9) return []
  const reportedOn = addDays(FIRST_DAY, 20 + ((number * 13) % 90))
  const reports = [report(reportedOn, 20 + (number % 60)), report(addDays(reportedOn, 200), 30 + (number % 65))]
  if (kind > 5) return reports
  const claimedOn = laterOf(reportedOn, earlierOf(addDays(dueOn, (number % 60) - 45), addDays(BENCH_TODAY, -20)))
  const first = reports.slice(0, 1)
  const claimed: NewEvent = {
    kind: 'claimed',
    effectiveOn: claimedOn,
    onBehalf: null,
    payload: {
      note: '各项指标均已达到，申请办结。',
      evidence: { kind: 'document_number', text: `测试〔${claimedOn.slice(0, 4)}〕${number}号` },
      unconfirmed: [],
      unconfirmedReason: '',
      signOff: { name: '测试领导', post: '副局长', on: claimedOn },
    },
  }
  if (kind === 5) return [...first, claimed]
  const decidedOn = addDays(claimedOn, 6)
  return [...first, claimed, { kind: 'accepted', payload: { completedOn: claimedOn, reason: '' }, effectiveOn: decidedOn, onBehalf: null }]
}

const report = (on: Day, progress: number): NewEvent => ({
  kind: 'reported',
  effectiveOn: on,
  onBehalf: null,
  payload: { progress, done: `按方案推进，已完成年度任务的${progress}%，台账资料齐全。`, problems: '', nextStep: '下月组织一次检查' },
})

async function addSupervisor({ inTransaction }: Database): Promise<BenchAccount> {
  const account = { username: 'bench', password: oneTimePassword() }
  const passwordHash = await hashPassword(account.password)
  await inTransaction((tx) =>
    tx.insert(users).values({
      id: newId(),
      username: account.username,
      passwordHash,
      role: 'supervisor',
      name: '测试督查员',
      post: '科员',
      mustSetPassword: false,
      createdAt: OPENED_AT,
    }),
  )
  return account
}
