import { encode } from 'next-auth/jwt'

/** The cookie's value for a session: its id, sealed with the secret. It opens nothing by itself; the session's row decides. */
export const sealedSession = (sessionId: string, secret: string, seconds: number): Promise<string> =>
  encode({ token: { sessionId }, secret, maxAge: seconds })
