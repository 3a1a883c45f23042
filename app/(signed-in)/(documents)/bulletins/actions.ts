'use server'

import { revalidatePath } from 'next/cache'
import { redirect } from 'next/navigation'
import * as forms from '@/app/(signed-in)/(documents)/bulletins/forms'
import { type ActionOutcome, type Code, done, viewerAction } from '@/app/viewer-action'
import { now, today } from '@/clock'
import { database } from '@/db/client'
import { discardBulletin, draftBulletin, editBulletin } from '@/db/commands/draft-bulletin'
import { issueBulletin } from '@/db/commands/issue-bulletin'
import { bulletinById } from '@/db/queries/bulletins'
import { type Mismatch, verifyBulletin } from '@/db/queries/verify-record'
import { canVerifyBulletins } from '@/domain/permissions'

export const startDraft = viewerAction(forms.newDraft, async (viewer, form): Promise<ActionOutcome> => {
  const outcome = await draftBulletin(await database(), viewer, form, { today: today(), now: now() })
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  redirect(`/bulletins/${outcome.done.id}`)
})

export const saveProse = viewerAction(forms.prose, async (viewer, { id, version, ...prose }) => {
  const ledger = await database()
  const outcome = await editBulletin(ledger, viewer, { id, version, prose }, now())
  if (outcome === 'hidden') return outcome
  revalidatePath(`/bulletins/${id}`)
  if (!('refused' in outcome)) return done('bulletins.saved')
  if (outcome.refused !== 'stale') return outcome
  // what someone else saved is seen in the preview; saved again, this form holds
  const current = await bulletinById(ledger.db, viewer, id)
  return current?.state === 'draft' ? { refused: 'bulletin-stale', keep: { version: String(current.version) } } : outcome
})

export const discardDraft = viewerAction(forms.chosenDraft, async (viewer, { draft }) => {
  const outcome = await discardBulletin(await database(), viewer, draft, now())
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/bulletins')
  return done('bulletins.discarded')
})

export const signBulletin = viewerAction(forms.signed, async (viewer, { id, version, signOffName, signOffPost, signOffOn }) => {
  const signOff = { name: signOffName, post: signOffPost, on: signOffOn }
  const outcome = await issueBulletin(await database(), viewer, { id, version, signOff }, { today: today(), now: now() })
  // it may have been the same person, who saved a paragraph after beginning to sign
  if (outcome !== 'hidden' && 'refused' in outcome && outcome.refused === 'stale') return { refused: 'bulletin-changed' }
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/', 'layout')
  return done('bulletins.issued', { number: outcome.done.number }, outcome.done)
})

const FAULTS: Partial<Record<Mismatch['what'], Code>> = { checksum: 'bulletin-checksum', sheet: 'bulletin-sheet' }

export const checkBulletin = viewerAction(forms.aboutBulletin, async (viewer, { id }) => {
  const { db } = await database()
  const found = await bulletinById(db, viewer, id)
  if (found?.state !== 'issued') return 'hidden'
  if (!canVerifyBulletins(viewer)) return { refused: 'not-permitted' }
  const [mismatch] = await verifyBulletin(db, id)
  if (!mismatch) return done('bulletins.verified')
  return { refused: FAULTS[mismatch.what] ?? 'bulletin-figures' }
})
