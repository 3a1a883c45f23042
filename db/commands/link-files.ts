import { and, eq, inArray, isNull, or } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { files } from '@/db/schema-supervision'
import { retractedSeqs, type TaskEvent } from '@/domain/events'
import { evidenceOf } from '@/domain/evidence'

/**
 * Ties each uploaded file to the event that names it, a correction's to the event that takes the corrected one's place; a file of another
 * task, or of another event, is a bug.
 */
export async function linkFiles(tx: Db, taskId: string, events: readonly TaskEvent[]): Promise<void> {
  const corrected = [...retractedSeqs(events)]
  for (const event of events) {
    const evidence = evidenceOf(event)
    if (evidence?.kind !== 'file') continue
    const linked = await tx
      .update(files)
      .set({ seq: event.seq })
      .where(and(eq(files.id, evidence.file), eq(files.taskId, taskId), or(isNull(files.seq), inArray(files.seq, corrected))))
      .returning({ id: files.id })
    if (linked.length !== 1) throw new Error(`event ${event.seq} names a file that is not the task's: ${evidence.file}`)
  }
}
