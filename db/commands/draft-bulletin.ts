// A bulletin before it is issued: begun for a plan and a day, its prose edited, or given up. A plan has one open draft at a time; the
// figures are not kept with it, they are those of the moment until it is issued.
import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { draftedBulletin, type Wanted } from '@/db/queries/bulletin-page'
import { lastIssue, openDraft } from '@/db/queries/bulletins'
import type { Plan } from '@/db/queries/current-plan'
import { plans } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import { type BulletinProse, PROSE_NAMES, plainProse } from '@/domain/bulletin-prose'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canDecide, canReadBulletins, type Viewer } from '@/domain/permissions'

export type BulletinRefusal = Refusal | { refused: 'bulletin-draft-exists' | 'as-of-before-previous'; field?: string }
type Time = { today: Day; now: Instant }

/**
 * Begins a draft with the usual prose. Hidden: a plan that does not exist. Refused: `not-permitted`; `day-in-future`, `day-before-plan` or
 * `as-of-before-previous` at `asOf`; `bulletin-draft-exists`, unless that draft is of this day and basis: then it is the answer.
 */
export function draftBulletin(
  database: Database,
  viewer: Viewer,
  wanted: Wanted & { plan: number },
  { today, now }: Time,
): Promise<{ done: { id: string } } | BulletinRefusal | 'hidden'> {
  return inWritableLedger<{ done: { id: string } } | BulletinRefusal | 'hidden'>(database, async (tx) => {
    if (!canReadBulletins(viewer)) return 'hidden'
    if (!canDecide(viewer)) return { refused: 'not-permitted' }
    const [plan] = await tx.select().from(plans).where(eq(plans.number, wanted.plan))
    if (!plan) return 'hidden'
    const fault = await dayFault(tx, plan, wanted.asOf, today)
    if (fault) return { refused: fault, field: 'asOf' }
    const open = await openDraft(tx, plan.id)
    if (open)
      return open.asOf === wanted.asOf && open.basis === wanted.basis ? { done: { id: open.id } } : { refused: 'bulletin-draft-exists' }
    const { figures } = await draftedBulletin(tx, plan, wanted)
    const id = newId()
    const { asOf, basis } = wanted
    await tx.insert(bulletins).values({
      id,
      planId: plan.id,
      asOf,
      basis,
      prose: JSON.stringify(plainProse(figures)),
      createdAt: now,
      createdBy: viewer.userId,
    })
    await recordOfficeEvent(tx, { subject: 'bulletin', subjectId: id, kind: 'bulletin_drafted', payload: { asOf, basis } }, viewer, now)
    return { done: { id } }
  })
}

async function dayFault(
  tx: Db,
  plan: Plan,
  asOf: Day,
  today: Day,
): Promise<'day-in-future' | 'day-before-plan' | 'as-of-before-previous' | null> {
  if (asOf > today) return 'day-in-future'
  if (asOf < plan.firstDay) return 'day-before-plan'
  const previous = await lastIssue(tx, plan.id)
  return previous && asOf < previous.asOf ? 'as-of-before-previous' : null
}

/** What a form has seen of a draft. */
export type AboutDraft = { id: string; version: number }
export type DraftOutcome = { done: { version: number } } | Refusal | 'hidden'

/** The prose, and nothing but the prose. `stale` if someone saved it since the form was shown. Hidden: what is no draft of the viewer's. */
export function editBulletin(
  database: Database,
  viewer: Viewer,
  { id, version, prose }: AboutDraft & { prose: BulletinProse },
  now: Instant,
): Promise<DraftOutcome> {
  return withDraft(database, viewer, { id, version }, async (tx) => {
    const text = JSON.stringify(Object.fromEntries(PROSE_NAMES.map((name) => [name, prose[name]])))
    await tx
      .update(bulletins)
      .set({ prose: text, version: version + 1 })
      .where(isDraft(id))
    await recordOfficeEvent(tx, { subject: 'bulletin', subjectId: id, kind: 'bulletin_edited', payload: {} }, viewer, now)
    return { done: { version: version + 1 } }
  })
}

/** Gives a draft up: it was no business of anyone's yet. What remains is that there was one. */
export function discardBulletin(database: Database, viewer: Viewer, about: AboutDraft, now: Instant): Promise<DraftOutcome> {
  return withDraft(database, viewer, about, async (tx) => {
    await tx.delete(bulletins).where(isDraft(about.id))
    await recordOfficeEvent(tx, { subject: 'bulletin', subjectId: about.id, kind: 'bulletin_discarded', payload: {} }, viewer, now)
    return { done: about }
  })
}

function withDraft(
  database: Database,
  viewer: Viewer,
  { id, version }: AboutDraft,
  step: (tx: Db) => Promise<DraftOutcome>,
): Promise<DraftOutcome> {
  return inWritableLedger<DraftOutcome>(database, async (tx) => {
    const [draft] = canDecide(viewer) ? await tx.select().from(bulletins).where(isDraft(id)) : []
    if (!draft) return 'hidden'
    return draft.version === version ? step(tx) : { refused: 'stale' }
  })
}

const isDraft = (id: string) => and(eq(bulletins.id, id), isNull(bulletins.number))
