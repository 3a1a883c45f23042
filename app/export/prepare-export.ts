import { database } from '@/db/client'
import { taskTotal } from '@/db/queries/task-total'
import type { Viewer } from '@/domain/permissions'
import { env } from '@/env'
import type { ExportWanted } from '@/exports/export-list'
import { prepareList } from '@/workers/export-list'
import { runWork, type WorkLimits, type WorkOutcome } from '@/workers/run-work'

const LIMITS = { timeoutMs: 120_000, memoryMb: 1024 }

/** Makes the file, in a ledger with many tasks in a process of its own; it lies for this viewer to be fetched. */
export async function prepareExport(
  viewer: Viewer,
  wanted: ExportWanted,
  watched: Pick<WorkLimits, 'signal' | 'onProgress'>,
): Promise<WorkOutcome<'export-list'>> {
  const list = { folder: env.DATA_DIR, viewer, wanted }
  const { db } = await database()
  if ((await taskTotal(db)) > env.LEDGER_EXPORT_AT_ONCE) return runWork('export-list', list, { ...LIMITS, ...watched })
  return { done: await prepareList(db, list, watched.onProgress ?? (() => {})) }
}
