import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { imports } from '@/db/schema-documents'
import type { Instant } from '@/domain/calendar'
import type { Viewer } from '@/domain/permissions'

/** A sheet as it was read, and as JSON what its reader answered and what came of it so far. `doneAt` is null while anything is left to do. */
export type SheetImport = {
  id: string
  fileName: string
  createdAt: Instant
  version: number
  source: string
  choices: string
  doneAt: Instant | null
}

/** The sheet of this department that the viewer brought last; null if there is none. */
export async function sheetImport(db: Db, viewer: Viewer, departmentId: string): Promise<SheetImport | null> {
  const [row] = await db
    .select({
      id: imports.id,
      fileName: imports.fileName,
      createdAt: imports.createdAt,
      version: imports.version,
      source: imports.source,
      choices: imports.choices,
      doneAt: imports.doneAt,
    })
    .from(imports)
    .where(and(eq(imports.kind, 'sheet'), eq(imports.userId, viewer.userId), eq(imports.departmentId, departmentId)))
    .orderBy(desc(imports.createdAt))
    .limit(1)
  return row ?? null
}
