// npm run -s ledger -- ARGS: the operator's commands (cli/ledger.ts). Nothing but data on stdout.
import { dataDir, openDataDir } from './data-dir.mjs'
import { findNode } from './find-node.mjs'
import { installPackages } from './install.mjs'
import { main, run, typescript } from './run.mjs'

await main(async () => {
  const node = findNode()
  await installPackages()
  const folder = dataDir()
  const env = { ...process.env, NODE_ENV: 'production', DATA_DIR: folder, NEXTAUTH_SECRET: openDataDir(folder) }
  return run(node, typescript('cli/ledger.ts', ...process.argv.slice(2)), { env })
})
