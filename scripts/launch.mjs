// npm run launch: from a bare checkout to a served ledger. See docs/operations.md.
import { dataDir } from './data-dir.mjs'
import { main } from './run.mjs'
import { start } from './start.mjs'

await main(() => start({ folder: dataDir(), name: '督办台账已就绪 Ready' }))
