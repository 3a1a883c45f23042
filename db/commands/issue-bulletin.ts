// Issuing a bulletin. Its number is the plan's next, and its figures are those of the moment: both are taken in the transaction that writes
// it, alone among all writers, so that there is no gap, no number twice, and no event that came between. What is issued is never changed.
import { createHash } from 'node:crypto'
import { setImmediate } from 'node:timers/promises'
import canonicalize from 'canonicalize'
import { and, eq, isNull } from 'drizzle-orm'
import type { Database, Db } from '@/db/client'
import type { AboutDraft } from '@/db/commands/draft-bulletin'
import { post } from '@/db/commands/post-messages'
import { recordOfficeEvent } from '@/db/commands/record-office-event'
import { inWritableLedger } from '@/db/commands/writable'
import { draftedBulletin, sheetOfIssue } from '@/db/queries/bulletin-page'
import type { StoredImprint } from '@/db/queries/bulletins'
import { plans } from '@/db/schema'
import { bulletins } from '@/db/schema-documents'
import type { BulletinFigures } from '@/domain/bulletin'
import type { BulletinProse } from '@/domain/bulletin-prose'
import { bulletinLabel } from '@/domain/bulletin-text'
import type { Day, Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import type { SignOff } from '@/domain/events'
import type { NewMessage } from '@/domain/messages'
import { canDecide, type Viewer } from '@/domain/permissions'

export type IssueDone = { id: string; number: number }
export type IssueOutcome = { done: IssueDone } | Refusal | 'hidden'

/** The figures as they are stored: canonical JSON (RFC 8785), and the SHA-256 of it as hex. Made in parts: ten thousand rows are five megabytes. */
export async function sealed(figures: BulletinFigures): Promise<{ text: string; sha256: string }> {
  const rows: string[] = []
  for (const [index, row] of figures.rows.entries()) {
    if (index % ROWS_AT_ONCE === ROWS_AT_ONCE - 1) await setImmediate()
    rows.push(canonical(row))
  }
  const names = (Object.keys(figures) as (keyof BulletinFigures)[]).sort()
  const fields = names.map((name) => `${canonical(name)}:${name === 'rows' ? `[${rows.join(',')}]` : canonical(figures[name])}`)
  const text = `{${fields.join(',')}}`
  return { text, sha256: checksum(text) }
}

const ROWS_AT_ONCE = 500

function canonical(value: unknown): string {
  const text = canonicalize(value)
  if (text === undefined) throw new Error('not expressible as JSON')
  return text
}

export const checksum = (text: string): string => createHash('sha256').update(text).digest('hex')

/**
 * Issues a draft, signed off by name, post and day (rule 17). Refused: `stale` if the draft was changed since the form was shown;
 * `sign-off-required`, `day-in-future` at their fields. Hidden: what is no draft, but the issuer's own second click is answered again.
 */
export function issueBulletin(
  database: Database,
  viewer: Viewer,
  { id, version, signOff }: AboutDraft & { signOff: SignOff },
  { today, now }: { today: Day; now: Instant },
): Promise<IssueOutcome> {
  return inWritableLedger<IssueOutcome>(database, async (tx) => {
    if (!canDecide(viewer)) return 'hidden'
    const [row] = await tx.select().from(bulletins).where(eq(bulletins.id, id))
    if (!row) return 'hidden'
    if (row.number !== null) return issuedBy(row.imprint, viewer) ? { done: { id, number: row.number } } : 'hidden'
    if (row.version !== version) return { refused: 'stale' }
    const fault = signOffFault(signOff, today)
    if (fault) return fault
    const [plan] = await tx.select().from(plans).where(eq(plans.id, row.planId))
    if (!plan) return 'hidden'
    const { figures, previous, imprint } = await draftedBulletin(tx, plan, row)
    const { text, sha256 } = await sealed(figures)
    const number = (previous?.number ?? 0) + 1
    const prose = JSON.parse(row.prose) as BulletinProse
    const by = { userId: viewer.userId, name: viewer.name, post: viewer.post }
    const signed = { name: signOff.name.trim(), post: signOff.post.trim(), on: signOff.on }
    const kept: StoredImprint = { ...imprint, by }
    const sheet = JSON.stringify(sheetOfIssue({ figures, prose, imprint: kept, number, sha256, issuedAt: now, signOff: signed }))
    await tx
      .update(bulletins)
      .set({
        number,
        previousId: previous?.id ?? null,
        figures: text,
        sha256,
        imprint: JSON.stringify({ ...kept, sheet: { text: sheet, sha256: checksum(sheet) } } satisfies StoredImprint),
        issuedAt: now,
        signedName: signed.name,
        signedPost: signed.post,
        signedOn: signed.on,
      })
      .where(and(eq(bulletins.id, id), isNull(bulletins.number)))
    await tell(tx, figures, { id, number, title: imprint.title }, viewer, now)
    return { done: { id, number } }
  })
}

const issuedBy = (imprint: string | null, viewer: Viewer): boolean =>
  imprint !== null && (JSON.parse(imprint) as StoredImprint).by.userId === viewer.userId

function signOffFault({ name, post: held, on }: SignOff, today: Day): Refusal | null {
  if (!name.trim()) return { refused: 'sign-off-required', field: 'signOffName' }
  if (!held.trim()) return { refused: 'sign-off-required', field: 'signOffPost' }
  return on > today ? { refused: 'day-in-future', field: 'signOffOn' } : null
}

/** The departments of the plan and the leaders. */
async function tell(tx: Db, figures: BulletinFigures, issue: IssueDone & { title: string }, viewer: Viewer, now: Instant): Promise<void> {
  const { id, number, title } = issue
  const label = `${title}（${bulletinLabel(number)}）`
  const { context, byLead, onlyCooperating } = figures
  const words = { who: viewer.name, label, day: context.asOf }
  const concerned = [...byLead, ...onlyCooperating].map(({ departmentId }) => ({ departmentId }))
  const told = [...concerned, { role: 'leader' as const }].map((to): NewMessage => ({ to, kind: 'bulletin_issued', urgent: false, words }))
  await post(tx, told, {}, now, viewer.userId)
  await recordOfficeEvent(tx, { subject: 'bulletin', subjectId: id, kind: 'bulletin_issued', payload: { number, label } }, viewer, now)
}
