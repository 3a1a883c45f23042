// What a nudge would be sent about, and to whom, before it is sent. The choice itself is the domain's (domain/nudging.ts).
import { and, eq, inArray, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { ledBy, matching } from '@/db/queries/ledger-filter'
import { type Duty, type TaskRow, taskRows } from '@/db/queries/task-rows'
import { visibleTo } from '@/db/queries/visible-to'
import { workCalendar } from '@/db/queries/work-calendar'
import { departments, tasks } from '@/db/schema'
import { nudgeTasks } from '@/db/schema-supervision'
import type { Day } from '@/domain/calendar'
import { type NudgeSpares, nudgeTargets } from '@/domain/nudging'
import type { Viewer } from '@/domain/permissions'
import { workingDaysBetween } from '@/domain/working-days'

/** Tasks by number; or those that wait for the departments; or those of these leads that have not reported since a day. */
export type NudgeChoice = { numbers: number[]; departmentIds: string[]; leadIds: string[]; silentSince?: Day }

/** `workingDays`: how long its part has been waited for; null for the lead. */
export type NudgeItem = { row: TaskRow; duty: Duty; workingDays: number | null }
export type NudgePreview = {
  /** In official order, each with the tasks in theirs. */
  departments: { departmentId: string; department: string; items: NudgeItem[] }[]
  leftOut: { number: number; title: string; department: string | null; why: Exclude<NudgeSpares, 'not-permitted'> | 'nudged-today' }[]
}

/** Null if a chosen task is hidden, does not exist, or is not the viewer's to nudge about. Six queries. */
export async function nudgePreview(db: Db, viewer: Viewer, choice: NudgeChoice, today: Day, atMost: number): Promise<NudgePreview | null> {
  const rows = (await chosenRows(db, viewer, choice, today)).slice(0, atMost)
  const given = new Set(choice.numbers)
  if (given.size > 0 && rows.length !== given.size) return null
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
    leftOut,
  }
}

function chosenRows(db: Db, viewer: Viewer, { numbers, departmentIds, leadIds, silentSince }: NudgeChoice, today: Day): Promise<TaskRow[]> {
  if (numbers.length > 0) return taskRows(db, viewer, { asOf: today, where: inArray(tasks.number, numbers) })
  const narrowed = { silentSince, lead: viewer.departmentId ?? undefined }
  if (leadIds.length > 0 && silentSince !== undefined) {
    return taskRows(db, viewer, { asOf: today, where: and(matching(narrowed, today), or(...leadIds.map((id) => ledBy(id, today)))) })
  }
  if (departmentIds.length === 0) return Promise.resolve([])
  const waitsForOne = or(...departmentIds.map((waitsFor) => matching({ waitsFor }, today)))
  return taskRows(db, viewer, { asOf: today, where: and(matching(narrowed, today), waitsForOne) })
}

const nudgeable = ({ state, lead, cooperating }: TaskRow) => ({
  state,
  responsible: { leadDepartmentId: lead.departmentId, cooperatingDepartmentIds: cooperating.map(({ departmentId }) => departmentId) },
  parts: Object.fromEntries(cooperating.map(({ departmentId, part }) => [departmentId, part])),
})

async function nudgedOn(db: Db, viewer: Viewer, rows: readonly TaskRow[], day: Day): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const numbers = rows.map(({ number }) => number)
  const found = await db
    .select({ number: tasks.number, departmentId: nudgeTasks.departmentId })
    .from(nudgeTasks)
    .innerJoin(tasks, eq(tasks.id, nudgeTasks.taskId))
    .where(and(visibleTo(viewer), eq(nudgeTasks.day, day), inArray(tasks.number, numbers)))
  return new Set(found.map(({ number, departmentId }) => `${number} ${departmentId}`))
}
