// The demonstration's past: four invented years, told day by day through the same command as real use (db/commands/change-task.ts), so
// that nothing in it could not have happened. The same on every machine: days, texts and figures are written down, only ids are random.
import { and, eq, inArray, isNull, lt, lte } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { assembleCast, type Cast, teamOf } from '@/db/demo/cast'
import { type DemoTask, type Entry, entriesFor } from '@/db/demo/entries'
import { OFFICE_ACTS, type OfficeAct } from '@/db/demo/office'
import type { Scene } from '@/db/demo/step'
import { departments, duties, goals, submissions, tasks } from '@/db/schema'
import { messages } from '@/db/schema-supervision'
import { addDays, type Day, dayInShanghai, type Instant, startOfDayInShanghai } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import { EVENT_KINDS, type EventKind, isSideNote } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'

const OPENED_AT: Instant = startOfDayInShanghai('2022-01-10')
/** What was written down for a department from this day on, it has not seen yet. */
const UNSEEN_FROM: Day = '2025-11-20'

/**
 * Fills a ledger that holds the issued table, opened on 2022-01-10 and marked `demo` or `test`: accounts without passwords, and what
 * they did up to 2025-12-08. Each step is a form of its own, so filling again, or after an interruption, adds only what is missing.
 */
export async function fillDemo(database: Database): Promise<void> {
  const cast = await assembleCast(database, OPENED_AT)
  const known = await demoTasks(database.db)
  const entries = entriesFor([...known.values()])
  const last = entries.at(-1)
  if (last && (await isSubmitted(database.db, last.formId))) return
  const courses = new Map<number, Course>()
  const acts = OFFICE_ACTS.map((act, index) => ({ ...act, formId: `demo-office-${index}` }))
  for (const entry of entries) {
    while (acts[0] && acts[0].on < entry.step.recordedOn) await act(database, cast, acts.shift())
    const task = known.get(entry.number)
    if (task) courses.set(task.number, await carryOut(database, cast, task, entry, courses.get(task.number) ?? AT_FIRST))
  }
  while (acts.length > 0) await act(database, cast, acts.shift())
  await settleMessages(database)
}

/** The office acts at the end of its day. */
async function act(database: Database, cast: Cast, next: (OfficeAct & { formId: string }) | undefined): Promise<void> {
  if (!next) return
  const now = new Date(Date.parse(startOfDayInShanghai(next.on)) + 1_050 * MS_PER_MINUTE).toISOString()
  await next.carryOut(database, cast, next.formId, { today: next.on, now })
}

/** What was told long ago has been read and sent; the last days are still news. */
const NEWS_FROM: Instant = startOfDayInShanghai('2025-12-01')

function settleMessages(database: Database): Promise<unknown> {
  return database.inTransaction(async (tx) => {
    const old = and(lt(messages.createdAt, NEWS_FROM), isNull(messages.readAt))
    await tx.update(messages).set({ readAt: messages.createdAt, handedOnAt: messages.createdAt }).where(old)
  })
}

/** What the next entry about a task needs to know of those before it. */
type Course = Omit<Scene, 'idOf' | 'signOff' | 'leadId'> & { at: Instant; day: Day; kind: EventKind; lastToldOn: Day }
const AT_FIRST: Course = {
  at: OPENED_AT,
  day: '',
  kind: 'imported',
  latestSeq: 1,
  claimedOn: '',
  lastToldOn: '',
  askedFor: '',
  askedSeq: 0,
  stageSeq: 0,
  obstacleSeq: 0,
  instructionSeq: 0,
}

async function carryOut(database: Database, cast: Cast, task: DemoTask, entry: Entry, course: Course): Promise<Course> {
  const { recordedOn: today, by, source } = entry.step
  if (entry.onlyIfQuiet && !isQuiet(course, today)) return course
  const viewer = viewerFor(by, cast, task)
  const { leader } = teamOf(task.lead)
  const scene = { ...course, idOf: cast.idOf, leadId: cast.idOf(task.lead), signOff: (on: Day) => ({ ...leader, on }) }
  const command = entry.step.command(scene, source)
  const now = instantOf(entry, course)
  const { seq, kind } = await change(database, viewer, task.number, entry.formId, command, { today, now })
  if (source && today < UNSEEN_FROM) await markSeen(database, cast, task, entry, command, seq)
  if (kind === 'contacts_changed') return { ...course, at: now, day: today }
  return { ...after(course, command, kind, seq), at: now, day: today, lastToldOn: TELLS.has(kind) ? today : course.lastToldOn }
}

