import { describe, expect, it, vi } from 'vitest'
import { takeLease } from '@/db/commands/lease'
import { latestRuns, leaseNamed } from '@/db/queries/latest-runs'
import { openLedgerWithTable } from '@/db/testing'
import { type Clock, LEASE, runJobs } from '@/jobs/clockwork'
import { isDue, lastDue, nextDue } from '@/jobs/schedule'
import { allMessages, at, clockAt, house } from '@/jobs/testing'

const DAY = '2022-06-30'
const jobsOf = (ran: Awaited<ReturnType<typeof runJobs>>) => (Array.isArray(ran) ? ran.map(({ job }) => job) : ran.holder)

describe('the clockwork', () => {
  it('knows when each job was due last and is due next, in Shanghai', () => {
    expect(lastDue('reminders', at(DAY, '07:29'))).toBe(at('2022-06-29', '07:30'))
    expect(lastDue('reminders', at(DAY, '07:30'))).toBe(at(DAY, '07:30'))
    expect(nextDue('reminders', at(DAY, '07:30'))).toBe(at('2022-07-01', '07:30'))
    expect(lastDue('outbox', '2022-06-30T01:02:03.456Z')).toBe('2022-06-30T01:02:00.000Z')
  })

  it('makes up once for however many runs were missed, and tries a failed one again after ten minutes', () => {
    const now = at(DAY, '12:00')
    expect(isDue('reminders', { latest: null, succeeded: null }, now)).toBe(true)
    expect(isDue('reminders', { latest: at('2022-05-01', '07:30'), succeeded: at('2022-05-01', '07:30') }, now)).toBe(true)
    expect(isDue('reminders', { latest: at(DAY, '11:55'), succeeded: at(DAY, '11:55') }, now)).toBe(false)
    expect(isDue('reminders', { latest: at(DAY, '11:55'), succeeded: at('2022-06-29', '07:30') }, now)).toBe(false)
    expect(isDue('reminders', { latest: at(DAY, '11:50'), succeeded: null }, now)).toBe(true)
  })

  it('runs what is due and writes it down; what did nothing is kept once', async () => {
    const { database } = await openLedgerWithTable()
    expect(jobsOf(await runJobs(house(database, clockAt(DAY, '07:31')), 'due'))).toEqual(['reminders', 'tidying', 'outbox'])
    expect(jobsOf(await runJobs(house(database, clockAt(DAY, '07:31')), 'due'))).toEqual([])
    for (const time of ['07:32', '07:33', '07:34'])
      expect(jobsOf(await runJobs(house(database, clockAt(DAY, time)), 'due'))).toEqual(['outbox'])
    expect(await latestRuns(database.db, 'outbox', 10)).toHaveLength(1)
    const [run] = await latestRuns(database.db, 'reminders', 10)
    expect(run).toMatchObject({ holder: 'here', startedAt: at(DAY, '07:31'), finishedAt: at(DAY, '07:31'), error: null })
    expect(run?.outcome?.written).toBe((await allMessages(database)).length)
  })

  it('run by two at once gives one reminder each thing, and so it stays (several processes: cli/sweep.test.ts)', async () => {
    const { database } = await openLedgerWithTable()
    const servers = ['one', 'two'].map((holder) => house(database, clockAt(DAY, '07:30'), { holder }))
    const ran = await Promise.all(servers.map((server) => runJobs(server, 'all')))
    expect(ran.map(jobsOf)).toContainEqual(['reminders', 'tidying', 'outbox'])
    const once = (await allMessages(database)).length
    expect(once).toBeGreaterThan(0)
    for (let again = 0; again < 10; again++) await Promise.all(servers.map((server) => runJobs(server, 'all')))
    expect(await allMessages(database)).toHaveLength(once)
  })

  it('leaves a running lease to its holder, takes over one that ran out, and gives its own back', async () => {
    const { database } = await openLedgerWithTable()
    const lease = { name: LEASE, holder: 'other', until: at(DAY, '10:02') }
    expect(await takeLease(database, lease, at(DAY, '10:00'))).toBe('taken')
    expect(await runJobs(house(database, clockAt(DAY, '10:01')), 'all')).toEqual(lease)
    expect(jobsOf(await runJobs(house(database, clockAt(DAY, '10:02')), 'all'))).toHaveLength(3)
    expect(await leaseNamed(database.db, LEASE)).toEqual({ name: LEASE, holder: 'here', until: at(DAY, '10:02') })
  })

  it('writes an error down and goes on with the next job', async () => {
    const { database } = await openLedgerWithTable()
    const logged = vi.spyOn(console, 'error').mockImplementation(() => {})
    const clock: Clock = {
      ...clockAt(DAY, '07:31'),
      today: () => {
        throw new Error('no day')
      },
    }
    const ran = await runJobs(house(database, clock), 'all')
    expect(ran).toMatchObject([{ job: 'reminders', error: 'no day' }, { job: 'tidying' }, { job: 'outbox', error: 'no day' }])
    expect((await latestRuns(database.db, 'reminders', 1))[0]).toMatchObject({
      outcome: null,
      error: 'no day',
      finishedAt: at(DAY, '07:31'),
    })
    expect(logged).toHaveBeenCalledTimes(2)
  })

  it('forgets runs after 90 days', async () => {
    const { database } = await openLedgerWithTable()
    await runJobs(house(database, clockAt('2022-06-30', '07:31')), 'due')
    await runJobs(house(database, clockAt('2022-09-28', '07:31')), 'due')
    expect(await latestRuns(database.db, 'reminders', 10)).toHaveLength(2)
    await runJobs(house(database, clockAt('2022-09-29', '07:31')), 'due')
    expect((await latestRuns(database.db, 'reminders', 10)).map(({ startedAt }) => startedAt)).not.toContain(at('2022-06-30', '07:31'))
  })
})
