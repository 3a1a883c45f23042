import { eq } from 'drizzle-orm'
import type { Db } from '@/db/client'
import { presentFigures } from '@/db/queries/bulletin-rows'
import { type Draft, type Issued, lastIssue, previousOf } from '@/db/queries/bulletins'
import type { Mark, Plan } from '@/db/queries/current-plan'
import { ledgers } from '@/db/schema'
import type { BulletinFigures, PreviousIssue } from '@/domain/bulletin'
import type { BulletinProse } from '@/domain/bulletin-prose'
import type { BulletinSheet } from '@/domain/bulletin-sheet'
import { type BulletinImprint, bulletinSheet, bulletinTitle } from '@/domain/bulletin-text'
import { type Day, dayInShanghai, timeInShanghai } from '@/domain/calendar'
import { officialDay } from '@/domain/notice-text'
import type { Basis } from '@/domain/words'

/** An issued bulletin as it stands on paper: the sheet that was stored at issue. */
export const issuedSheet = (issued: Issued): BulletinSheet =>
  issued.imprint.sheet ? (JSON.parse(issued.imprint.sheet.text) as BulletinSheet) : sheetOfIssue(issued)

type InIssue = Pick<Issued, 'figures' | 'prose' | 'imprint' | 'number' | 'sha256' | 'issuedAt' | 'signOff'>

/** What is issued, in the words of today. */
export function sheetOfIssue({ figures, prose, imprint, number, sha256, issuedAt, signOff }: InIssue): BulletinSheet {
  const day = officialDay(dayInShanghai(issuedAt))
  return bulletinSheet(figures, prose, imprint, { number, sha256, day, at: `${day}${timeInShanghai(issuedAt)}`, by: imprint.by, signOff })
}

export type Wanted = { asOf: Day; basis: Basis }

/** What would be issued now. */
export async function draftedBulletin(
  db: Db,
  plan: Plan,
  wanted: Wanted,
): Promise<{ figures: BulletinFigures; previous: Issued | null; imprint: BulletinImprint }> {
  const previous = await lastIssue(db, plan.id)
  const compared: PreviousIssue | null = previousOf(previous)
  return { figures: await presentFigures(db, plan, wanted, compared), previous, imprint: imprintOf(plan, await markOf(db)) }
}

/** A draft as it would print now. */
export async function draftSheet(
  db: Db,
  plan: Plan,
  draft: Pick<Draft, 'asOf' | 'basis'> & { prose: BulletinProse },
): Promise<{ sheet: BulletinSheet; figures: BulletinFigures; previous: Issued | null }> {
  const { figures, previous, imprint } = await draftedBulletin(db, plan, draft)
  return { sheet: bulletinSheet(figures, draft.prose, imprint, null), figures, previous }
}

const imprintOf = ({ title, officeName, issuer, redHead }: Plan, mark: Mark): BulletinImprint => ({
  title: bulletinTitle(title),
  issuer: officeName ?? issuer,
  redHead,
  demo: mark === 'demo',
})

async function markOf(db: Db): Promise<Mark> {
  const [ledger] = await db.select({ mark: ledgers.mark }).from(ledgers).where(eq(ledgers.id, 1))
  return ledger?.mark ?? 'real'
}
