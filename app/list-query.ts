// What a list shows lives in its address, so that a link shares a view and Back works. Nothing is taken from it that was not parsed here.

import { z } from 'zod'
import { storable } from '@/app/form-object'
import { type LedgerFilter, LISTS, SORTS, type Sort } from '@/db/queries/ledger-filter'
import { type Day, isDay } from '@/domain/calendar'
import { endOfDay, type Scope } from '@/domain/scope'
import { numberText, readTaskNumber } from '@/domain/task-number'
import { BASES, type Basis, LIGHTS, STATES } from '@/domain/words'

export type SearchParams = Record<string, string | string[] | undefined>

/**
 * `knownOn` is the day on whose knowledge the list rests, from `asOf` to yesterday; null for what is known now. The three `…Refused` hold
 * what was asked for and cannot be had: a day after today or no day at all (the list then speaks of today), a day of knowledge before `asOf`
 * or after today (then of what is known now), a plan that there is not (then of all).
 */
export type ListQuery = Scope & {
  knownOn: Day | null
  asOfRefused: string | null
  knownOnRefused: string | null
  planRefused: string | null
  basis: Basis
  filter: LedgerFilter
  sort: Sort
  descending: boolean
  page: number
}

const optional = <T extends z.ZodType>(schema: T) => schema.optional().catch(undefined)
const address = z.object({
  asOf: optional(z.string().min(1)),
  knownOn: optional(z.string().min(1)),
  plan: optional(z.string().min(1)),
  basis: z.enum(BASES).catch('approved'),
  light: optional(z.enum(LIGHTS)),
  list: optional(z.enum(LISTS)),
  lead: optional(z.string().min(1).max(64)),
  department: optional(z.string().min(1).max(64)),
  goal: optional(z.string().transform(readTaskNumber).pipe(z.number())),
  year: optional(z.string().regex(/^(\d{4}|none)$/)),
  state: optional(z.enum(STATES)),
  waits: optional(z.string().min(1).max(64)),
  waitsFor: optional(z.string().min(1).max(64)),
  silentSince: optional(z.string().refine(isDay)),
  dueWithin: optional(z.coerce.number().int().min(0).max(3660)),
  q: optional(z.string().trim().min(1).max(100)),
  sort: z.enum(SORTS).catch('number'),
  dir: z.enum(['asc', 'desc']).catch('asc'),
  page: z.coerce.number().int().positive().max(100_000).catch(1),
})

/** `plans` are those that can be asked for; where only one can, it need not be. */
export function readListQuery(params: SearchParams, today: Day, plans: readonly { number: number }[] = []): ListQuery {
  const single = Object.fromEntries(
    Object.entries(params).map(([name, value]) => [name, storable((Array.isArray(value) ? value[0] : value) ?? '') || undefined]),
  )
  const { asOf: asked, knownOn: known, plan: named, basis, sort, dir, page, ...filter } = address.parse(single)
  const usable = asked === undefined || (isDay(asked) && asked <= today)
  const asOf = usable && asked !== undefined ? asked : today
  const isKnown = known === undefined || (isDay(known) && known >= asOf && known <= today)
  const knownOn = isKnown && known !== undefined && known < today ? known : null
  const plan = plans.find(({ number }) => String(number) === named)?.number
  return {
    asOf,
    asOfRefused: usable ? null : asked,
    knownOn,
    knownOnRefused: isKnown ? null : known,
    knownAt: knownOn === null ? null : endOfDay(knownOn),
    plan: plans.length > 1 ? plan : undefined,
    planRefused: named !== undefined && plan === undefined ? named : null,
    basis,
    filter,
    sort,
    descending: dir === 'desc',
    page,
  }
}

/** The query as search parameters, defaults left out: what links, hidden inputs and the export carry on. */
export function listParams(query: ListQuery, today: Day): Record<string, string> {
  const { asOf, knownOn, plan, basis, filter, sort, descending, page } = query
  const all: Record<string, string | number | undefined> = {
    ...filter,
    goal: filter.goal === undefined ? undefined : numberText(filter.goal),
    plan,
    asOf: asOf === today ? undefined : asOf,
    knownOn: knownOn ?? undefined,
    basis: basis === 'approved' ? undefined : basis,
    sort: sort === 'number' ? undefined : sort,
    dir: descending ? 'desc' : undefined,
    page: page === 1 ? undefined : page,
  }
  return Object.fromEntries(Object.entries(all).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]])))
}

/** Of what a page speaks, and nothing else, as search parameters: what the links between pages carry on. */
export const scopeParams = ({ asOf, knownOn, plan }: Pick<ListQuery, 'asOf' | 'knownOn' | 'plan'>, today: Day): Record<string, string> => ({
  ...(plan === undefined ? {} : { plan: String(plan) }),
  ...(asOf === today ? {} : { asOf }),
  ...(knownOn === null ? {} : { knownOn }),
})

/** An address with some parameters changed; undefined removes one. Changing anything but the page goes back to the first page. */
export function hrefWith(path: string, params: Record<string, string>, changes: Record<string, string | number | undefined> = {}): string {
  const { page, ...kept } = params
  const base = 'page' in changes || Object.keys(changes).length === 0 ? { ...kept, page } : kept
  const merged = Object.entries({ ...base, ...changes }).flatMap(([name, value]) => (value === undefined ? [] : [[name, String(value)]]))
  const text = new URLSearchParams(merged as [string, string][]).toString()
  return text ? `${path}?${text}` : path
}
