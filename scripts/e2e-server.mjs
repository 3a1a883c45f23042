// The server that the journeys are walked on: the production build over a fresh database marked as a test.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { findNode } from './find-node.mjs'
import { main, root } from './run.mjs'
import { addressOf, ledgerEnv, refuseTakenPort, serve, setUp } from './serve.mjs'

const at = { host: '127.0.0.1', port: Number(process.env.E2E_PORT || 3100) }
const folder = join(root, 'test-results/data')

await main(async () => {
  await refuseTakenPort(at.host, at.port)
  rmSync(folder, { recursive: true, force: true })
  const more = {
    LEDGER_MARK: 'test',
    LEDGER_MEASURE: '1',
    LEDGER_CLOCKWORK: '0', // its queries would be counted
    DATABASE_URL: '', // never a database that somebody works in
    NEXTAUTH_URL: addressOf(at.host, at.port),
    NEXT_DIST_DIR: process.env.NEXT_DIST_DIR || '.next-verify',
  }
  const env = ledgerEnv(folder, at, more)
  const node = findNode()
  await setUp(node, env, '--test')
  return serve(node, env, at, () => process.stdout.write(`${addressOf(at.host, at.port)}\n`))
})
