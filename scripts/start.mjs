// What `launch` and `demo` have in common: six steps from a checkout to a served ledger.
import { buildIfNeeded } from './build.mjs'
import { findNode } from './find-node.mjs'
import { installPackages } from './install.mjs'
import { Stop, say } from './run.mjs'
import { addressOf, ledgerEnv, refuseTakenPort, serve, setUp } from './serve.mjs'

/** Serves the ledger over a data folder; resolves to the exit code once it has stopped. */
export async function start({ folder, env: more = {}, setUpFlags = [], name }) {
  const at = { host: process.env.HOST || '127.0.0.1', port: portFrom(process.env.PORT) }
  await refuseTakenPort(at.host, at.port)

  say('1/6 查找 Node · Finding Node')
  const node = findNode()
  say(`  ${node}`)
  say('2/6 安装依赖 · Packages')
  await installPackages()
  say('3/6 数据目录 · Data folder')
  const env = ledgerEnv(folder, at, more)
  say(`  ${folder}`)
  say('4/6 准备数据库 · Database')
  await setUp(node, env, ...setUpFlags)
  say('5/6 构建页面 · Build')
  await buildIfNeeded(node)
  say('6/6 启动服务 · Serving')
  if (at.host !== '127.0.0.1' && at.host !== 'localhost' && at.host !== '::1')
    say(`  注意：${at.host} 可从其他计算机访问，口令将以明文传输；请在前面加一层 TLS（见 docs/operations.md）。
  Note: other machines can reach ${at.host}, and passwords travel in plain text: put TLS in front (docs/operations.md).`)
  return serve(node, env, at, () => process.stdout.write(`${name}: ${addressOf(at.host, at.port)}\n`))
}

function portFrom(text = '') {
  if (text === '') return 3000
  const port = Number(text)
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port
  throw new Stop(`PORT 应为 1 至 65535 的整数。PORT must be a whole number from 1 to 65535: ${text}`)
}
