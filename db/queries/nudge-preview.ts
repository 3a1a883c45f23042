// What a nudge would be sent about, and to whom, before it is sent. The choice itself is the domain's (domain/nudging.ts).
import { and, eq, inArray, not, or, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { asNumber, periodOn } from '@/db/queries/as-of'
import { ledBy, matching } from '@/db/queries/ledger-filter'
import { nudgedOn } from '@/db/queries/nudged'
import { inPlan } from '@/db/queries/scope'
import { type Duty, type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { workCalendar } from '@/db/queries/work-calendar'
import { departments, taskStates, tasks } from '@/db/schema'
import { nudgeTasks } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import { type NudgeSpares, nudgeTargets } from '@/domain/nudging'
import type { Viewer } from '@/domain/permissions'
import { workingDaysBetween } from '@/domain/working-days'

/** Tasks by number; or those that wait for the departments; or those of these leads that have not reported since a day. `plan` narrows all but the first. */
export type NudgeChoice = { numbers: number[]; departmentIds: string[]; leadIds: string[]; silentSince?: Day; plan?: number }

/** `workingDays`: how long its part has been waited for; null for the lead. */
export type NudgeItem = { row: TaskRow; duty: Duty; workingDays: number | null }
export type NudgePreview = {
  /** In official order, each with the tasks in theirs. */
  departments: { departmentId: string; department: string; items: NudgeItem[] }[]
  /** All that could be sent; more than there are items where not all fit at once. Chosen tasks are counted as they were chosen. */
  total: number
  /** Those of the departments' tasks that are not listed, as they were nudged about today. */
  nudgedToday: number
  leftOut: { number: number; title: string; department: string | null; why: Exclude<NudgeSpares, 'not-permitted'> | 'nudged-today' }[]
}

/**
 * Null if a chosen task is hidden, does not exist, or is not the viewer's to nudge about. At most `atMost` tasks are listed; of a
 * department's, those nudged about today are left out first, so that the rest can be reached. Six queries, seven for departments.
 */
export async function nudgePreview(db: Db, viewer: Viewer, choice: NudgeChoice, today: Day, atMost: number): Promise<NudgePreview | null> {
  const chosen = await chosenTasks(db, viewer, choice, today, atMost)
  if (!chosen) return null
  const { rows, total, nudgedToday } = chosen
  const aimed = rows.map((row) => ({ row, aim: nudgeTargets(viewer, nudgeable(row), choice.departmentIds) }))
  if (aimed.some(({ aim }) => 'spares' in aim && aim.spares === 'not-permitted')) return null
  const nudged = await nudgedOn(db, viewer, rows, today)
  const calendar = await workCalendar(db)
  const items: NudgeItem[] = []
  const leftOut: NudgePreview['leftOut'] = []
  for (const { row, aim } of aimed) {
    const { number, title } = row
    if ('spares' in aim) {
      if (aim.spares !== 'not-permitted') leftOut.push({ number, title, department: null, why: aim.spares })
      continue
    }
    for (const duty of row.duties.filter(({ departmentId }) => aim.to.includes(departmentId))) {
      const isToday = nudged.has(`${number} ${duty.departmentId}`)
      if (isToday) leftOut.push({ number, title, department: duty.department, why: 'nudged-today' })
      else items.push({ row, duty, workingDays: duty.role === 'lead' ? null : workingDaysBetween(calendar, duty.partSince, today) })
    }
  }
  const groups = Map.groupBy(items, ({ duty }) => duty.departmentId)
  const known = await db.select({ id: departments.id, name: departments.name }).from(departments).orderBy(departments.position)
  return {
    departments: known.flatMap(({ id, name }) => {
      const own = groups.get(id)
      return own ? [{ departmentId: id, department: name, items: own }] : []
    }),
    total,
    nudgedToday,
    leftOut,
  }
}

type Chosen = { rows: TaskRow[]; total: number; nudgedToday: number }

async function chosenTasks(db: Db, viewer: Viewer, choice: NudgeChoice, today: Day, atMost: number): Promise<Chosen | null> {
  const { numbers, departmentIds, leadIds, silentSince, plan } = choice
  if (numbers.length > 0) {
    const rows = await taskRows(db, viewer, { asOf: today, where: inArray(tasks.number, numbers.slice(0, atMost)) })
    return rows.length === Math.min(numbers.length, atMost) ? { rows, total: numbers.length, nudgedToday: 0 } : null
  }
  const narrowed = and(inPlan(plan), matching({ silentSince, lead: viewer.departmentId ?? undefined }, today))
  const ofLeads = leadIds.length > 0 && silentSince !== undefined
  const ids = ofLeads ? leadIds : departmentIds
  if (ids.length === 0) return { rows: [], total: 0, nudgedToday: 0 }
  const of = (id: string) => (ofLeads ? ledBy(id, today) : matching({ waitsFor: id }, today))
  const all = or(...ids.map(of)) ?? sql`1 = 0`
  const fresh = or(...ids.map((id) => and(of(id), not(wasNudged(id, today))))) ?? sql`1 = 0`
  const rows = await taskRows(db, viewer, { asOf: today, where: and(narrowed, fresh), limit: atMost })
  const [counted] = await db
    .select({ all: sql<number>`cast(count(*) as integer)`, fresh: sql<number | null>`cast(sum(${asNumber(fresh)}) as integer)` })
    .from(tasks)
    .innerJoin(taskStates, eq(taskStates.taskId, tasks.id))
    .where(and(visibleTo(viewer), periodOn(today), narrowed, all))
  const total = counted?.fresh ?? 0
  return { rows, total, nudgedToday: (counted?.all ?? 0) - total }
}

/** True for tasks about which the department was nudged that day. */
const wasNudged = (departmentId: string, day: Day): SQL =>
  sql`exists (select 1 from ${nudgeTasks} sent where sent.task_id = ${tasks.id} and sent.department_id = ${departmentId} and sent.day = ${day})`

const nudgeable = ({ state, lead, cooperating }: TaskRow) => ({
  state,
  responsible: { leadDepartmentId: lead.departmentId, cooperatingDepartmentIds: cooperating.map(({ departmentId }) => departmentId) },
  parts: Object.fromEntries(cooperating.map(({ departmentId, part }) => [departmentId, part])),
})
