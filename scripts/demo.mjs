// npm run demo: the same ledger over a database of its own with invented histories, on a fixed day.
import { join } from 'node:path'
import { dataDir } from './data-dir.mjs'
import { main } from './run.mjs'
import { start } from './start.mjs'

// Raise it when the invented histories change: an old demonstration is never filled up with new ones.
const EDITION = '3'

const env = { LEDGER_TODAY: process.env.LEDGER_TODAY || '2025-12-10', DATABASE_URL: '' }
await main(() => start({ folder: join(dataDir(), 'demo', EDITION), env, setUpFlags: ['--demo'], name: '演示台账已就绪 Demo ready' }))
