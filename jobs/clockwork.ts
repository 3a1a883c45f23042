// One clockwork for the whole house: each minute it takes the lease, runs what is due, and gives the lease back. Of several servers one
// works; what a dead one left is made up for by the next. Every run is written down for the administrator.
import { Cron } from 'croner'
import type { Database } from '@/db/client'
import { giveLeaseBack, type Lease, takeLease } from '@/db/commands/lease'
import { finishRun, pruneRuns, type RunOutcome, startRun } from '@/db/commands/record-run'
import { lastSuccess, latestRuns } from '@/db/queries/latest-runs'
import { type Day, type Instant, SHANGHAI } from '@/domain/calendar'
import { sweepPrepared } from '@/files/prepared'
import { type ChannelSettings, configuredChannels } from '@/jobs/channels/channel'
import { handOn } from '@/jobs/hand-on'
import { remind } from '@/jobs/reminders'
import { isDue, JOBS, type JobName, TICK } from '@/jobs/schedule'
import { sendOutbox } from '@/jobs/send-outbox'
import { sweepFiles } from '@/jobs/sweep-files'

/** The ledger's day and instant, and the true instant, which leases, runs and sending go by. */
export type Clock = { today: () => Day; now: () => Instant; real: () => Instant }

export type House = {
  database: Database
  clock: Clock
  /** This server or program, by a name of its own. */
  holder: string
  /** Where evidence is stored. */
  folder: string
  channels: ChannelSettings
  /** Where the ledger is reached; null if that is not known. */
  address: string | null
}

export type Ran = { job: JobName; outcome: RunOutcome } | { job: JobName; error: string }

export const LEASE = 'clockwork'
const LEASE_MS = 120_000
const RENEWAL_MS = 40_000
const RUNS_KEPT_DAYS = 90
const MS_PER_DAY = 86_400_000

/** `digestNow` does not wait for 08:30; `lost` says that another server took the lease over, because this one stood still for too long. */
type Run = { digestNow: boolean; lost: AbortSignal }

/** Runs what is due, or everything; answers the lease of another who is at work. Stops as soon as it knows that it lost its own. */
export async function runJobs(house: House, which: 'due' | 'all', { digestNow = false } = {}): Promise<Ran[] | Lease> {
  const held = await takeLease(house.database, leaseOf(house), house.clock.real())
  if (held !== 'taken') return held
  const lost = new AbortController()
  const renewal = setInterval(() => void renew(house, lost), RENEWAL_MS)
  const run: Run = { digestNow, lost: lost.signal }
  try {
    const ran: Ran[] = []
    for (const job of JOBS)
      if (!lost.signal.aborted && (which === 'all' || (await mustRun(house, job)))) ran.push(await runOne(house, job, run))
    return ran
  } finally {
    clearInterval(renewal)
    await giveLeaseBack(house.database, leaseOf(house), house.clock.real())
  }
}

/** Ticks every minute, at once for what was missed. Nothing that fails in it reaches the server. Answers how to stop it. */
export function startClockwork(house: House): () => void {
  const tick = new Cron(TICK, { timezone: SHANGHAI, protect: true, unref: true, catch: (error) => log('clockwork', error) }, async () => {
    await runJobs(house, 'due')
  })
  void tick.trigger()
  return () => tick.stop()
}

async function mustRun({ database, clock }: House, job: JobName): Promise<boolean> {
  const [latest] = await latestRuns(database.db, job, 1)
  return isDue(job, { latest: latest?.startedAt ?? null, succeeded: await lastSuccess(database.db, job) }, clock.real())
}

async function runOne(house: House, job: JobName, run: Run): Promise<Ran> {
  const { database, holder, clock } = house
  const id = await startRun(database, { job, holder }, clock.real())
  const result = await work[job](house, run).then(
    (outcome) => ({ outcome }),
    (error: unknown) => {
      log(job, error)
      return { error: error instanceof Error ? error.message : String(error) }
    },
  )
  await finishRun(database, { id, job }, result, clock.real())
  return { job, ...result }
}

const work: Record<JobName, (house: House, run: Run) => Promise<RunOutcome>> = {
  reminders: async ({ database, clock }) => {
    const counts = await remind(database, { today: clock.today(), now: clock.now() })
    return { written: Object.values(counts).reduce((sum, count) => sum + count, 0) }
  },
  tidying: async ({ database, clock, folder }) => {
    const before = new Date(Date.parse(clock.real()) - RUNS_KEPT_DAYS * MS_PER_DAY).toISOString()
    const files = await sweepFiles(database, folder, { now: clock.now(), real: clock.real() })
    return { files: files + (await sweepPrepared(folder, clock.real())), runs: await pruneRuns(database, before) }
  },
  outbox: async ({ database, clock, channels, address }, { digestNow, lost }) => {
    const time = { today: clock.today(), now: clock.now(), real: clock.real(), digestNow }
    const handedOn = await handOn(database, { channels: configuredChannels(channels), address }, time)
    return { ...handedOn, ...(await sendOutbox(database, channels, clock.real, lost)) }
  },
}

async function renew(house: House, lost: AbortController): Promise<void> {
  try {
    if ((await takeLease(house.database, leaseOf(house), house.clock.real())) !== 'taken') lost.abort()
  } catch (error) {
    log('lease', error)
  }
}

const leaseOf = ({ holder, clock }: House): Lease => ({
  name: LEASE,
  holder,
  until: new Date(Date.parse(clock.real()) + LEASE_MS).toISOString(),
})

const log = (what: string, error: unknown): void => console.error(`${what}:`, error)
