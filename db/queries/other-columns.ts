import { and, desc, eq, gt, inArray, isNotNull, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { taskEvents, tasks } from '@/db/schema'
import type { Payloads } from '@/domain/events'
import type { Scope } from '@/domain/scope'

/**
 * Columns of the issued tables that the ledger gives no meaning, by the task's number and then by their headings, of all tasks of the plans
 * that have any: as of the day and as known then, so what was amended later is taken back, the latest first.
 */
export async function otherColumns(db: Db, planIds: readonly string[], scope: Scope): Promise<Map<number, Record<string, string>>> {
  if (planIds.length === 0) return new Map()
  const inPlans = and(inArray(tasks.planId, [...planIds]), isNotNull(tasks.other))
  const rows = await db.select({ number: tasks.number, other: tasks.other }).from(tasks).where(inPlans)
  const found = new Map(
    rows.flatMap(({ number, other }) => (other === null ? [] : [[number, JSON.parse(other) as Record<string, string>]])),
  )
  if (found.size === 0) return found
  const { asOf, knownAt } = scope
  const later = await db
    .select({ number: tasks.number, payload: taskEvents.payload })
    .from(taskEvents)
    .innerJoin(tasks, eq(tasks.id, taskEvents.taskId))
    .where(
      and(
        inPlans,
        eq(taskEvents.kind, 'amended'),
        or(gt(taskEvents.effectiveOn, asOf), knownAt ? gt(taskEvents.recordedAt, knownAt) : undefined),
      ),
    )
    .orderBy(tasks.number, desc(taskEvents.seq))
  for (const { number, payload } of later) {
    const { other } = (JSON.parse(payload) as Payloads['amended']).changes
    if (other) found.set(number, other.from)
  }
  return found
}
