'use server'

import { revalidatePath } from 'next/cache'
import { z } from 'zod'
import { done, viewerAction } from '@/app/viewer-action'
import { now, realNow } from '@/clock'
import { database } from '@/db/client'
import { sendAgain as again } from '@/db/commands/record-sending'
import { env } from '@/env'
import { CHANNELS } from '@/jobs/channels/channel'
import { testChannel as test } from '@/jobs/test-channel'

export const sendAgain = viewerAction(z.object({ id: z.string().min(1).max(64) }), async (viewer, { id }) => {
  const outcome = await again(await database(), viewer, id, { now: now(), real: realNow() })
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/clockwork')
  return done('clockwork.againDone', { subject: outcome.again })
})

export const testChannel = viewerAction(z.object({ channel: z.enum(CHANNELS) }), async (viewer, { channel }) => {
  const outcome = await test(await database(), viewer, channel, env, { now: now(), real: realNow() })
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  revalidatePath('/clockwork')
  if (outcome.failed === null) return done(channel === 'email' ? 'clockwork.testedMail' : 'clockwork.testedRobot')
  return done('clockwork.testFailed', { reason: outcome.failed })
})
