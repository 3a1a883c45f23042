import { parseArgs } from 'node:util'
import { type Command, type CommandContext, UsageError } from '@/cli/command'
import { READ_ONLY } from '@/cli/import'
import { isFrozen, realNow } from '@/clock'
import { ledgerMark } from '@/db/queries/ledger-mark'
import { type House, type Ran, runJobs } from '@/jobs/clockwork'
import { houseOf } from '@/jobs/start'

const USAGE = 'ledger sweep [--json] [--digest]'
const WAIT_MS = 60_000
const POLL_MS = 250

/**
 * `ledger sweep`: reminders, hand-on and sending once, by hand. Waits up to a minute for a clockwork that is at work. `--digest` makes the
 * day's digest now, also before 08:30 and on days off; `--json` puts what was done to stdout.
 */
export const sweepCommand: Command = async (args, { database, say, put }) => {
  const { values, positionals } = parseArgs({ args, options: { json: { type: 'boolean' }, digest: { type: 'boolean' } } })
  if (positionals.length > 0) throw new UsageError(USAGE)
  const opened = await database()
  if (isFrozen() && (await ledgerMark(opened.db)) === 'real') {
    say(READ_ONLY)
    return 1
  }
  const ran = await whenFree(houseOf(opened), values.digest === true)
  if (!Array.isArray(ran)) {
    say(`定时任务正由 ${ran.holder} 运行，请稍后再试。The clockwork is being run by ${ran.holder}: try again later.`)
    return 1
  }
  if (values.json) put(`${JSON.stringify(ran)}\n`)
  else tell(ran, say)
  return ran.some((run) => 'error' in run) ? 1 : 0
}

async function whenFree(house: House, digestNow: boolean): Promise<Awaited<ReturnType<typeof runJobs>>> {
  const until = Date.parse(realNow()) + WAIT_MS
  for (;;) {
    const ran = await runJobs(house, 'all', { digestNow })
    if (Array.isArray(ran) || Date.parse(realNow()) > until) return ran
    await new Promise((wake) => setTimeout(wake, POLL_MS))
  }
}

const NAMES = { reminders: '提醒 reminders', tidying: '清理 tidying', outbox: '发送 outbox' } as const

function tell(ran: readonly Ran[], say: CommandContext['say']): void {
  for (const run of ran) {
    const what = 'error' in run ? run.error : Object.entries(run.outcome).map(([name, count]) => `${name} ${count}`)
    say(`${NAMES[run.job]}：${[what].flat().join('，')}`)
  }
}
