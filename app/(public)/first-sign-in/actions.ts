'use server'

import { z } from 'zod'
import { isRepeated, newPassword } from '@/app/new-password'
import { publicAction } from '@/app/viewer-action'
import { ownPath } from '@/auth/own-path'
import { currentSession } from '@/auth/require-viewer'
import { seeOther } from '@/auth/see-other'
import { setSessionCookie } from '@/auth/session-cookie'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { completeFirstSignIn as complete } from '@/db/commands/set-own-password'

const line = z.string().trim().min(1).max(50)

/** The one action that the holder of a one-time password may take. */
export const completeFirstSignIn = publicAction(
  z.object({ ...newPassword, name: line, post: line, next: z.string().default('/').transform(ownPath) }).refine(...isRepeated),
  async (form) => {
    const signedIn = await currentSession()
    if (!signedIn) return seeOther('/sign-in')
    const outcome = await complete(await database(), signedIn.viewer.username, form, realNow())
    if (outcome === 'hidden' || 'refused' in outcome) return outcome
    await setSessionCookie(outcome.sessionId)
    return seeOther(form.next)
  },
)
