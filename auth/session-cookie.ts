import { cookies } from 'next/headers'
import { getServerSession } from 'next-auth'
import { authOptions, sessionCookie, sessionSeconds, sessionSecret } from '@/auth/options'
import { sealedSession } from '@/auth/sealed-session'

/** The session id that this request's cookie carries; null without one, or with one that we did not seal. */
export async function sessionIdOfRequest(): Promise<string | null> {
  sessionSecret()
  const session = await getServerSession(authOptions)
  return session?.sessionId ?? null
}

/** For actions: seals the id into the cookie. The browser forgets it when it closes, the server after SESSION_HOURS. */
export async function setSessionCookie(sessionId: string): Promise<void> {
  const value = await sealedSession(sessionId, sessionSecret(), sessionSeconds)
  const jar = await cookies()
  jar.set(sessionCookie.name, value, sessionCookie.options)
}

/** For actions. */
export async function clearSessionCookie(): Promise<void> {
  const jar = await cookies()
  jar.set(sessionCookie.name, '', { ...sessionCookie.options, maxAge: 0 })
}
