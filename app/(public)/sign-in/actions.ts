'use server'

import { setTimeout as pause } from 'node:timers/promises'
import { z } from 'zod'
import { publicAction } from '@/app/viewer-action'
import { ownPath } from '@/auth/own-path'
import { seeOther } from '@/auth/see-other'
import { setSessionCookie } from '@/auth/session-cookie'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { demoSignIn } from '@/db/commands/demo-sign-in'
import { signIn as beginSession } from '@/db/commands/sign-in'

/** No answer comes sooner, so that its time does not tell whether a failure was counted, and so whether there is such an account. */
const LEAST_MS = 200

const username = z.string().trim().toLowerCase().min(1).max(64)
const next = z.string().default('/').transform(ownPath)

export const signIn = publicAction(z.object({ username, password: z.string().min(1).max(256), next }), async (form) => {
  const [sessionId] = await Promise.all([beginSession(await database(), form.username, form.password, realNow()), pause(LEAST_MS)])
  if (!sessionId) return { refused: 'wrong-credentials' }
  await setSessionCookie(sessionId)
  return seeOther(form.next)
})

/** One click, in a demonstration only. */
export const enterDemo = publicAction(z.object({ username, next }), async (form) => {
  const outcome = await demoSignIn(await database(), form.username, realNow())
  if (outcome === 'hidden') return outcome
  await setSessionCookie(outcome.sessionId)
  return seeOther(form.next)
})
