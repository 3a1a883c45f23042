import canonicalize from 'canonicalize'
import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { type OfficeSubject, officeEvents } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'
import { actorOf } from '@/domain/workflow'

/** Appends what happened to a plan, a notice, the calendar …, in the transaction that did it. Answers its sequence number, from 1. */
export async function recordOfficeEvent(
  tx: Db,
  about: { subject: OfficeSubject; subjectId: string; kind: string; payload: Record<string, unknown> },
  viewer: Viewer,
  now: Instant,
): Promise<number> {
  const { subject, subjectId, kind, payload } = about
  const [last] = await tx
    .select({ seq: sql<number>`coalesce(max(${officeEvents.seq}), 0)` })
    .from(officeEvents)
    .where(and(eq(officeEvents.subject, subject), eq(officeEvents.subjectId, subjectId)))
  const seq = Number(last?.seq ?? 0) + 1
  const { userId, name, post, role, departmentId, departmentName } = actorOf(viewer)
  await tx.insert(officeEvents).values({
    subject,
    subjectId,
    seq,
    kind,
    recordedAt: now,
    actorId: userId,
    actorName: name,
    actorPost: post,
    actorRole: role,
    actorDepartmentId: departmentId,
    actorDepartmentName: departmentName,
    payload: canonicalize(payload) ?? '{}',
  })
  return seq
}
