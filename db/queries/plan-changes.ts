import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { officeEvents } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import { canSetPlan, type Viewer } from '@/domain/permissions'
import type { SettingChanges } from '@/domain/plan-settings'

export type PlanChange = { seq: number; at: Instant; name: string; post: string; changes: SettingChanges }

/** The changes of a plan's settings, the newest first; none for those who may not set them. */
export async function planChanges(db: Db, viewer: Viewer, planId: string): Promise<PlanChange[]> {
  if (!canSetPlan(viewer)) return []
  const rows = await db
    .select()
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, 'plan'), eq(officeEvents.subjectId, planId), eq(officeEvents.kind, 'settings_changed')))
    .orderBy(desc(officeEvents.seq))
  return rows.map(({ seq, recordedAt, actorName, actorPost, payload }) => ({
    seq,
    at: recordedAt,
    name: actorName,
    post: actorPost,
    changes: (JSON.parse(payload) as { changes: SettingChanges }).changes,
  }))
}
