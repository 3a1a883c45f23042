// The rules of overdue and light as SQL predicates over the stored periods (domain.md, rules 2-4 and 9). domain/light.ts says the same
// in TypeScript; a test runs both over all tasks and several days. Days are compared as text, nothing is calculated here.
import { type AnyColumn, and, eq, gt, gte, inArray, lte, type SQL, sql } from 'drizzle-orm'
import { taskStates as s } from '@/db/schema'
import { type Day, FOREVER_AT, type Instant } from '@/domain/calendar'
import { type Basis, LIGHTS, type Light } from '@/domain/words'

/** The period of each task that holds on `day`, as known now or at the instant `knownAt`. */
export const periodOn = (day: Day, knownAt: Instant | null = null): SQL =>
  all(knownThen(knownAt), lte(s.validFrom, day), gt(s.validTo, day))

const knownThen = (knownAt: Instant | null): SQL =>
  knownAt === null ? eq(s.knownTo, FOREVER_AT) : all(lte(s.knownFrom, knownAt), gt(s.knownTo, knownAt))

export const overdueOn = (basis: Basis, day: Day): SQL => lte(basis === 'issued' ? s.overdueIssuedFrom : s.overdueApprovedFrom, day)
export const behindOn = (day: Day): SQL => lte(s.behindFrom, day)
export const dueSoonOn = (day: Day): SQL => all(lte(s.dueSoonFrom, day), gte(s.approvedDueOn, day))
export const isState = (...states: (typeof s.$inferSelect)['state'][]): SQL => inArray(s.state, states)

const condition = (light: Light, day: Day): SQL => {
  switch (light) {
    case 'closed':
    case 'withdrawn':
    case 'claimed':
      return isState(light)
    case 'overdue':
      return overdueOn('approved', day)
    case 'behind':
      return behindOn(day)
    case 'due_soon':
      return dueSoonOn(day)
    case 'normal':
      return sql`1 = 1`
  }
}

/** The light's code as a column: the first condition that matches. */
export function lightOn(day: Day): SQL<Light> {
  const cases = LIGHTS.map((light) => sql`when ${condition(light, day)} then ${light}`)
  return sql<Light>`case ${sql.join(cases, sql` `)} end`
}

/** True where the task shows this light. */
export const hasLight = (light: Light, day: Day): SQL => sql`${lightOn(day)} = ${light}`

/** As 1 or 0, for sums; a comparison with an absent day counts as 0. */
export const asNumber = (test: SQL): SQL<number> => sql<number>`case when ${test} then 1 else 0 end`

/**
 * Where the first of `days`, which ascend, stands that is not before the column's day, from 0; their number if there is none or the column
 * is null. Lets one pass over the periods answer for many days: what holds from one day to another, exclusive, holds on days[from .. to - 1].
 */
export function firstNotBefore(column: AnyColumn | SQL, days: readonly Day[]): SQL<number> {
  const cases = days.map((day, index) => sql`when ${column} <= ${day} then ${sql.raw(String(index))}`)
  return sql<number>`case ${sql.join(cases, sql` `)} else ${sql.raw(String(days.length))} end`
}

/** True for what is known now, or was at the instant `knownAt`, about any of the days between the two, both included. */
export const periodsWithin = (first: Day, last: Day, knownAt: Instant | null = null): SQL =>
  all(knownThen(knownAt), lte(s.validFrom, last), gt(s.validTo, first))

function all(...tests: SQL[]): SQL {
  return and(...tests) as SQL
}
