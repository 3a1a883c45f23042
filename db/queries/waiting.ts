// Who waits for whom (谁在等谁): a lead waits for each cooperating part that is not done, but where that department says that it waits for
// the lead (domain.md, rule 6).
import { and, eq, gt, inArray, lte, or, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/sqlite-core'
import type { Db } from '@/db/client'
import { eventOf } from '@/db/event-log'
import { isState } from '@/db/queries/as-of'
import { knownOf } from '@/db/queries/known-events'
import { inScope } from '@/db/queries/scope'
import { visibleTo } from '@/db/queries/visible-to'
import { workCalendar } from '@/db/queries/work-calendar'
import { departments, duties, taskEvents, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
import { standingOn } from '@/domain/course'
import { inForce } from '@/domain/events'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import type { Part } from '@/domain/words'
import { unpublishedYears, type WorkCalendar, workingDaysBetween } from '@/domain/working-days'

/** One part that is waited for. `since` is the day of its present status, or the task's first day (rule 6). */
export type Waiting = {
  number: number
  title: string
  lead: { departmentId: string; department: string }
  cooperating: { departmentId: string; department: string }
  part: Part
  note: string
  since: Day
  /** Working days waited; the years among them whose calendar was not published, for which Monday to Friday are assumed. */
  workingDays: number
  unpublished: number[]
}

/** What the department waits for, and what others wait for from it. */
export type WhoWaits = { waitsFor: Waiting[]; awaited: Waiting[] }

/** As of a day, in three queries, for a day before today four. */
export async function waiting(db: Db, viewer: Viewer, departmentId: string, scope: Scope, today: Day): Promise<WhoWaits> {
  const { asOf } = scope
  const found = await missingParts(db, viewer, departmentId, scope)
  const then = asOf === today ? null : await partsThen(db, viewer, found, scope)
  const calendar = await workCalendar(db)
  const rows = found.map((row) => waited({ ...row, ...then?.(row) }, calendar, asOf))
  const isOurs = ({ lead, cooperating, part }: Waiting) => (part === 'waiting_for_lead' ? cooperating : lead).departmentId === departmentId
  return { waitsFor: rows.filter(isOurs), awaited: rows.filter((row) => !isOurs(row)) }
}

const leading = alias(duties, 'leading')
const leader = alias(departments, 'leader')

type Missing = Awaited<ReturnType<typeof missingParts>>[number]

function missingParts(db: Db, viewer: Viewer, departmentId: string, scope: Scope) {
  const { asOf } = scope
  const mine = (duty: typeof duties | typeof leading) => and(lte(duty.fromDay, asOf), gt(duty.toDay, asOf))
  return db
    .select({
      taskId: tasks.id,
      number: tasks.number,
      title: tasks.title,
      addedOn: tasks.addedOn,
      leadId: leader.id,
      lead: leader.name,
      cooperatingId: departments.id,
      cooperating: departments.name,
      part: duties.part,
      note: duties.partNote,
      since: duties.partSince,
    })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .innerJoin(duties, and(eq(duties.taskId, tasks.id), eq(duties.role, 'cooperating'), mine(duties)))
    .innerJoin(departments, eq(departments.id, duties.departmentId))
    .innerJoin(leading, and(eq(leading.taskId, tasks.id), eq(leading.role, 'lead'), mine(leading)))
    .innerJoin(leader, eq(leader.id, leading.departmentId))
    .where(
      and(
        inScope(viewer, scope),
        isState('not_started', 'in_progress', 'claimed'),
        sql`${taskStates.confirmed} not like '%,' || ${duties.departmentId} || ',%'`,
        or(eq(leading.departmentId, departmentId), eq(duties.departmentId, departmentId)),
      ),
    )
    .orderBy(leader.position, departments.position, duties.partSince, tasks.number)
}

// Duties hold the parts of today; for an earlier day they are folded from the events.
async function partsThen(db: Db, viewer: Viewer, found: readonly Missing[], { asOf, knownAt }: Scope) {
  const ids = [...new Set(found.map(({ taskId }) => taskId))]
  const rows =
    ids.length === 0
      ? []
      : await db
          .select({ event: taskEvents })
          .from(taskEvents)
          .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
          .where(and(visibleTo(viewer), knownOf(knownAt), inArray(taskEvents.taskId, ids)))
          .orderBy(taskEvents.seq)
  const byTask = Map.groupBy(rows, ({ event }) => event.taskId)
  return ({ taskId, cooperatingId, addedOn }: Missing): Pick<Missing, 'part' | 'note' | 'since'> => {
    const { parts } = standingOn(inForce((byTask.get(taskId) ?? []).map(({ event }) => eventOf(event))), asOf)
    return parts[cooperatingId] ?? { part: 'none', note: '', since: addedOn }
  }
}

function waited(row: Missing, calendar: WorkCalendar, asOf: Day): Waiting {
  const { number, title, part, note, since } = row
  return {
    number,
    title,
    lead: { departmentId: row.leadId, department: row.lead },
    cooperating: { departmentId: row.cooperatingId, department: row.cooperating },
    part,
    note,
    since,
    workingDays: workingDaysBetween(calendar, since, asOf),
    unpublished: unpublishedYears(calendar, since, asOf),
  }
}
