// Bulletins as they are kept. Everyone but administrators reads issued ones; drafts exist for supervisors only.
import { and, asc, desc, eq, isNotNull, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { inPlan } from '@/db/queries/scope'
import { visibleTo } from '@/db/queries/visible-to'
import { plans, tasks } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import type { BulletinFigures, PreviousIssue } from '@/domain/bulletin'
import type { BulletinProse } from '@/domain/bulletin-prose'
import type { BulletinImprint } from '@/domain/bulletin-text'
import type { Day, Instant } from '@/domain/calendar'
import type { SignOff } from '@/domain/events'
import { canDecide, canReadBulletins, type Viewer } from '@/domain/permissions'
import type { Basis } from '@/domain/words'

/**
 * What the imprint column holds: as it was at issue, who issued it, and the whole sheet as JSON with the SHA-256 of that text. Issues are
 * printed from it, whatever we have changed in our wording since. Those from before it was kept have none, and are put in words again.
 */
export type StoredImprint = BulletinImprint & {
  by: { userId: string; name: string; post: string }
  sheet?: { text: string; sha256: string }
}

export type Draft = { state: 'draft'; id: string; planId: string; version: number; asOf: Day; basis: Basis; prose: BulletinProse }
export type Issued = {
  state: 'issued'
  id: string
  planId: string
  number: number
  asOf: Day
  basis: Basis
  prose: BulletinProse
  figures: BulletinFigures
  /** The stored text of the figures, of which the checksum is taken. */
  stored: string
  sha256: string
  imprint: StoredImprint
  issuedAt: Instant
  signOff: SignOff
  previousId: string | null
}

export type BulletinLine = {
  id: string
  plan: number
  /** Null for a draft. */
  number: number | null
  version: number
  asOf: Day
  basis: Basis
  issuedAt: Instant | null
  signOff: SignOff | null
  createdAt: Instant
}

/** Drafts first, then the newest issue; without their figures, in one query. */
export async function bulletinList(db: Db, viewer: Viewer): Promise<BulletinLine[]> {
  const rows = await db
    .select({
      id: bulletins.id,
      plan: plans.number,
      number: bulletins.number,
      version: bulletins.version,
      asOf: bulletins.asOf,
      basis: bulletins.basis,
      issuedAt: bulletins.issuedAt,
      name: bulletins.signedName,
      post: bulletins.signedPost,
      on: bulletins.signedOn,
      createdAt: bulletins.createdAt,
    })
    .from(bulletins)
    .innerJoin(plans, eq(plans.id, bulletins.planId))
    .where(readableBy(viewer))
    .orderBy(
      sql`case when ${bulletins.number} is null then 0 else 1 end`,
      desc(bulletins.issuedAt),
      asc(plans.number),
      desc(bulletins.number),
    )
  return rows.map(({ name, post, on, ...row }) => ({ ...row, signOff: signOffOf(name, post, on) }))
}

/** Null also for what the viewer may not read. */
export async function bulletinById(db: Db, viewer: Viewer, id: string): Promise<Draft | Issued | null> {
  const [row] = await db
    .select()
    .from(bulletins)
    .where(and(eq(bulletins.id, id), readableBy(viewer)))
  return row ? bulletinOf(row) : null
}

/** The last issue of a plan with its number, or the last of an as-of day. */
export async function lastIssue(db: Db, planId: string, asOf?: Day): Promise<Issued | null> {
  const [row] = await db
    .select()
    .from(bulletins)
    .where(and(eq(bulletins.planId, planId), isNotNull(bulletins.number), asOf === undefined ? undefined : eq(bulletins.asOf, asOf)))
    .orderBy(desc(bulletins.number))
    .limit(1)
  const found = row ? bulletinOf(row) : null
  return found?.state === 'issued' ? found : null
}

/** What the next issue compares with. */
export const previousOf = (issue: Issued | null): PreviousIssue | null => issue && { number: issue.number, figures: issue.figures }

export async function openDraft(db: Db, planId: string): Promise<typeof bulletins.$inferSelect | null> {
  const [row] = await db
    .select()
    .from(bulletins)
    .where(and(eq(bulletins.planId, planId), isNull(bulletins.number)))
  return row ?? null
}

/** The plan's tasks that an officer sees today: only these are links in a bulletin. Null for those who see every task. */
export async function tasksInSight(db: Db, viewer: Viewer, plan: number): Promise<ReadonlySet<number> | null> {
  if (viewer.role === 'supervisor' || viewer.role === 'leader') return null
  if (viewer.role !== 'officer') return new Set()
  const rows = await db
    .select({ number: tasks.number })
    .from(tasks)
    .where(and(visibleTo(viewer), inPlan(plan)))
  return new Set(rows.map(({ number }) => number))
}

function readableBy(viewer: Viewer): SQL {
  if (canDecide(viewer)) return sql`1 = 1`
  return canReadBulletins(viewer) ? isNotNull(bulletins.number) : sql`1 = 0`
}

export function bulletinOf(row: typeof bulletins.$inferSelect): Draft | Issued {
  const { id, planId, version, asOf, basis, number, figures, sha256, imprint, issuedAt } = row
  const prose = JSON.parse(row.prose) as BulletinProse
  if (number === null) return { state: 'draft', id, planId, version, asOf, basis, prose }
  const signOff = signOffOf(row.signedName, row.signedPost, row.signedOn)
  if (figures === null || sha256 === null || imprint === null || issuedAt === null || signOff === null)
    throw new Error(`bulletin ${id} is not whole`)
  return {
    state: 'issued',
    id,
    planId,
    number,
    asOf,
    basis,
    prose,
    figures: JSON.parse(figures) as BulletinFigures,
    stored: figures,
    sha256,
    imprint: JSON.parse(imprint) as StoredImprint,
    issuedAt,
    signOff,
    previousId: row.previousId,
  }
}

const signOffOf = (name: string | null, post: string | null, on: string | null): SignOff | null =>
  name === null || post === null || on === null ? null : { name, post, on }
