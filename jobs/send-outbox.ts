// Sends what is due, outside any transaction, and writes down what came of it. Each is claimed first, so that two servers never send the
// same; whoever dies before writing down has it sent again under the same id. A server that is down loses nothing.
import type { Database } from '@/db/client'
import { claimDelivery, recordFailure, recordSent } from '@/db/commands/record-sending'
import { type DueDelivery, dueDeliveries } from '@/db/queries/deliveries'
import type { Instant } from '@/domain/calendar'
import { nextAttempt } from '@/domain/outbox'
import { type Channel, type ChannelSettings, configuredChannels, send } from '@/jobs/channels/channel'

/** Robots take some 20 messages a minute, and this runs once a minute. */
const AT_ONCE: Record<Channel, number> = { email: 60, wecom: 20, dingtalk: 20, feishu: 20 }

/** A channel that fails so often in a row is left alone until the next run: nobody answers there. */
const FAILURES_IN_A_ROW = 3

export type Sending = { sent: number; failed: number; givenUp: number }

/** Oldest first, channel by channel. `real` tells the true instant, anew for each message. Stops when it is `stopped`. */
export async function sendOutbox(
  database: Database,
  settings: ChannelSettings,
  real: () => Instant,
  stopped?: AbortSignal,
): Promise<Sending> {
  const result: Sending = { sent: 0, failed: 0, givenUp: 0 }
  for (const channel of configuredChannels(settings)) {
    let inARow = 0
    for (const delivery of await dueDeliveries(database.db, channel, real(), AT_ONCE[channel])) {
      if (stopped?.aborted) return result
      if (!(await claimDelivery(database, delivery.id, real()))) continue
      const came = await attempt(database, delivery, settings, real)
      result[came]++
      inARow = came === 'failed' ? inARow + 1 : 0
      if (inARow === FAILURES_IN_A_ROW) break
    }
  }
  return result
}

async function attempt(
  database: Database,
  { id, channel, to, subject, text, attempts }: DueDelivery,
  settings: ChannelSettings,
  real: () => Instant,
): Promise<keyof Sending> {
  const result = await send(channel, { id, to, subject, text }, settings, real())
  const now = real()
  if ('sent' in result) {
    await recordSent(database, id, now)
    return 'sent'
  }
  const nextAt = result.permanent ? null : nextAttempt(attempts + 1, now)
  await recordFailure(database, id, { attempts: attempts + 1, lastError: result.failed, nextAt }, now)
  return nextAt === null ? 'givenUp' : 'failed'
}
