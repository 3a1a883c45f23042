import { and, between, type SQL } from 'drizzle-orm'
import { periodOn } from '@/db/queries/as-of'
import { visibleTo } from '@/db/queries/visible-to'
import { tasks } from '@/db/schema'
import type { Viewer } from '@/domain/permissions'
import type { Scope } from '@/domain/scope'
import { numbersOfPlan } from '@/domain/task-number'

/** True for the joined rows of tasks and their periods that the viewer may see and that a list of this scope speaks of. */
export const inScope = (viewer: Viewer, { asOf, knownAt = null, plan }: Scope): SQL =>
  and(visibleTo(viewer), periodOn(asOf, knownAt), inPlan(plan)) as SQL

/** True for the tasks of a plan; for all without one. */
export const inPlan = (plan: number | undefined): SQL | undefined =>
  plan === undefined ? undefined : between(tasks.number, ...numbersOfPlan(plan))
