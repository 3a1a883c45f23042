// Who is asking. Every page, action and handler begins here; the session's row is looked up each time, so that an ended session, a
// disabled account or a new role counts from the next request on.
import { headers } from 'next/headers'
import { notFound } from 'next/navigation'
import { cache } from 'react'
import { seeOther } from '@/auth/see-other'
import { sessionIdOfRequest } from '@/auth/session-cookie'
import { realNow } from '@/clock'
import { database } from '@/db/client'
import { touchSession } from '@/db/commands/touch-session'
import { type SessionViewer, sessionViewer } from '@/db/queries/session-viewer'
import type { Viewer } from '@/domain/permissions'
import { env } from '@/env'

const limits = { idleMinutes: env.SESSION_IDLE_MINUTES, hours: env.SESSION_HOURS }

/** For pages: the viewer. Sends anyone else to sign in and come back, and the holder of a one-time password to the first sign-in. */
export async function requireViewer(): Promise<Viewer> {
  const signedIn = await currentSession()
  if (!signedIn) return seeOther(await signInAddress())
  if (signedIn.mustSetPassword) return seeOther(await signInAddress('/first-sign-in'))
  return signedIn.viewer
}

/** For pages that are not for everyone, such as `requireViewerOf(canManageAccounts)`: a 404 for the others. */
export async function requireViewerOf(allowed: (viewer: Viewer) => boolean): Promise<Viewer> {
  const viewer = await requireViewer()
  if (!allowed(viewer)) notFound()
  return viewer
}

/** For handlers, which answer 401 to nobody, and for the header of pages that are shown to anyone. */
export async function viewerOrNull(): Promise<Viewer | null> {
  const signedIn = await currentSession()
  return signedIn && !signedIn.mustSetPassword ? signedIn.viewer : null
}

/** The session of this request as far as it still holds, once-only password or not. Asked once per rendered page. */
export const currentSession: () => Promise<SessionViewer | null> = cache(async () => {
  const sessionId = await sessionIdOfRequest()
  if (!sessionId) return null
  const ledger = await database()
  const now = realNow()
  const found = await sessionViewer(ledger.db, sessionId, now, limits)
  if (found) await touchSession(ledger, found.session, now)
  return found
})

/** The page to sign in on, with the way back to the page that was asked for. */
export async function signInAddress(page: '/sign-in' | '/first-sign-in' = '/sign-in'): Promise<string> {
  const path = (await headers()).get('x-path')
  return path && path !== '/' ? `${page}?${new URLSearchParams({ next: path })}` : page
}
