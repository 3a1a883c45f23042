import { and, eq, isNotNull, isNull } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { visibleTo } from '@/db/queries/visible-to'
import { tasks } from '@/db/schema'
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

/** A file of this task that the viewer brought and no event names yet; null if there is none. */
export async function waitingFile(db: Db, viewer: Viewer, number: number, id: string): Promise<FileEvidence | null> {
  const [row] = await db
    .select({ file: files.id, text: files.name, size: files.size, sha256: files.sha256 })
    .from(files)
    .innerJoin(tasks, eq(tasks.id, files.taskId))
    .where(and(eq(files.id, id), eq(tasks.number, number), eq(files.uploadedBy, viewer.userId), isNull(files.seq), visibleTo(viewer)))
  return row ? { kind: 'file', ...row } : null
}
