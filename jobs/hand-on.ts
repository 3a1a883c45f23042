// From the inbox to the outbox: what is urgent at once, the rest in one digest a day for each department and person. In one transaction,
// so that a message is neither forgotten nor handed on twice. The inbox has everything anyway.
import type { Database } from '@/db/client'
import { handOnMessages, type NewDelivery } from '@/db/commands/hand-on-messages'
import { currentPlan } from '@/db/queries/current-plan'
import { digestKey, hadDigest, mailAddresses, messagesToHandOn, type WaitingMessage } from '@/db/queries/messages-to-hand-on'
import { workCalendar } from '@/db/queries/work-calendar'
import type { Day, Instant } from '@/domain/calendar'
import { isDigestTime } from '@/domain/outbox'
import type { Channel } from '@/jobs/channels/channel'
import { compose, composeForGroup } from '@/jobs/compose'

/** `now` is the ledger's instant, `real` the true one. `digestNow` does not wait for 08:30 of a working day. */
export type HandOnTime = { today: Day; now: Instant; real: Instant; digestNow?: boolean }

type Outside = {
  channels: readonly Channel[]
  addresses: Awaited<ReturnType<typeof mailAddresses>>
  demo: boolean
  /** The ledger's address; null if it is not known. */
  address: string | null
}

/** How many messages were handed on, and the deliveries that were made of them: none where no channel or address is there. */
export async function handOn(
  database: Database,
  settings: { channels: readonly Channel[]; address: string | null },
  time: HandOnTime,
): Promise<{ handedOn: number; deliveries: number }> {
  const isDigest = time.digestNow || isDigestTime(await workCalendar(database.db), time.now)
  const mark = (await currentPlan(database.db))?.mark
  return database.inTransaction(async (tx) => {
    const served = isDigest ? await hadDigest(tx, time.today) : new Set<string>()
    const waiting = (await messagesToHandOn(tx, !isDigest)).filter(
      (message) => message.urgent || (isDigest && !served.has(recipientOf(message))),
    )
    if (waiting.length === 0) return { handedOn: 0, deliveries: 0 }
    const outside: Outside = { ...settings, addresses: await mailAddresses(tx), demo: mark === 'demo' }
    const made = bundles(waiting, time.today).flatMap((bundle) => deliveriesOf(bundle, outside))
    const ids = waiting.map(({ id }) => id)
    return { handedOn: ids.length, deliveries: await handOnMessages(tx, made, ids, { now: time.now, dueAt: time.real }) }
  })
}

type Bundle = { told: WaitingMessage[]; digestOn: Day | null; keyFor: (channel: Channel) => string }

/** What is read already needs no sending. */
function bundles(waiting: readonly WaitingMessage[], today: Day): Bundle[] {
  const unread = waiting.filter(({ isRead }) => !isRead)
  const by = (urgent: boolean) =>
    Map.groupBy(
      unread.filter((message) => message.urgent === urgent),
      recipientOf,
    )
  const urgent = [...by(true).values()].map((told) => ({
    told,
    digestOn: null,
    keyFor: (channel: Channel) => `urgent:${told[0]?.id}:${channel}`,
  }))
  const digests = [...by(false)].map(([recipient, told]) => ({
    told,
    digestOn: today,
    keyFor: (channel: Channel) => digestKey(recipient, today, channel),
  }))
  return [...urgent, ...digests]
}

/** E-mail goes to a person, or to the officers of a department; a group robot tells the group that a department has something to read. */
function deliveriesOf({ told, digestOn, keyFor }: Bundle, { channels, addresses, demo, address }: Outside): NewDelivery[] {
  const [first] = told
  if (!first) return []
  const { departmentId, department, userId } = first
  const to = departmentId ? (addresses.ofDepartment.get(departmentId) ?? []) : [addresses.ofPerson.get(userId ?? '') ?? []].flat()
  const frame = { greeted: department, link: address && `${address}/messages`, demo }
  return channels
    .filter((channel) => (channel === 'email' ? to.length > 0 : departmentId !== null))
    .map((channel) => ({
      ...(channel === 'email' ? compose : composeForGroup)(told, frame),
      key: keyFor(channel),
      channel,
      digestOn,
      departmentId,
      userId,
      addresses: channel === 'email' ? to : [],
      messageIds: told.map(({ id }) => id),
    }))
}

const recipientOf = ({ departmentId, userId }: WaitingMessage): string => departmentId ?? userId ?? ''
