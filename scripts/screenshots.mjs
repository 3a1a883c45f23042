// npm run screenshots: the pictures in README.md, taken from the demo.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildIfNeeded } from './build.mjs'
import { chromium as findChromium } from './chromium.mjs'
import { findNode } from './find-node.mjs'
import { installPackages } from './install.mjs'
import { main, root, say } from './run.mjs'
import { addressOf, ledgerEnv, refuseTakenPort, serve, setUp } from './serve.mjs'

const at = { host: '127.0.0.1', port: Number(process.env.PORT || 3210) }
const PICTURES = [
  ['home-supervisor', 'supervisor', '/'],
  ['ledger', 'supervisor', '/ledger'],
  ['overdue', 'supervisor', '/overdue'],
  ['task', 'supervisor', '/tasks/47'],
  ['review', 'supervisor', '/review'],
  ['home-officer', '区人力资源和社会保障局', '/'],
]

await main(async () => {
  await refuseTakenPort(at.host, at.port)
  const node = findNode()
  await installPackages()
  await buildIfNeeded(node)
  const folder = mkdtempSync(join(tmpdir(), 'ledger-pictures-'))
  const env = ledgerEnv(folder, at, { LEDGER_TODAY: '2025-12-10', DATABASE_URL: '' })
  await setUp(node, env, '--demo')
  const path = await findChromium(node)
  const code = await serve(node, env, at, () => void take(path).finally(() => process.kill(process.pid, 'SIGTERM')))
  rmSync(folder, { recursive: true, force: true })
  return code
})

async function take(executablePath) {
  const { chromium } = await import('playwright')
  const browser = await chromium.launch({ executablePath, args: process.getuid?.() === 0 ? ['--no-sandbox'] : [] })
  for (const [name, person, page] of PICTURES) {
    const context = await browser.newContext({ viewport: { width: 1366, height: 768 }, locale: 'zh-CN' })
    const tab = await context.newPage()
    await tab.goto(`${addressOf(at.host, at.port)}/sign-in`)
    await tab
      .getByRole('button', { name: person === 'supervisor' ? /督查员/ : person })
      .first()
      .click()
    await tab.waitForURL((url) => url.pathname === '/')
    await tab.goto(`${addressOf(at.host, at.port)}${page}`)
    await tab.screenshot({ path: join(root, `docs/screenshots/${name}.png`) })
    say(`  docs/screenshots/${name}.png`)
    await context.close()
  }
  await browser.close()
}