const TELLS: ReadonlySet<EventKind> = new Set(
  EVENT_KINDS.filter((kind) => !isSideNote({ kind }) && !kind.startsWith('extension') && !kind.startsWith('stage')),
)

/** What later entries need to know of this one. */
function after(course: Course, command: Command, kind: EventKind, seq: number): Course {
  return {
    ...course,
    kind: TELLS.has(kind) ? kind : course.kind,
    latestSeq: seq,
    claimedOn: command.do === 'claim' ? command.on : course.claimedOn,
    askedFor: command.do === 'request_extension' ? command.dueOn : course.askedFor,
    askedSeq: kind === 'extension_requested' ? seq : course.askedSeq,
    stageSeq: kind === 'stage_reported' ? seq : course.stageSeq,
    obstacleSeq: kind === 'obstacle_raised' ? seq : course.obstacleSeq,
    instructionSeq: kind === 'commented' ? seq : course.instructionSeq,
  }
}

// "No change for the rest": open tasks that have been reported on before, but not in the last three months.
function isQuiet({ kind, lastToldOn }: Course, today: Day): boolean {
  const settled = kind === 'imported' || kind === 'claimed' || kind === 'accepted' || kind === 'withdrawn'
  return !settled && addDays(lastToldOn, 90) < today
}

function viewerFor(by: string, cast: Cast, { number, lead }: DemoTask): Viewer {
  if (by === 'lead') return cast.officerOf(lead)
  if (by === 'supervisor') return cast.supervisors[number % 4 === 3 ? 0 : 1]
  if (by === 'leader') return cast.leader
  if (by === 'writer') return cast.supervisors[0]
  return cast.officerOf(by)
}

const MS_PER_MINUTE = 60_000

// Office hours, spread by number; several entries on one day follow each other.
function instantOf({ number, index, step }: Entry, before: Course): Instant {
  const minute = 8 * 60 + 30 + ((number * 37 + index * 53) % 500)
  const usual = Date.parse(startOfDayInShanghai(step.recordedOn)) + minute * MS_PER_MINUTE
  const after = Date.parse(before.at) + (step.minutesLater ?? 17) * MS_PER_MINUTE
  return new Date(step.recordedOn === before.day ? after : usual).toISOString()
}

// A department reads what was written down for it on the next working morning.
async function markSeen(database: Database, cast: Cast, task: DemoTask, entry: Entry, command: Command, seq: number): Promise<void> {
  const confirmed = command.do === 'confirm' ? task.cooperating.find((name) => cast.idOf(name) === command.departmentId) : undefined
  const reader = cast.officerOf(confirmed ?? task.lead)
  const today = nextWorkingDay(entry.step.recordedOn)
  const now = new Date(Date.parse(startOfDayInShanghai(today)) + 505 * MS_PER_MINUTE).toISOString()
  await change(database, reader, task.number, `${entry.formId}-seen`, { do: 'mark_seen', seqs: [seq] }, { today, now })
}

function nextWorkingDay(day: Day): Day {
  const next = addDays(day, 1)
  const weekday = new Date(`${next}T00:00:00Z`).getUTCDay()
  return weekday === 0 || weekday === 6 ? nextWorkingDay(next) : next
}

async function change(
  database: Database,
  viewer: Viewer,
  number: number,
  formId: string,
  command: Command,
  time: { today: Day; now: Instant },
): Promise<{ seq: number; kind: EventKind }> {
  const outcome = await changeTask(database, viewer, { number, version: 'latest', formId, command }, time)
  if (outcome !== 'hidden' && 'done' in outcome) return outcome.done
  throw new Error(`demo, task ${number}, ${time.today}, ${command.do}: ${JSON.stringify(outcome)}`)
}

async function demoTasks(db: Db): Promise<Map<number, DemoTask>> {
  const rows = await db
    .select({ number: tasks.number, goal: goals.number, department: departments.name })
    .from(duties)
    .innerJoin(tasks, eq(tasks.id, duties.taskId))
    .innerJoin(goals, eq(goals.id, tasks.goalId))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .where(lte(duties.fromDay, dayInShanghai(OPENED_AT))) // what a document added later is no part of the table as issued
    .orderBy(tasks.number, duties.position)
  return new Map(
    [...Map.groupBy(rows, (row) => row.number)].map(([number, own]) => {
      const [lead = '', ...cooperating] = own.map((row) => row.department)
      return [number, { number, goal: own[0]?.goal ?? 0, lead, cooperating }]
    }),
  )
}

async function isSubmitted(db: Db, formId: string): Promise<boolean> {
  const found = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(inArray(submissions.id, [formId, `${formId}-seen`]))
  return found.length > 0
}
