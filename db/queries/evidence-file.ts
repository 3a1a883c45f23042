import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { visibleTo } from '@/db/queries/visible-to'
import { submissions, tasks } from '@/db/schema'
import { files } from '@/db/schema-supervision'
import type { Viewer } from '@/domain/permissions'
import type { FileEvidence } from '@/domain/words'

export type EvidenceFile = Pick<typeof files.$inferSelect, 'name' | 'type' | 'size' | 'sha256' | 'storedName'>

/**
 * A file that an event names, for those who see its task; null for everyone else. Also one whose event was taken back: the history shows it
 * struck through, and what was recorded stays readable (rule 15).
 */
export async function evidenceFile(db: Db, viewer: Viewer, id: string): Promise<EvidenceFile | null> {
  const [row] = await db
    .select({ name: files.name, type: files.type, size: files.size, sha256: files.sha256, storedName: files.storedName })
    .from(files)
    .innerJoin(tasks, eq(tasks.id, files.taskId))
    .where(and(eq(files.id, id), isNotNull(files.seq), visibleTo(viewer)))
  return row ?? null
}

/**
 * A file of this task that the viewer brought and no event names yet. Refused once it was swept away or another form has used it; the form
 * that did may come twice.
 */
export async function waitingFile(
  db: Db,
  viewer: Viewer,
  { number, formId }: { number: number; formId: string },
  id: string,
): Promise<{ evidence: FileEvidence } | { refused: 'evidence-gone'; field: 'evidenceFile' }> {
  const [row] = await db
    .select({ file: files.id, text: files.name, size: files.size, sha256: files.sha256, seq: files.seq })
    .from(files)
    .innerJoin(tasks, eq(tasks.id, files.taskId))
    .where(and(eq(files.id, id), eq(tasks.number, number), eq(files.uploadedBy, viewer.userId), visibleTo(viewer)))
  if (!row || (row.seq !== null && !(await wasCarriedOut(db, viewer, formId)))) return { refused: 'evidence-gone', field: 'evidenceFile' }
  const { seq: _, ...file } = row
  return { evidence: { kind: 'file', ...file } }
}

async function wasCarriedOut(db: Db, viewer: Viewer, formId: string): Promise<boolean> {
  const found = await db
    .select({ id: submissions.id })
    .from(submissions)
    .where(and(eq(submissions.userId, viewer.userId), eq(submissions.id, formId)))
  return found.length > 0
}
