// For tests only: a ledger in which a little has happened, and bulletins of it.

import type { Database } from '@/db/client'
import { changeTask } from '@/db/commands/change-task'
import { draftBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { bulletinById, type Issued } from '@/db/queries/bulletins'
import { type Accounts, openLedgerWithTable } from '@/db/testing'
import type { Day } from '@/domain/calendar'
import type { Command } from '@/domain/commands'
import type { Viewer } from '@/domain/permissions'
import { at, report } from '@/domain/testing'

export const SIGN_OFF = { name: '张某', post: '副区长', on: '2022-07-01' }
export const HEALTH = '区卫生健康局'

export type Ledger = { database: Database; as: Accounts }

export async function change({ database }: Ledger, viewer: Viewer, number: number, command: Command, day: Day) {
  const outcome = await changeTask(database, viewer, { number, version: 'latest', formId: crypto.randomUUID(), command }, at(day))
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
}

/** Drafts and issues in one go. */
export async function issue(
  ledger: Ledger,
  asOf: Day,
  today: Day,
  basis: 'approved' | 'issued' = 'approved',
  time = '10:00',
): Promise<Issued> {
  const { database, as } = ledger
  const draft = await draftBulletin(database, as.supervisor, { plan: 1, asOf, basis }, at(today, time))
  if (draft === 'hidden' || 'refused' in draft) throw new Error(JSON.stringify(draft))
  const outcome = await issueBulletin(
    database,
    as.supervisor,
    { id: draft.done.id, version: 1, signOff: { ...SIGN_OFF, on: today } },
    at(today, time),
  )
  if (outcome === 'hidden' || 'refused' in outcome) throw new Error(JSON.stringify(outcome))
  const found = await bulletinById(database.db, as.supervisor, draft.done.id)
  if (found?.state !== 'issued') throw new Error('not issued')
  return found
}

export async function withStory(): Promise<Ledger> {
  const ledger = await openLedgerWithTable()
  const { as } = ledger
  const health = as.officer(HEALTH)
  await change(ledger, health, 5, report('2022-03-20', 40), '2022-03-20')
  await change(ledger, health, 8, report('2022-06-20', 10), '2022-06-20')
  return ledger
}
