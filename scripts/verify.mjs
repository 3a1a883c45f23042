// npm run verify: everything that must hold, on a bare checkout. --only=lint,types,… runs a part; the keys are those of STEPS.
import { cpSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { chromium } from './chromium.mjs'
import { findNode } from './find-node.mjs'
import { installPackages } from './install.mjs'
import { ENGINES, isComplete } from './migrations.mjs'
import { main, root, run, Stop, say } from './run.mjs'

const DIST = '.next-verify'

const STEPS = {
  install: ['安装依赖 Packages', installPackages],
  lint: ['写法、未等待的异步、越界引用 Style, floating promises, forbidden imports', lint],
  types: ['类型 Types', types],
  drift: ['迁移与结构一致 Migrations match the schema', drift],
  test: ['单元与数据库测试（两种引擎；三个时区）Unit and database tests (both engines; three time zones)', test],
  build: ['生产构建 Production build', () => buildIfNeeded(node, DIST)],
  browser: ['浏览器 Chromium', browser],
  e2e: ['按岗位走流程 Journeys', journeys],
}

let node = process.execPath

const seconds = (from) => `${((Date.now() - from) / 1000).toFixed(1)} s`

await main(async () => {
  const only = process.argv
    .find((arg) => arg.startsWith('--only='))
    ?.slice('--only='.length)
    .split(',')
  const chosen = only ?? Object.keys(STEPS)
  const unknown = chosen.filter((key) => !(key in STEPS))
  if (unknown.length > 0) throw new Stop(`没有这一步 no such step: ${unknown.join(', ')} (${Object.keys(STEPS).join(', ')})`)
  node = findNode()
  const began = Date.now()
  for (const [index, key] of chosen.entries()) {
    const [title, step] = STEPS[key]
    say(`\n${index + 1}/${chosen.length} ${title}`)
    const from = Date.now()
    try {
      await step()
    } catch (error) {
      say(error instanceof Stop ? error.message : error.stack)
      process.stdout.write(`verify: 失败 failed at ${key} (${seconds(from)})\n`)
      return 1
    }
    say(`  ${key}: ${seconds(from)}`)
  }
  process.stdout.write(`verify: 全部通过 all passed (${chosen.join(', ')}; ${seconds(began)})\n`)
  return 0
})

async function program(file, args, env = {}) {
  const code = await run(node, [`node_modules/${file}`, ...args], {
    env: { ...process.env, ...env },
    stdio: ['ignore', process.stderr, process.stderr],
  })
  if (code !== 0) throw new Stop(`  ${file} ${args.join(' ')} → ${code}`)
}

async function lint() {
  await program('@biomejs/biome/bin/biome', ['check', '--error-on-warnings'])
  await program('oxlint/bin/oxlint', ['--deny-warnings'])
}

async function types() {
  await program('next/dist/bin/next', ['typegen'], { NEXT_DIST_DIR: DIST, NEXT_TELEMETRY_DISABLED: '1' })
  await program('typescript/bin/tsc', ['--noEmit'])
}

/** In a copy, so that nothing is written beside the released migrations. */
function drift() {
  for (const engine of ENGINES) {
    const copy = `test-results/drift/${engine}`
    rmSync(join(root, copy), { recursive: true, force: true })
    cpSync(join(root, 'drizzle', engine), join(root, copy), { recursive: true })
    if (!isComplete(node, engine, copy))
      throw new Stop(`  ${engine}: 结构有变而缺迁移 the schema has changed without a migration: npm run generate`)
  }
}

/** Both engines in the first zone, SQLite in the second, the rules alone in the third: what depends on the zone is in the code. */
async function test() {
  const projects = { UTC: ['unit', 'sqlite', 'postgres'], 'Asia/Shanghai': ['unit', 'sqlite'], 'America/New_York': ['unit'] }
  for (const [TZ, names] of Object.entries(projects)) {
    const chosen = names.flatMap((name) => ['--project', name])
    await program('vitest/vitest.mjs', ['run', ...chosen], { TZ, NODE_ENV: 'test' })
  }
}

async function browser() {
  process.env.CHROMIUM_PATH = await chromium(node)
  say(`  ${process.env.CHROMIUM_PATH}`)
}

async function journeys() {
  await program('@playwright/test/cli.js', ['test'], { NEXT_DIST_DIR: DIST })
}
