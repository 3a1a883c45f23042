'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { feedAddress } from '@/app/calendar-feed/feed-address'
import { done, viewerAction } from '@/app/viewer-action'
import { now } from '@/clock'
import { database } from '@/db/client'
import { createFeed, revokeFeed } from '@/db/commands/calendar-feed'
import { setOwnEmail } from '@/db/commands/set-own-email'

const EMAIL_MAX = 254
const email = z
  .string()
  .trim()
  .transform((typed) => typed || null)
  .pipe(z.email('errors.email-format').max(EMAIL_MAX, 'errors.email-format').nullable())

export const changeEmail = viewerAction(z.object({ email }), async (viewer, form) => {
  const outcome = await setOwnEmail(await database(), viewer, form.email, now())
  if ('refused' in outcome) return { ...outcome, field: 'email' }
  revalidatePath('/own')
  return outcome.email === null ? done('own.emailRemoved') : done('own.emailSet', { email: outcome.email })
})

export const createOwnFeed = viewerAction(z.object({}), async (viewer) => {
  const outcome = await createFeed(await database(), viewer, now())
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/own')
  return done('own.feedCreated', { address: feedAddress(outcome.token) })
})

export const revokeOwnFeed = viewerAction(z.object({}), async (viewer) => {
  const outcome = await revokeFeed(await database(), viewer, now())
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/own')
  return done('own.feedRevoked')
})
