import { and, asc, desc, gte, inArray, isNull, lt, lte, or, type SQL, sql } from 'drizzle-orm'
import { behindOn, dueSoonOn, hasLight, isState, overdueOn } from '@/db/queries/as-of'
import { hasDuty } from '@/db/queries/visible-to'
import { departments, duties, goals, taskStates, tasks } from '@/db/schema'
import type { Day } from '@/domain/calendar'
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
] as const
export type List = (typeof LISTS)[number]

export const SORTS = ['number', 'deadline', 'progress', 'report', 'lead'] as const
export type Sort = (typeof SORTS)[number]

/** What a list may be narrowed to; everything comes from the URL. `lead` and `department` are ids, `goal` a number, `year` of the deadline. */
export type LedgerFilter = {
  light?: Light
  list?: List
  lead?: string
  department?: string
  goal?: number
  year?: string
  state?: State
  q?: string
}

/** The filter as SQL over tasks and their periods. */
export function matching(filter: LedgerFilter, asOf: Day): SQL | undefined {
  return and(
    given(filter.light, (light) => hasLight(light, asOf)),
    given(filter.list, (list) => inList(list, asOf)),
    given(filter.lead, (id) => ledBy(id, asOf)),
    given(filter.department, hasDuty),
    given(filter.goal, (number) => sql`${tasks.goalId} in (select ${goals.id} from ${goals} where ${goals.number} = ${number})`),
    given(filter.year, inYear),
    given(filter.state, (state) => isState(state)),
    given(filter.q, found),
  )
}

const given = <T>(value: T | undefined, test: (value: T) => SQL | undefined): SQL | undefined =>
  value === undefined ? undefined : test(value)

/** True for tasks that the department leads on that day. */
export const ledBy = (departmentId: string, asOf: Day): SQL =>
  sql`exists (select 1 from ${duties} led where led.task_id = ${tasks.id} and led.department_id = ${departmentId} and led.role = 'lead'
    and led.from_day <= ${asOf} and led.to_day > ${asOf})`

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

export function inList(list: List, asOf: Day): SQL {
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
  }
}

const inYear = (year: string): SQL =>
  year === 'none'
    ? isNull(tasks.issuedDueOn)
    : (and(gte(tasks.issuedDueOn, `${year}-01-01`), lte(tasks.issuedDueOn, `${year}-12-31`)) as SQL)

// Every word must occur; a bare number is also the task's own number.
function found(q: string): SQL | undefined {
  const words = q.normalize('NFKC').toLowerCase().split(/\s+/).filter(Boolean)
  return and(
    ...words.map((word) => {
      const text = sql`${tasks.searchText} like ${`%${word.replace(/[\\%_]/g, '\\$&')}%`} escape '\\'`
      return /^\d{1,6}$/.test(word) ? or(inArray(tasks.number, [Number(word)]), text) : text
    }),
  )
}
