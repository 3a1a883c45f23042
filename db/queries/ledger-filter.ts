import { and, asc, desc, eq, gt, gte, isNotNull, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { behindOn, dueSoonOn, hasLight, isState, overdueOn } from '@/db/queries/as-of'
import { noticesOf, openOn } from '@/db/queries/notices'
import { departments, duties, goals, plans, taskStates, tasks } from '@/db/schema'
import { notices, noticeTasks } from '@/db/schema-supervision'
import { addDays, type Day } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { NUMBERS_PER_PLAN, planOf, readTaskNumber, rowOf } from '@/domain/task-number'
import type { Light, State } from '@/domain/words'

/** The lists that are their condition alone and may overlap (rule 4), and those that a figure on the home page opens. */
export const LISTS = [
  'open',
  'overdue_approved',
  'overdue_issued',
  'claimed',
  'due_soon',
  'behind',
  'due',
  'due_closed',
  'early',
  'on_time',
  'extended',
  'extension_requested',
  'obstructed',
  'unconfirmed',
  'gap',
  'instructed',
  'noticed',
  'long_term',
  'stage_missing',
  'stage_reported',
] as const
export type List = (typeof LISTS)[number]

export const SORTS = ['number', 'deadline', 'progress', 'report', 'lead'] as const
export type Sort = (typeof SORTS)[number]

/**
 * What a list may be narrowed to; everything comes from the URL. `lead`, `department`, `waits` and `waitsFor` (who waits, and for whom:
 * a lead for parts that are not done, a cooperating department for the lead) are ids, `goal` its number in the whole ledger (all wordings), `year` of the deadline. `silentSince`: open, and no report on that day or later. `dueWithin`: the approved deadline
 * lies 0 to so many days ahead, both inclusive, and the task is not claimed.
 */
export type LedgerFilter = {
  light?: Light
  list?: List
  lead?: string
  department?: string
  goal?: number
  year?: string
  state?: State
  waits?: string
  waitsFor?: string
  silentSince?: Day
  dueWithin?: number
  q?: string
}

/** The filter as SQL over tasks and their periods; `viewer` matters to lists of what not everyone sees who sees the task. */
export function matching(filter: LedgerFilter & { list?: never }, asOf: Day): SQL | undefined
export function matching(filter: LedgerFilter, asOf: Day, viewer: Viewer): SQL | undefined
export function matching(filter: LedgerFilter, asOf: Day, viewer?: Viewer): SQL | undefined {
  return and(
    given(filter.light, (light) => hasLight(light, asOf)),
    given(filter.list, (list) => (list === 'noticed' ? viewer && noticed(asOf, viewer) : inList(list, asOf))),
    given(filter.lead, (id) => ledBy(id, asOf)),
    given(filter.department, (id) => hasPart(id, asOf)),
    given(filter.goal, ofGoal),
    given(filter.year, inYear),
    given(filter.state, (state) => isState(state)),
    given(filter.waits, (id) => and(isOpen, or(and(ledBy(id, asOf), partIs(asOf, owed)), partIs(asOf, of(id, asksLead))))),
    given(filter.waitsFor, (id) => and(isOpen, or(partIs(asOf, of(id, owed)), and(ledBy(id, asOf), partIs(asOf, asksLead))))),
    given(filter.silentSince, (day) => and(isState('not_started', 'in_progress'), silentSince(day))),
    given(filter.dueWithin, (days) => dueWithin(days, asOf)),
    given(filter.q, found),
  )
}

const given = <T>(value: T | undefined, test: (value: T) => SQL | undefined): SQL | undefined =>
  value === undefined ? undefined : test(value)

/** True for tasks that the department leads on that day. */
export const ledBy = (departmentId: string, asOf: Day): SQL =>
  sql`exists (select 1 from ${duties} led where led.task_id = ${tasks.id} and led.department_id = ${departmentId} and led.role = 'lead'
    and led.from_day <= ${asOf} and led.to_day > ${asOf})`

/** True for tasks in which the department has a part on that day. */
const hasPart = (departmentId: string, asOf: Day): SQL =>
  sql`exists (select 1 from ${duties} part where part.task_id = ${tasks.id} and part.department_id = ${departmentId}
    and part.from_day <= ${asOf} and part.to_day > ${asOf})`

/** True for periods in which the part of some cooperating department is such. */
const partIs = (asOf: Day, such: SQL): SQL =>
  sql`exists (select 1 from ${duties} part where part.task_id = ${tasks.id} and part.role = 'cooperating'
    and part.from_day <= ${asOf} and part.to_day > ${asOf} and ${such})`

const notDone = sql`${taskStates.confirmed} not like '%,' || part.department_id || ',%'`
/** The department waits for the lead, respectively the lead for it. */
const asksLead = sql`${taskStates.waiting} like '%,' || part.department_id || ',%'`
const owed = sql`${notDone} and not (${asksLead})`
const of = (departmentId: string, such: SQL): SQL => sql`part.department_id = ${departmentId} and ${such}`

const isOpen = isState('not_started', 'in_progress', 'claimed')

const silentSince = (day: Day): SQL => or(isNull(taskStates.lastReportOn), lt(taskStates.lastReportOn, day)) as SQL

export const dueWithin = (days: number, asOf: Day): SQL =>
  and(isState('not_started', 'in_progress'), gte(taskStates.approvedDueOn, asOf), lte(taskStates.approvedDueOn, addDays(asOf, days))) as SQL

/** True for tasks about which a notice that the viewer may see was open. */
const noticed = (asOf: Day, viewer: Viewer): SQL =>
  sql`exists (select 1 from ${noticeTasks} named join ${notices} on ${notices.id} = named.notice_id where named.task_id = ${tasks.id}
    and ${openOn(asOf)} and ${noticesOf(viewer)})`

/** A stable order over the joined rows of taskRows: ties go by number. */
export function orderedBy(sort: Sort, descending: boolean): SQL[] {
  const direction = descending ? desc : asc
  const byNumber = direction(tasks.number)
  switch (sort) {
    case 'number':
      return [byNumber]
    case 'deadline':
      return [direction(sql`coalesce(${taskStates.approvedDueOn}, '9999-12-31')`), asc(tasks.number)]
    case 'progress':
      return [direction(taskStates.progress), asc(tasks.number)]
    case 'report':
      return [direction(sql`coalesce(${taskStates.lastReportOn}, '')`), asc(tasks.number)]
    case 'lead':
      return [direction(departments.position), asc(tasks.number)]
  }
}

export function inList(list: Exclude<List, 'noticed'>, asOf: Day): SQL {
  const closed = isState('closed')
  const due = and(sql`${taskStates.state} <> 'withdrawn'`, lt(taskStates.approvedDueOn, asOf)) as SQL
  switch (list) {
    case 'open':
      return isState('not_started', 'in_progress', 'claimed')
    case 'overdue_approved':
      return overdueOn('approved', asOf)
    case 'overdue_issued':
      return overdueOn('issued', asOf)
    case 'claimed':
      return isState('claimed')
    case 'due_soon':
      return dueSoonOn(asOf)
    case 'behind':
      return behindOn(asOf)
    case 'due':
      return due
    case 'due_closed':
      return and(due, closed) as SQL
    case 'early':
      return and(closed, gte(taskStates.approvedDueOn, asOf)) as SQL
    case 'on_time':
      return and(closed, lte(taskStates.completedOn, taskStates.approvedDueOn)) as SQL
    case 'extended':
      return gt(taskStates.extensions, 0)
    case 'extension_requested':
      return isNotNull(taskStates.extensionSeq)
    case 'obstructed':
      return gt(taskStates.obstacles, 0)
    case 'unconfirmed':
      return and(isOpen, partIs(asOf, notDone)) as SQL
    case 'gap':
      return gt(taskStates.gap, 0)
    case 'instructed':
      return gt(taskStates.instructions, 0)
    case 'long_term':
      return and(isNull(taskStates.approvedDueOn), sql`${taskStates.state} <> 'withdrawn'`) as SQL
    case 'stage_missing':
      return lte(taskStates.stageMissingFrom, asOf)
    case 'stage_reported':
      return isNotNull(taskStates.stageSeq)
  }
}

const ofGoal = (goal: number): SQL =>
  sql`${tasks.goalId} in (select ${goals.id} from ${goals} inner join ${plans} on ${plans.id} = ${goals.planId}
    where ${goals.number} = ${rowOf(goal)} and ${plans.number} = ${planOf(goal)})`

const inYear = (year: string): SQL =>
  year === 'none'
    ? isNull(tasks.issuedDueOn)
    : (and(gte(tasks.issuedDueOn, `${year}-01-01`), lte(tasks.issuedDueOn, `${year}-12-31`)) as SQL)

// Every word must occur; a number is also that of the task, in its own plan if none is named: 17, 2-17.
function found(q: string): SQL | undefined {
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return and(
    ...words.map((word) => {
      const text = sql`${tasks.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
      const number = readTaskNumber(word)
      if (number === null) return text
      return or(word.includes('-') ? eq(tasks.number, number) : sql`${tasks.number} % ${NUMBERS_PER_PLAN} = ${number}`, text)
    }),
  )
}
