'use server'

import { z } from 'zod'
import { publicAction } from '@/app/viewer-action'
import { currentSession } from '@/auth/require-viewer'
import { seeOther } from '@/auth/see-other'
import { clearSessionCookie } from '@/auth/session-cookie'
import { realNow } from '@/clock'
import { IDLE } from '@/components/ui/action-state'
import { database } from '@/db/client'
import { signOut as endSession } from '@/db/commands/end-sessions'

/** Ends this session; also for one that must set a password first, and harmless where there is none. */
export async function signOut(form?: FormData): Promise<void> {
  await leave(IDLE, form ?? new FormData())
}

const leave = publicAction(z.object({}), async () => {
  const signedIn = await currentSession()
  if (signedIn) await endSession(await database(), signedIn.viewer.userId, signedIn.session.id, realNow())
  await clearSessionCookie()
  return seeOther('/sign-in')
})
