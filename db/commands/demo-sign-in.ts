import type { Database } from '@/db/client'
import { recordAccountEvent, userNamed } from '@/db/commands/account-step'
import { startSession } from '@/db/commands/sign-in'
import { isDemo } from '@/db/queries/ledger-mark'
import type { Instant } from '@/domain/calendar'

/** In a demonstration anyone is whom they like. Anywhere else this does not exist. */
export function demoSignIn(database: Database, username: string, now: Instant): Promise<{ sessionId: string } | 'hidden'> {
  return database.inTransaction(async (tx) => {
    const user = await userNamed(tx, username)
    if (!user || user.disabledAt !== null || !(await isDemo(tx))) return 'hidden'
    await recordAccountEvent(tx, user.id, 'signed_in', user.id, now)
    return { sessionId: await startSession(tx, user.id, now) }
  })
}
