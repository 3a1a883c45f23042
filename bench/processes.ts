// What a benchmark starts, and that it is gone afterwards, however the run ends.
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { BENCH_TODAY } from '@/bench/generate'
import { ledgerEnv } from '@/scripts/serve.mjs'

export type Running = { address: string; stop: () => Promise<void> }

const children = new Set<ChildProcess>()
const folders = new Set<string>()

process.on('exit', () => {
  for (const child of children) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})
for (const [signal, code] of [
  ['SIGINT', 130],
  ['SIGTERM', 143],
  ['SIGHUP', 129],
] as const)
  process.on(signal, () => process.exit(code))

/** A folder that goes away with this process. */
export function temporaryFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ledger-bench-'))
  folders.add(folder)
  return folder
}

/** The production build over a data folder, on a free port; resolves once it answers. */
export async function startLedger(folder: string): Promise<Running> {
  const port = await freePort()
  const env = ledgerEnv(
    folder,
    { host: '127.0.0.1', port },
    {
      LEDGER_MEASURE: '1',
      LEDGER_CLOCKWORK: '0',
      LEDGER_TODAY: BENCH_TODAY,
      DATABASE_URL: '',
      NEXTAUTH_URL: `http://127.0.0.1:${port}`,
    },
  )
  const child = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', '127.0.0.1', '-p', String(port)], {
    env: env as NodeJS.ProcessEnv,
    stdio: ['ignore', 'ignore', 'inherit'],
  })
  const running = keep(child, port)
  for (;;) {
    if (child.exitCode !== null) throw new Error(`the server ended with ${child.exitCode}`)
    if (
      await fetch(`${running.address}/health`).then(
        (response) => response.ok,
        () => false,
      )
    )
      return running
    await new Promise((resolve) => setTimeout(resolve, 100))
  }
}

/** A bare node:http server that answers everything with what is stored in `file` (bench/floor.ts). */
export async function startFloor(file: string): Promise<Running> {
  const child = spawn(process.execPath, ['--import', 'tsx', 'bench/floor.ts', file], { stdio: ['ignore', 'pipe', 'inherit'] })
  const [line] = (await once(child.stdout, 'data')) as [Buffer]
  return keep(child, Number(line.toString()))
}

function keep(child: ChildProcess, port: number): Running {
  children.add(child)
  const ended = once(child, 'exit')
  return {
    address: `http://127.0.0.1:${port}`,
    stop: async () => {
      child.kill()
      await ended
      children.delete(child)
    },
  }
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const at = probe.address()
  probe.close()
  if (at === null || typeof at === 'string') throw new Error('no port is free')
  return at.port
}
