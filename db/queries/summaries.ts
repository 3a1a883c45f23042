import { desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { departments, plans, users } from '@/db/schema'
import { summaries } from '@/db/schema-documents'
import type { Day, Instant } from '@/domain/calendar'
import { canSeeSummary, type Viewer } from '@/domain/permissions'
import type { SummaryText } from '@/domain/work-summary'

export type SummaryEntry = {
  id: string
  title: string
  from: Day
  to: Day
  department: string | null
  author: string
  changedAt: Instant
}

/** The summaries that the viewer may read, the newest first, in one query. */
export async function summariesInSight(db: Db, viewer: Viewer): Promise<SummaryEntry[]> {
  const own = viewer.departmentId === null ? undefined : eq(summaries.departmentId, viewer.departmentId)
  if (own === undefined && !canSeeSummary(viewer, null)) return []
  return db
    .select({
      id: summaries.id,
      title: summaries.title,
      from: summaries.fromDay,
      to: summaries.toDay,
      department: departments.name,
      author: users.name,
      changedAt: summaries.changedAt,
    })
    .from(summaries)
    .innerJoin(users, eq(users.id, summaries.createdBy))
    .leftJoin(departments, eq(departments.id, summaries.departmentId))
    .where(own)
    .orderBy(desc(summaries.toDay), desc(summaries.createdAt))
}

export type SummaryPage = SummaryEntry & { departmentId: string | null; issuer: string; text: SummaryText; version: number }

/** One of them; null if it is hidden or does not exist. */
export async function summaryPage(db: Db, viewer: Viewer, id: string): Promise<SummaryPage | null> {
  const [found] = await db
    .select({ summary: summaries, plan: plans, department: departments.name, author: users.name })
    .from(summaries)
    .innerJoin(plans, eq(plans.id, summaries.planId))
    .innerJoin(users, eq(users.id, summaries.createdBy))
    .leftJoin(departments, eq(departments.id, summaries.departmentId))
    .where(eq(summaries.id, id))
  if (!found || !canSeeSummary(viewer, found.summary.departmentId)) return null
  const { summary, plan, department, author } = found
  return {
    id,
    title: summary.title,
    from: summary.fromDay,
    to: summary.toDay,
    department,
    departmentId: summary.departmentId,
    author,
    changedAt: summary.changedAt,
    issuer: department ?? plan.officeName ?? plan.issuer,
    text: JSON.parse(summary.text) as SummaryText,
    version: summary.version,
  }
}
