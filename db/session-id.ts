import { createHash, randomBytes } from 'node:crypto'

/** A new session's secret, 256 random bits. Only its holder's cookie has it. */
export const newSessionId = (): string => randomBytes(32).toString('base64url')

/** What the database keeps of it: who reads a copy of the database cannot act as anyone. */
export const sessionRowId = (sessionId: string): string => createHash('sha256').update(sessionId).digest('hex')
