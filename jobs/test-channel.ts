import type { Database } from '@/db/client'
import { recordTest } from '@/db/commands/record-sending'
import { inWritableLedger } from '@/db/commands/writable'
import { newId } from '@/db/ids'
import { ledgerMark } from '@/db/queries/ledger-mark'
import { ownSettings } from '@/db/queries/own-settings'
import type { Instant } from '@/domain/calendar'
import type { Refusal } from '@/domain/commands'
import { canSetSystem, type Viewer } from '@/domain/permissions'
import { type Channel, type ChannelSettings, send } from '@/jobs/channels/channel'
import { testMessage } from '@/jobs/compose'

/** Sends a test message to the administrator's own address, or to the robot's group, at once; `failed` says why it did not go. */
export async function testChannel(
  database: Database,
  viewer: Viewer,
  channel: Channel,
  settings: ChannelSettings & { NEXTAUTH_URL?: string },
  { now, real }: { now: Instant; real: Instant },
): Promise<{ failed: string | null } | Refusal | 'hidden'> {
  if (!canSetSystem(viewer)) return 'hidden'
  const { email } = await ownSettings(database.db, viewer)
  const demo = (await ledgerMark(database.db)) === 'demo'
  const content = testMessage({ greeted: null, link: settings.NEXTAUTH_URL ?? null, demo })
  const to = channel === 'email' && email ? [email] : []
  const result = await send(channel, { id: newId(), to, ...content }, settings, real)
  const failed = 'failed' in result ? result.failed : null
  return inWritableLedger<{ failed: string | null }>(database, async (tx) => {
    await recordTest(tx, viewer, channel, failed, now)
    return { failed }
  })
}
