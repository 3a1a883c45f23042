// Migrations are generated from db/schema.ts, one folder per engine.
import { outputOf, run, Stop } from './run.mjs'

export const ENGINES = ['sqlite', 'postgres']

/** Adds the migration that an engine lacks, if it lacks one; asks on the terminal whether a column is new or renamed. */
export async function generateMigration(node, engine, ...args) {
  const code = await run(node, drizzleKit(engine, ...args))
  if (code !== 0) throw new Stop(`drizzle-kit generate (${engine}) → ${code}`)
}

/** Whether a copy of an engine's migrations says all that the schema says. The exit code does not tell: it is 0 after a crash too. */
export function isComplete(node, engine, copy) {
  const env = { ...process.env, DRIZZLE_OUT: copy }
  return outputOf(node, drizzleKit(engine), { env, timeout: 60_000 })?.includes('No schema changes') ?? false
}

const drizzleKit = (engine, ...args) => [
  '--conditions=react-server',
  '--import',
  'tsx',
  'node_modules/drizzle-kit/bin.cjs',
  'generate',
  `--config=drizzle.config.${engine}.ts`,
  ...args,
]
