import type { Database } from '@/db/client'
import { loadTask, responsibleFor } from '@/db/commands/task-record'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { files } from '@/db/schema-supervision'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canAddEvidence, type Viewer } from '@/domain/permissions'
import type { FileEvidence } from '@/domain/words'

export type StoredFile = { name: string; type: string; size: number; sha256: string; storedName: string }

/** Enters a stored file, to be named by an event of the task. Until then only who brought it can use it. */
export function addFile(
  database: Database,
  viewer: Viewer,
  number: number,
  { name, type, size, sha256, storedName }: StoredFile,
  now: Instant,
): Promise<{ evidence: FileEvidence } | Refusal | 'hidden'> {
  return inWritableLedger<{ evidence: FileEvidence } | Refusal | 'hidden'>(database, async (tx) => {
    const loaded = await loadTask(tx, viewer, number)
    if (!loaded) return 'hidden'
    if (!canAddEvidence(viewer, responsibleFor(loaded))) return { refused: 'not-permitted' }
    const id = newId()
    const row = { id, taskId: loaded.task.id, name, type, size, sha256, storedName, uploadedBy: viewer.userId, uploadedAt: now }
    await tx.insert(files).values(row)
    return { evidence: { kind: 'file', text: name, file: id, size, sha256 } }
  })
}
