import { z } from 'zod'
import type { LedgerContext } from '@/app/ledger-context'
import { type ListQuery, readListQuery, type SearchParams } from '@/app/list-query'
import { addDays, type Day, isDay } from '@/domain/calendar'
import { CHANGE_KINDS, type ChangeKind } from '@/domain/compare'
import { endOfDay, type Scope } from '@/domain/scope'

/** One of the two views: a day, and on whose knowledge it rests (null: on what is known now). */
export type View = { asOf: Day; knownOn: Day | null }
export type ComparisonAsked = {
  query: ListQuery
  before: View
  after: View
  /** The second day as asked for; what was asked for in its place and cannot be had. */
  other: Day
  otherRefused: string | null
  lead?: string
  kind?: ChangeKind
}

const given = z.object({ with: z.string().min(1).optional().catch(undefined), kind: z.enum(CHANGE_KINDS).optional().catch(undefined) })

/**
 * Two days, the earlier one first, both as known now or on the day given, which may not lie before either; or, with a day of knowledge and no
 * second day, one day as known then and as known now. Without anything today and the end of the month before.
 */
export function comparisonAsked(params: SearchParams, { today, plans }: Pick<LedgerContext, 'today' | 'plans'>): ComparisonAsked {
  const query = readListQuery(params, today, plans)
  const { with: named, kind } = given.parse(params)
  const { asOf, knownOn } = query
  const usable = named === undefined || (isDay(named) && named <= today)
  const wanted = usable ? named : undefined
  const common = { query, otherRefused: usable ? null : named, lead: query.filter.lead, kind }
  if (knownOn !== null && (wanted === undefined || wanted === asOf))
    return { ...common, other: asOf, before: { asOf, knownOn }, after: { asOf, knownOn: null } }
  const other = wanted ?? addDays(`${asOf.slice(0, 7)}-01`, -1)
  const [first, last] = other < asOf ? [other, asOf] : [asOf, other]
  const known = knownOn !== null && knownOn >= last ? knownOn : null
  const knownOnRefused = query.knownOnRefused ?? (known === knownOn ? null : knownOn)
  return {
    ...common,
    query: { ...query, knownOnRefused },
    other,
    before: { asOf: first, knownOn: known },
    after: { asOf: last, knownOn: known },
  }
}

export const scopeOf = ({ asOf, knownOn }: View): Omit<Scope, 'plan'> => ({ asOf, knownAt: knownOn === null ? null : endOfDay(knownOn) })

/** One day in two states of knowledge. */
export const isOfKnowledge = ({ before, after }: Pick<ComparisonAsked, 'before' | 'after'>): boolean =>
  before.asOf === after.asOf && before.knownOn !== after.knownOn

/** The whole comparison as search parameters. */
export function comparisonParams({ query, other, lead, kind }: ComparisonAsked, today: Day): Record<string, string> {
  const { asOf, knownOn, plan } = query
  const all = { plan: plan?.toString(), asOf: asOf === today ? undefined : asOf, with: other, knownOn: knownOn ?? undefined, lead, kind }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, value]])))
}
