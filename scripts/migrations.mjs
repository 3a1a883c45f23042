// Migrations are generated from db/schema.ts, one folder per engine.
import { run, Stop } from './run.mjs'

export const ENGINES = ['sqlite', 'postgres']

/** Adds to a folder (the engine's own by default) the migration that it lacks, if it lacks one. */
export async function generateMigration(node, engine, folder = `drizzle/${engine}`, ...args) {
  const kit = ['node_modules/drizzle-kit/bin.cjs', 'generate', `--config=drizzle.config.${engine}.ts`, ...args]
  const env = { ...process.env, DRIZZLE_OUT: folder }
  const code = await run(node, ['--conditions=react-server', '--import', 'tsx', ...kit], {
    env,
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (code !== 0) throw new Stop(`drizzle-kit generate (${engine}) → ${code}`)
}
