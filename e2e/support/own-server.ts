// A second server over a database of its own, for tests that put the database back after every step.
import { type ChildProcess, spawn } from 'node:child_process'
import { rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { openDataDir } from '../../scripts/data-dir.mjs'
import { ledgerEnv, setUp } from '../../scripts/serve.mjs'

// biome-ignore lint/style/noProcessEnv: which build is under test
export const DIST = process.env.NEXT_DIST_DIR || '.next-verify'

export type OwnServer = { address: string; folder: string; secret: string; stop: () => Promise<void> }

/** How the database is set up and with what settings the server runs: a test database as it comes, unless told otherwise. */
type Kind = { flag?: '--test' | '--demo'; env?: Record<string, string> }

/** Starts the build in `dist` on a free port over a fresh database; the folder is emptied first. */
export async function startOwnServer(name: string, dist: string, { flag = '--test', env: more = {} }: Kind = {}): Promise<OwnServer> {
  const folder = resolve('test-results', name)
  rmSync(folder, { recursive: true, force: true })
  const port = await freePort()
  const at = { host: '127.0.0.1', port }
  const address = `http://localhost:${port}`
  // what the clockwork does by itself would come between: a test of it switches it on
  const env = ledgerEnv(folder, at, { NEXT_DIST_DIR: dist, NEXTAUTH_URL: address, LEDGER_CLOCKWORK: '0', ...more })
  await setUp(process.execPath, env, flag)
  const server = spawn(process.execPath, ['node_modules/next/dist/bin/next', 'start', '-H', at.host, '-p', String(port)], {
    env: env as NodeJS.ProcessEnv,
    stdio: 'ignore',
  })
  await untilItAnswers(server, address)
  return { address, folder, secret: openDataDir(folder), stop: () => stopped(server) }
}

async function untilItAnswers(server: ChildProcess, address: string): Promise<void> {
  for (let tries = 0; tries < 300 && server.exitCode === null; tries++) {
    const answer = await fetch(`${address}/health`).catch(() => null)
    if (answer?.ok) return
    await new Promise((wake) => setTimeout(wake, 100))
  }
  throw new Error(`no server at ${address}`)
}

/** A port that nobody listens on: two files of journeys never meet. */
function freePort(): Promise<number> {
  return new Promise((found, failed) => {
    const probe = createServer()
    probe.once('error', failed)
    probe.listen(0, '127.0.0.1', () => {
      const address = probe.address()
      probe.close(() => found(typeof address === 'object' && address ? address.port : 0))
    })
  })
}

function stopped(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve()
  return new Promise((done) => {
    server.once('exit', () => done())
    server.kill('SIGTERM')
  })
}
