// A work summary is assembled from the records, kept, and edited since; what it says is nobody's but its writers', so it is no event of a task.
import { and, desc, eq, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { type SummaryWanted, summaryRecords } from '@/db/queries/summary-records'
import { plans } from '@/db/schema'
import { summaries } from '@/db/schema-documents'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSeeSummary, canSeeTasks, canWriteSummary, type Viewer } from '@/domain/permissions'
import { aheadOf, assembleSummary, type SummaryText, summaryTitle } from '@/domain/work-summary'

export type SummaryOutcome =
  | { done: { id: string } }
  | { refused: 'summary-period' | 'summary-nothing' | 'summary-stale'; field?: string }
  /** `id` is that of the one that there is. */
  | { refused: 'summary-exists'; id: string }
  | Refusal
  | 'hidden'

/** `again`: though there is one of the same plan, department and period. */
export type Assembly = SummaryWanted & { again?: boolean }

/** Assembles one and keeps it. Refused where there is one already, unless it is asked for again, and where the period ends after today or before it begins, or holds no task. */
export async function assembleWorkSummary(
  database: Database,
  viewer: Viewer,
  wanted: Assembly,
  { today, now }: { today: Day; now: Instant },
): Promise<SummaryOutcome> {
  if (!canSeeTasks(viewer)) return 'hidden'
  if (!canWriteSummary(viewer, wanted.departmentId)) return { refused: 'not-permitted' }
  if (wanted.from > wanted.to || wanted.to > today) return { refused: 'summary-period', field: 'to' }
  const [plan] = await database.db.select().from(plans).where(eq(plans.number, wanted.plan))
  if (!plan) return { refused: 'summary-nothing', field: 'plan' }
  const same = wanted.again ? null : await sameSummary(database.db, plan.id, wanted)
  if (same) return { refused: 'summary-exists', id: same.id }
  // read before the transaction: it may take a while, and nobody else is to wait for it
  const records = await summaryRecords(database.db, viewer, wanted)
  if (records.length === 0) return { refused: 'summary-nothing', field: 'departmentId' }
  const department = wanted.departmentId === null ? null : (records[0]?.lead ?? null)
  return inWritableLedger<SummaryOutcome>(database, async (tx) => {
    const { from, to, departmentId } = wanted
    const id = newId()
    const title = summaryTitle(department, plan.title, from, to)
    const text = JSON.stringify(assembleSummary(plan.title, records, { from, to, ahead: aheadOf(from, to) }))
    const author = { createdAt: now, createdBy: viewer.userId, changedAt: now }
    await tx.insert(summaries).values({ id, planId: plan.id, departmentId, fromDay: from, toDay: to, title, text, ...author })
    await recordOfficeEvent(tx, { subject: 'summary', subjectId: id, kind: 'summary_assembled', payload: { from, to } }, viewer, now)
    return { done: { id } }
  })
}

/** The latest of the same plan, department and period. */
async function sameSummary(db: Db, planId: string, { from, to, departmentId }: SummaryWanted): Promise<{ id: string } | null> {
  const whose = departmentId === null ? isNull(summaries.departmentId) : eq(summaries.departmentId, departmentId)
  const [same] = await db
    .select({ id: summaries.id })
    .from(summaries)
    .where(and(eq(summaries.planId, planId), whose, eq(summaries.fromDay, from), eq(summaries.toDay, to)))
    .orderBy(desc(summaries.createdAt))
    .limit(1)
  return same ?? null
}

/** One part of it, or its opening (`section` null), in other words. Sentences without text fall away; a new one names no task. */
export type SummaryEdit = { id: string; version: number; section: number | null; part: number; texts: string[]; added: string }

export function editWorkSummary(database: Database, viewer: Viewer, edit: SummaryEdit, now: Instant): Promise<SummaryOutcome> {
  return changed(database, viewer, edit, now, 'summary_edited', (summary) => {
    const text = JSON.parse(summary.text) as SummaryText
    const part = edit.section === null ? undefined : text.sections[edit.section]?.parts[edit.part]
    const sentences = edit.section === null ? text.opening : part?.sentences
    if (!sentences) return { refused: 'summary-stale' as const }
    const kept = sentences.flatMap((sentence, index) => {
      const words = edit.texts[index]?.trim() ?? sentence.text
      return words === '' ? [] : [{ ...sentence, text: words }]
    })
    if (edit.added.trim() !== '') kept.push({ text: edit.added.trim(), tasks: [], from: '' })
    if (part) part.sentences = kept
    else text.opening = kept
    return { text: JSON.stringify(text) }
  })
}

export function renameWorkSummary(
  database: Database,
  viewer: Viewer,
  edit: { id: string; version: number; title: string },
  now: Instant,
): Promise<SummaryOutcome> {
  const title = edit.title.trim()
  if (title === '') return Promise.resolve({ refused: 'text-required', field: 'title' })
  return changed(database, viewer, edit, now, 'summary_renamed', () => ({ title }))
}

/** Throws it away; that it was, and what it was called, stays on record. Refused: `summary-stale` if somebody changed it since. */
export function discardWorkSummary(
  database: Database,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  now: Instant,
): Promise<SummaryOutcome> {
  return inWritableLedger<SummaryOutcome>(database, async (tx) => {
    const summary = await summaryOf(tx, viewer, id)
    if (!summary) return 'hidden'
    if (!canWriteSummary(viewer, summary.departmentId)) return { refused: 'not-permitted' }
    if (summary.version !== version) return { refused: 'summary-stale' }
    await tx.delete(summaries).where(eq(summaries.id, id))
    const payload = { title: summary.title }
    await recordOfficeEvent(tx, { subject: 'summary', subjectId: id, kind: 'summary_discarded', payload }, viewer, now)
    return { done: { id } }
  })
}

type Row = typeof summaries.$inferSelect

function changed(
  database: Database,
  viewer: Viewer,
  { id, version }: { id: string; version: number },
  now: Instant,
  kind: string,
  change: (summary: Row) => Partial<Row> | { refused: 'summary-stale' },
): Promise<SummaryOutcome> {
  return inWritableLedger<SummaryOutcome>(database, async (tx) => {
    const summary = await summaryOf(tx, viewer, id)
    if (!summary) return 'hidden'
    if (!canWriteSummary(viewer, summary.departmentId)) return { refused: 'not-permitted' }
    if (summary.version !== version) return { refused: 'summary-stale' }
    const next = change(summary)
    if ('refused' in next && next.refused) return { refused: 'summary-stale' }
    await tx
      .update(summaries)
      .set({ ...(next as Partial<Row>), version: version + 1, changedAt: now })
      .where(and(eq(summaries.id, id), eq(summaries.version, version)))
    await recordOfficeEvent(tx, { subject: 'summary', subjectId: id, kind, payload: {} }, viewer, now)
    return { done: { id } }
  })
}

/** The summary if the viewer may read it; null also for one that does not exist. */
export async function summaryOf(db: Db, viewer: Viewer, id: string): Promise<Row | null> {
  const [summary] = await db.select().from(summaries).where(eq(summaries.id, id))
  return summary && canSeeSummary(viewer, summary.departmentId) ? summary : null
}
