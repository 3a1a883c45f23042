import { realNow } from '@/clock'
import { type Db, openDatabase } from '@/db/client'
import type { Viewer } from '@/domain/permissions'
import { type ExportWanted, exportList } from '@/exports/export-list'
import { storePrepared } from '@/files/prepared'
import type { Report } from '@/workers/works'

/** `folder` holds the data, and the prepared files. */
export type ListExport = { folder: string; viewer: Viewer; wanted: ExportWanted }

/** The same over a connection of its own. */
export async function prepareListAlone(list: ListExport, report: Report): Promise<{ id: string }> {
  const database = await openDatabase(list.folder)
  try {
    return await prepareList(database.db, list, report)
  } finally {
    await database.close()
  }
}

/** Writes the list as a file that only this viewer can fetch, and answers its id. Writes no row. */
export async function prepareList(db: Db, { folder, viewer, wanted }: ListExport, report: Report): Promise<{ id: string }> {
  const step = (done: number) => report({ done, total: 3 })
  step(0)
  const { name, type, bytes } = await exportList(db, viewer, wanted, () => step(1))
  step(2)
  const id = await storePrepared(folder, { userId: viewer.userId, name, type, at: realNow() }, bytes)
  step(3)
  return { id }
}
