// npm run bench: drives a production build and prints what it measured (bench/run.ts).
import { buildIfNeeded } from './build.mjs'
import { findNode } from './find-node.mjs'
import { installPackages } from './install.mjs'
import { main, run, say, typescript } from './run.mjs'

await main(async () => {
  const node = findNode()
  say('1/3 安装依赖 · Packages')
  await installPackages()
  say('2/3 构建页面 · Build')
  await buildIfNeeded(node)
  say('3/3 测量 · Measuring')
  const env = { ...process.env, NODE_ENV: 'production', NEXT_TELEMETRY_DISABLED: '1' }
  return run(node, typescript('bench/run.ts', ...process.argv.slice(2)), { env })
})
