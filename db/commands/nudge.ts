// One nudge (催办) per department for all chosen tasks: a row, a side note in each task's history, one message. At most once a day for a
// task and department: the unique index has the last word. One transaction; a form that comes twice counts once.
import { and, eq, inArray } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { post } from '@/db/commands/post-messages'
import { rememberSubmission, submittedBefore } from '@/db/commands/submissions'
import { append, type LoadedTask, loadTask, responsibleFor } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { departments } from '@/db/schema'
import { nudges, nudgeTasks } from '@/db/schema-supervision'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { standingOn } from '@/domain/course'
import { inForce, type NewEvent } from '@/domain/events'
import { type NudgeSpares, nudgeTargets } from '@/domain/nudging'
import type { Viewer } from '@/domain/permissions'
import type { Part } from '@/domain/words'

/** The most tasks of one nudging. */
export const NUDGE_MAX = 300

/** `departmentIds` narrows whom it goes to (domain/nudging.ts); `formId` is the form's own, new for each that is shown. */
export type Nudging = { numbers: readonly number[]; departmentIds?: readonly string[]; text: string; formId: string }

/** Per department, in official order, the tasks it was nudged about, and those it had been nudged about earlier today. */
export type Nudged = { departmentId: string; department: string; numbers: number[]; nudgedToday: number[] }
/**
 * `hidden` if one of the tasks is hidden or does not exist. Refused: `nudge-too-many`, `not-permitted`, `text-required`, `nobody-to-nudge`, `nudged-today`,
 * `stale`.
 */
export type NudgeOutcome = { done: Nudged[] } | Refusal | 'hidden'

type Time = { today: Day; now: Instant }
type Target = { task: LoadedTask; departmentId: string }

export function nudge(database: Database, viewer: Viewer, nudging: Nudging, time: Time): Promise<NudgeOutcome> {
  return inWritableLedger<NudgeOutcome>(database, (tx) => nudgeIn(tx, viewer, nudging, time))
}

async function nudgeIn(tx: Db, viewer: Viewer, { numbers, departmentIds = [], text, formId }: Nudging, time: Time): Promise<NudgeOutcome> {
  const earlier = await submittedBefore<Nudged[]>(tx, viewer, formId, 'nudge')
  if (earlier) return earlier
  const chosen: LoadedTask[] = []
  const once = [...new Set(numbers)].sort((a, b) => a - b)
  if (once.length > NUDGE_MAX) return { refused: 'nudge-too-many' }
  for (const number of once) {
    const task = await loadTask(tx, viewer, number)
    if (!task) return 'hidden'
    chosen.push(task)
  }
  const aimed = chosen.map((task) => ({ task, aim: nudgeTargets(viewer, nudgeable(task, time.today), departmentIds) }))
  const spared: NudgeSpares[] = aimed.flatMap(({ aim }) => ('spares' in aim ? [aim.spares] : []))
  if (spared.includes('not-permitted')) return { refused: 'not-permitted' }
  if (!text.trim()) return { refused: 'text-required', field: 'text' }
  const targets = aimed.flatMap(({ task, aim }) => ('to' in aim ? aim.to.map((departmentId) => ({ task, departmentId })) : []))
  if (targets.length === 0) return { refused: 'nobody-to-nudge' }
  const before = await nudgedOn(tx, targets, time.today)
  const fresh = targets.filter((target) => !before.has(keyOf(target)))
  if (fresh.length === 0) return { refused: 'nudged-today' }
  const sent = await send(tx, viewer, fresh, text.trim(), time)
  await record(tx, viewer, fresh, sent, text.trim(), time)
  const done = await outcome(tx, targets, before)
  await rememberSubmission(tx, viewer, formId, 'nudge', done, time.now)
  return { done }
}

function nudgeable(task: LoadedTask, today: Day) {
  const { state, parts } = standingOn(inForce(task.events), today)
  const known = Object.entries(parts).map(([departmentId, { part }]) => [departmentId, part] as const)
  return { state, responsible: responsibleFor(task), parts: Object.fromEntries(known) as Record<string, Part> }
}

const keyOf = ({ task, departmentId }: Target): string => `${task.task.id} ${departmentId}`

async function nudgedOn(tx: Db, targets: readonly Target[], day: Day): Promise<Set<string>> {
  const ids = [...new Set(targets.map(({ task }) => task.task.id))]
  const rows = await tx
    .select({ taskId: nudgeTasks.taskId, departmentId: nudgeTasks.departmentId })
    .from(nudgeTasks)
    .where(and(eq(nudgeTasks.day, day), inArray(nudgeTasks.taskId, ids)))
  return new Set(rows.map(({ taskId, departmentId }) => `${taskId} ${departmentId}`))
}

/** Writes one nudge and one message for each department; answers the nudges' ids by department. */
async function send(tx: Db, viewer: Viewer, fresh: readonly Target[], text: string, { today, now }: Time): Promise<Map<string, string>> {
  const sent = new Map<string, string>()
  for (const [departmentId, own] of Map.groupBy(fresh, (target) => target.departmentId)) {
    const id = newId()
    const by = { byId: viewer.userId, byName: viewer.name || viewer.username, byDepartmentId: viewer.departmentId }
    await tx.insert(nudges).values({ id, departmentId, day: today, text, createdAt: now, ...by })
    const first = own[0]?.task.task
    const words = { who: viewer.departmentName ?? by.byName, text, count: own.length, number: first?.number, title: first?.title }
    await post(tx, [{ to: { departmentId }, kind: 'nudged', urgent: true, words }], { nudgeId: id }, now, viewer.userId)
    sent.set(departmentId, id)
  }
  return sent
}

async function record(tx: Db, viewer: Viewer, fresh: readonly Target[], sent: Map<string, string>, text: string, { today, now }: Time) {
  for (const own of Map.groupBy(fresh, ({ task }) => task.task.id).values()) {
    const task = own[0]?.task
    if (!task) continue
    const events: NewEvent[] = own.map(({ departmentId }) => ({
      kind: 'nudged',
      payload: { nudgeId: sent.get(departmentId) ?? '', departmentId, text },
      effectiveOn: today,
      onBehalf: null,
    }))
    for (const event of await append(tx, task, events, viewer, now)) {
      if (event.kind !== 'nudged') continue
      const { nudgeId, departmentId } = event.payload
      await tx.insert(nudgeTasks).values({ nudgeId, taskId: task.task.id, departmentId, day: today, seq: event.seq })
    }
  }
}

async function outcome(tx: Db, targets: readonly Target[], before: ReadonlySet<string>): Promise<Nudged[]> {
  const known = await tx.select({ id: departments.id, name: departments.name }).from(departments).orderBy(departments.position)
  return known.flatMap(({ id, name }) => {
    const own = targets.filter(({ departmentId }) => departmentId === id)
    const numbersOf = (nudgedToday: boolean) =>
      own.filter((target) => before.has(keyOf(target)) === nudgedToday).map(({ task }) => task.task.number)
    return own.length === 0 ? [] : [{ departmentId: id, department: name, numbers: numbersOf(false), nudgedToday: numbersOf(true) }]
  })
}
