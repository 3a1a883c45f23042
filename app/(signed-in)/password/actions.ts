'use server'

import { z } from 'zod'
import { isRepeated, newPassword } from '@/app/new-password'
import { done, viewerAction } from '@/app/viewer-action'
import { setSessionCookie } from '@/auth/session-cookie'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { changeOwnPassword } from '@/db/commands/set-own-password'

const fields = z.object({ ...newPassword, presentPassword: z.string().min(1).max(256) }).refine(...isRepeated)

export const changePassword = viewerAction(fields, async (viewer, form) => {
  const change = { present: form.presentPassword, password: form.password }
  const outcome = await changeOwnPassword(await database(), viewer.username, change, realNow())
  if (outcome === 'hidden' || 'refused' in outcome) return outcome
  await setSessionCookie(outcome.sessionId)
  return done('auth.changed')
})
