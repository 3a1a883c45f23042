// Files that were brought in: whoever brought one reads it, nobody else.
import { and, desc, eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { plans } from '@/db/schema'
import { imports } from '@/db/schema-documents'
import type { Instant } from '@/domain/calendar'
import { canSetPlan, type Viewer } from '@/domain/permissions'

/** What came of an import, as told on its page: the plan's number and short name or title stand with it. */
export type ImportOutcomeKept = {
  as: 'plan' | 'change'
  rows: number
  departments: number
  counts?: Record<string, number>
  withoutOfficer: string[]
}

export type BroughtImport = {
  id: string
  fileName: string
  /** Bytes. */
  size: number
  createdAt: Instant
  version: number
  doneAt: Instant | null
  outcome: ImportOutcomeKept | null
  plan: { number: number; title: string } | null
}
/** `source` and `choices` as JSON. */
export type ImportPage = BroughtImport & { sha256: string; source: string; choices: string }

const COLUMNS = {
  id: imports.id,
  fileName: imports.fileName,
  size: imports.size,
  createdAt: imports.createdAt,
  version: imports.version,
  doneAt: imports.doneAt,
  outcome: imports.outcome,
  planNumber: plans.number,
  planTitle: plans.title,
}

/** One import of the viewer's own; null if there is none of this id. */
export async function importPage(db: Db, viewer: Viewer, id: string): Promise<ImportPage | null> {
  if (!canSetPlan(viewer)) return null
  const [row] = await db
    .select({ ...COLUMNS, sha256: imports.sha256, source: imports.source, choices: imports.choices })
    .from(imports)
    .leftJoin(plans, eq(plans.id, imports.planId))
    .where(and(eq(imports.id, id), eq(imports.userId, viewer.userId), eq(imports.kind, 'plan')))
  if (!row) return null
  const { sha256, source, choices, ...rest } = row
  return { ...brought(rest), sha256, source, choices }
}

const SHOWN = 50

/** The viewer's own imports, the newest first, at most fifty. */
export async function ownImports(db: Db, viewer: Viewer): Promise<BroughtImport[]> {
  if (!canSetPlan(viewer)) return []
  const rows = await db
    .select(COLUMNS)
    .from(imports)
    .leftJoin(plans, eq(plans.id, imports.planId))
    .where(and(eq(imports.userId, viewer.userId), eq(imports.kind, 'plan')))
    .orderBy(desc(imports.createdAt))
    .limit(SHOWN)
  return rows.map(brought)
}

type Row = Omit<BroughtImport, 'outcome' | 'plan'> & { outcome: string | null; planNumber: number | null; planTitle: string | null }

const brought = ({ outcome, planNumber, planTitle, ...row }: Row): BroughtImport => ({
  ...row,
  outcome: outcome === null ? null : (JSON.parse(outcome) as ImportOutcomeKept),
  plan: planNumber === null || planTitle === null ? null : { number: planNumber, title: planTitle },
})
