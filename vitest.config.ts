import { fileURLToPath } from 'node:url'
import { defineConfig } from 'vitest/config'

const folder = (path: string) => fileURLToPath(new URL(path, import.meta.url))

/** Tests that open a database: they run once on each engine. */
const DATABASE = [
  'db/**/*.test.ts',
  'auth/**/*.test.ts',
  'cli/**/*.test.ts',
  'exports/**/*.test.ts',
  'jobs/**/*.test.ts',
  'app/**/*.test.ts',
]
const PURE = [
  'domain/**/*.test.ts',
  'documents/**/*.test.ts',
  'files/**/*.test.ts',
  'workers/**/*.test.ts',
  'messages/**/*.test.ts',
  'components/**/*.test.{ts,tsx}',
]

const project = (name: string, include: string[], env: Record<string, string>) => ({
  extends: true as const,
  test: { name, include, env: { LEDGER_TODAY: '', NEXTAUTH_SECRET: 'only-for-tests-only-for-tests-only', ...env } },
})

export default defineConfig({
  resolve: {
    alias: [
      { find: /^@\//, replacement: folder('./') },
      { find: 'server-only', replacement: folder('./node_modules/server-only/empty.js') },
    ],
  },
  test: {
    setupFiles: [folder('./vitest.setup.ts')],
    isolate: false, // tests share no state but the engine, which is slow to start
    testTimeout: 30_000,
    hookTimeout: 30_000,
    projects: [
      project('unit', PURE, {}),
      project('sqlite', DATABASE, { DATABASE_URL: '' }),
      project('postgres', DATABASE, { DATABASE_URL: 'pglite:' }),
    ],
  },
})
