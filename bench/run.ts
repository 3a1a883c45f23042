// npm run bench [-- --full] [--seconds N] [--json FILE]: what the production server does with 91 and 10,000 tasks (and 100,000 with
// --full), beside what plain Node does with the same bytes on the same machine in the same run. Figures are printed, never asserted.
import { writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import autocannon from 'autocannon'
import { ask, signIn, store } from '@/bench/client'
import { generate } from '@/bench/generate'
import { type Running, startFloor, startLedger, temporaryFolder } from '@/bench/processes'
import { env } from '@/env'

const PAGES = [
  ['home', '/'],
  ['ledger', '/ledger'],
  ['overdue', '/overdue'],
  ['task', '/tasks/47'],
  ['warning', '/warning?within=90'],
  ['reporting', '/reporting'],
  ['obstacles', '/obstacles'],
  ['departments', '/departments'],
  ['overview', '/departments/d01/overview'],
  ['notices', '/notices'],
  ['inbox', '/messages'],
  ['xlsx', '/export?scope=ledger&format=xlsx'],
] as const
const CONNECTIONS = [1, 8] as const
const FLOOR_SECONDS = 2
/** A slow page is driven for longer, so that each connection is answered a few times; but not for ever. */
const ROUNDS = 2
const MOST_SECONDS = 60

/** `failed`: requests that got no answer, because the connection was cut or a minute had passed. */
type Speed = { requestsPerSecond: number; p50: number; p99: number; failed: number }
type Result = { page: string; connections: number; bytes: number; queries: number; ledger: Speed; floor: Speed }
type Run = { tasks: number; generatedInSeconds: number; results: Result[] }

const { values: options } = parseArgs({
  options: { full: { type: 'boolean', default: false }, seconds: { type: 'string', default: '5' }, json: { type: 'string' } },
})
if (env.DATABASE_URL)
  throw new Error('DATABASE_URL is set: the benchmark makes SQLite files of its own and touches no other database. Unset it.')
const seconds = Number(options.seconds)
if (!(seconds > 0)) throw new Error(`--seconds must be a number above 0: ${options.seconds}`)

const machine = { node: process.version, cpu: cpus()[0]?.model ?? '', cores: cpus().length }
const runs: Run[] = []
process.stdout.write(`Node ${machine.node}, ${machine.cores} × ${machine.cpu}; ${seconds} s each; milliseconds; bytes as sent (gzip)\n`)
for (const size of options.full ? [91, 10_000, 100_000] : [91, 10_000]) {
  const run = await measureSize(size)
  runs.push(run)
  process.stdout.write(`\n${tableOf(run)}\n`)
}
if (options.json) writeFileSync(options.json, `${JSON.stringify({ machine, seconds, runs }, null, 2)}\n`)

async function measureSize(size: number): Promise<Run> {
  const folder = temporaryFolder()
  const from = performance.now()
  const account = await generate(folder, size)
  const generatedInSeconds = Math.round((performance.now() - from) / 100) / 10
  process.stderr.write(`${size} tasks: generated in ${generatedInSeconds} s\n`)
  const ledger = await startLedger(folder)
  try {
    const headers = { cookie: await signIn(ledger.address, account), 'accept-encoding': 'gzip' }
    const results: Result[] = []
    for (const [page, path] of PAGES) results.push(...(await measurePage(page, path, ledger, headers, folder)))
    return { tasks: size, generatedInSeconds, results }
  } finally {
    await ledger.stop()
  }
}

async function measurePage(
  page: string,
  path: string,
  ledger: Running,
  headers: Record<string, string>,
  folder: string,
): Promise<Result[]> {
  const url = `${ledger.address}${path}`
  for (let warmUp = 0; warmUp < 3; warmUp++) await ask(url, headers)
  const before = await queriesSoFar(ledger)
  const from = performance.now()
  const answer = await ask(url, headers)
  const oneTakes = (performance.now() - from) / 1000
  const queries = (await queriesSoFar(ledger)) - before
  if (answer.status !== 200) throw new Error(`${path} answered ${answer.status}`)
  const file = join(folder, page)
  store(file, answer)
  const floor = await startFloor(file)
  try {
    const results: Result[] = []
    for (const connections of CONNECTIONS) {
      process.stderr.write(`  ${page}, ${connections} at once …\n`)
      results.push({
        page,
        connections,
        bytes: answer.body.length,
        queries,
        ledger: await drive(url, connections, Math.min(MOST_SECONDS, Math.max(seconds, ROUNDS * connections * oneTakes)), headers),
        floor: await drive(`${floor.address}${path}`, connections, Math.min(seconds, FLOOR_SECONDS), headers),
      })
    }
    return results
  } finally {
    await floor.stop()
  }
}

async function queriesSoFar(ledger: Running): Promise<number> {
  const { queries } = (await (await fetch(`${ledger.address}/health`)).json()) as { queries?: number }
  if (queries === undefined) throw new Error('/health does not count queries')
  return queries
}

async function drive(url: string, connections: number, duration: number, headers: Record<string, string>): Promise<Speed> {
  const result = await autocannon({ url, connections, duration, headers, timeout: 60 })
  if (result.non2xx > 0) throw new Error(`${url}: ${result.non2xx} answers were not what was asked for`)
  return { requestsPerSecond: result['2xx'] / result.duration, p50: result.latency.p50, p99: result.latency.p99, failed: result.errors }
}

function tableOf({ tasks, generatedInSeconds, results }: Run): string {
  const head = ['page', 'at once', 'req/s', 'p50', 'p99', 'failed', 'bytes', 'queries', 'floor req/s', 'p50', 'p99', 'of floor']
  const rows = results.map(({ page, connections, bytes, queries, ledger, floor }) => [
    page,
    String(connections),
    rate(ledger),
    ms(ledger.p50),
    ms(ledger.p99),
    String(ledger.failed),
    bytes.toLocaleString('en'),
    String(queries),
    rate(floor),
    ms(floor.p50),
    ms(floor.p99),
    `${((100 * ledger.requestsPerSecond) / floor.requestsPerSecond).toFixed(1)} %`,
  ])
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: string[]) =>
    cells.map((cell, column) => (column === 0 ? cell.padEnd(widths[0] ?? 0) : cell.padStart(widths[column] ?? 0))).join('  ')
  return [`${tasks.toLocaleString('en')} tasks (generated in ${generatedInSeconds} s)`, line(head), ...rows.map(line)].join('\n')
}

function rate({ requestsPerSecond }: Speed): string {
  return requestsPerSecond.toFixed(requestsPerSecond < 100 ? 1 : 0)
}

function ms(value: number): string {
  return value < 1 ? '<1' : String(Math.round(value))
}
