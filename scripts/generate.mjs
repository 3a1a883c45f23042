// npm run generate -- --name=NAME: writes the migrations of both engines after db/schema.ts has changed.
import { findNode } from './find-node.mjs'
import { ENGINES, generateMigration } from './migrations.mjs'
import { main } from './run.mjs'

await main(async () => {
  const node = findNode()
  for (const engine of ENGINES) await generateMigration(node, engine, ...process.argv.slice(2))
  return 0
})
