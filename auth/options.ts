// How next-auth reads and writes the cookie. It carries a session's secret id and nothing else; whether that session still holds is
// asked of the database at every call. No endpoint of next-auth is mounted: our own sign-in action is the only door (decision 0004).
import type { AuthOptions } from 'next-auth'
import { env } from '@/env'

declare module 'next-auth' {
  interface Session {
    sessionId: string
  }
}
declare module 'next-auth/jwt' {
  interface JWT {
    sessionId: string
  }
}

const secure = env.NEXTAUTH_URL?.startsWith('https:') ?? false
const silent = (): void => undefined

export const sessionSeconds = env.SESSION_HOURS * 3600

export const sessionCookie = {
  name: secure ? '__Secure-ledger-session' : 'ledger-session',
  options: { httpOnly: true, sameSite: 'lax' as const, path: '/', secure },
}

export const authOptions: AuthOptions = {
  providers: [],
  secret: env.NEXTAUTH_SECRET,
  session: { strategy: 'jwt', maxAge: sessionSeconds },
  cookies: { sessionToken: sessionCookie },
  callbacks: { session: ({ session, token }) => ({ ...session, sessionId: token.sessionId }) },
  // a cookie that cannot be read is nobody's, and nothing to report
  logger: { error: silent, warn: silent, debug: silent },
}

/** The secret that cookies are sealed with. Throws if there is none. */
export function sessionSecret(): string {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET
  throw new Error('NEXTAUTH_SECRET is not set. `npm run launch` makes one; otherwise set at least 32 random characters.')
}
