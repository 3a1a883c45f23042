// What stops tasks as of a day, read from the events of those tasks by the same fold as everything else.
import { and, eq, gt, inArray, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { isState } from '@/db/queries/as-of'
import { type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { departments, taskEvents, taskStates, tasks } from '@/db/schema'
import { type Day, daysBetween } from '@/domain/calendar'
import { type Obstacle, type Standing, standingOn } from '@/domain/course'
import { inForce } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'

export type OpenObstacle = Obstacle & { department: string; days: number; row: TaskRow }
/** A cooperating department that confirmed its part as obstructed, and has not said otherwise since. */
export type ObstructedPart = { departmentId: string; department: string; note: string; since: Day; days: number; row: TaskRow }

export type OpenObstacles = {
  /** Under the filter, the oldest first. */
  obstacles: OpenObstacle[]
  parts: ObstructedPart[]
  /** Without the filter, of the plan: open obstacles, tasks that have any, days since the oldest was raised (0 without one), and whose they are. */
  all: { count: number; tasks: number; days: number; departments: { id: string; name: string; count: number }[] }
}

/** Four queries. `remover` is text: every word of it must occur in who could remove it. The filter leaves the parts alone but for `departmentId`. */
export async function openObstacles(
  db: Db,
  viewer: Viewer,
  { asOf, plan, departmentId, remover = '' }: Pick<Scope, 'asOf' | 'plan'> & { departmentId?: string; remover?: string },
): Promise<OpenObstacles> {
  const rows = await taskRows(db, viewer, { asOf, plan, where: or(gt(taskStates.obstacles, 0), saidObstructed(asOf)) })
  const standings = await standingsOf(db, viewer, rows, asOf)
  const known = await db.select().from(departments).orderBy(departments.position)
  const names = new Map(known.map(({ id, name }) => [id, name]))
  const every = rows.flatMap((row) =>
    row.obstacles === 0
      ? []
      : (standings.get(row.number)?.obstacles ?? []).map((obstacle) => ({
          ...obstacle,
          department: names.get(obstacle.departmentId) ?? '',
          days: daysBetween(obstacle.since, asOf),
          row,
        })),
  )
  const isWanted = (own: { departmentId: string }) => departmentId === undefined || own.departmentId === departmentId
  return {
    obstacles: every.filter((obstacle) => isWanted(obstacle) && holds(obstacle.remover, remover)).sort(oldestFirst),
    parts: rows
      .flatMap((row) => partsOf(row, standings.get(row.number), asOf))
      .filter(isWanted)
      .sort(oldestFirst),
    all: {
      count: every.length,
      tasks: new Set(every.map(({ row }) => row.number)).size,
      days: Math.max(0, ...every.map(({ days }) => days)),
      departments: known.flatMap(({ id, name }) => {
        const count = every.filter((obstacle) => obstacle.departmentId === id).length
        return count > 0 ? [{ id, name, count }] : []
      }),
    },
  }
}

/** The open obstacles of these rows as of a day, by the task's number; no query where none has any. */
export async function obstaclesOf(db: Db, viewer: Viewer, rows: readonly TaskRow[], asOf: Day): Promise<Map<number, readonly Obstacle[]>> {
  const obstructed = rows.filter((row) => row.obstacles > 0)
  const standings = await standingsOf(db, viewer, obstructed, asOf)
  return new Map([...standings].map(([number, standing]) => [number, standing.obstacles]))
}

// Which of them still says so, the fold decides.
const saidObstructed = (asOf: Day): SQL =>
  and(
    isState('not_started', 'in_progress', 'claimed'),
    sql`exists (select 1 from ${taskEvents} said where said.task_id = ${tasks.id} and said.kind = 'confirmed' and said.effective_on <= ${asOf}
      and said.payload like '%"part":"obstructed"%')`,
  ) as SQL

const NUMBERS_AT_ONCE = 10_000

async function standingsOf(db: Db, viewer: Viewer, rows: readonly TaskRow[], asOf: Day): Promise<Map<number, Standing>> {
  const found = new Map<number, Standing>()
  for (let at = 0; at < rows.length; at += NUMBERS_AT_ONCE) {
    const numbers = rows.slice(at, at + NUMBERS_AT_ONCE).map((row) => row.number)
    const events = await db
      .select({ number: tasks.number, event: taskEvents })
      .from(taskEvents)
      .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
      .where(and(visibleTo(viewer), inArray(tasks.number, numbers)))
      .orderBy(taskEvents.taskId, taskEvents.seq)
    for (const [number, own] of Map.groupBy(events, (event) => event.number)) {
      found.set(number, standingOn(inForce(own.map(({ event }) => eventOf(event))), asOf))
    }
  }
  return found
}

function partsOf(row: TaskRow, standing: Standing | undefined, asOf: Day): ObstructedPart[] {
  if (row.state === 'closed' || row.state === 'withdrawn') return []
  return row.cooperating.flatMap(({ departmentId, department }) => {
    const said = standing?.parts[departmentId]
    return said?.part === 'obstructed'
      ? [{ departmentId, department, note: said.note, since: said.since, days: daysBetween(said.since, asOf), row }]
      : []
  })
}

type Dated = { since: Day; row: TaskRow }
const oldestFirst = (a: Dated, b: Dated): number => (a.since === b.since ? a.row.number - b.row.number : a.since < b.since ? -1 : 1)

function holds(text: string, words: string): boolean {
  const plain = text.normalize('NFKC').toLowerCase()
  return words
    .normalize('NFKC')
    .toLowerCase()
    .split(/\s+/)
    .every((word) => plain.includes(word))
}
