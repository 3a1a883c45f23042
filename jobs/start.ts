// The clockwork of a running server: started with it, stopped with it.
import { randomBytes } from 'node:crypto'
import { hostname } from 'node:os'
import { isFrozen, now, realNow, today } from '@/clock'
import { type Database, database } from '@/db/client'
import { ledgerMark } from '@/db/queries/ledger-mark'
import { env } from '@/env'
import { type House, startClockwork } from '@/jobs/clockwork'

const kept = globalThis as { ledgerClockwork?: true }

/** What the jobs run in, in this process. */
export const houseOf = (opened: Database): House => ({
  database: opened,
  clock: { today, now, real: realNow },
  holder: `${hostname()}:${process.pid}:${randomBytes(2).toString('hex')}`,
  folder: env.DATA_DIR,
  channels: env,
  address: env.NEXTAUTH_URL?.replace(/\/+$/, '') ?? null,
})

/** Once in a process. Not where it is switched off, and not on a real ledger that is read as on another day. Never throws. */
export async function startInServer(): Promise<void> {
  if (kept.ledgerClockwork || !env.LEDGER_CLOCKWORK) return
  kept.ledgerClockwork = true
  try {
    const opened = await database()
    if (isFrozen() && (await ledgerMark(opened.db)) === 'real') return
    const stop = startClockwork(houseOf(opened))
    process.once('SIGTERM', stop)
    process.once('SIGINT', stop)
  } catch (error) {
    console.error('clockwork:', error)
  }
}
