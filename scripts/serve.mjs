// Prepares the database and serves the build, until a signal stops it.
import { get } from 'node:http'
import { createServer } from 'node:net'
import { openDataDir } from './data-dir.mjs'
import { run, Stop, say, typescript } from './run.mjs'

/** The environment in which the ledger runs over a data folder: its secret, its address, production. */
export function ledgerEnv(folder, { host, port }, more = {}) {
  return {
    ...process.env,
    NODE_ENV: 'production',
    NEXT_TELEMETRY_DISABLED: '1',
    DATA_DIR: folder,
    NEXTAUTH_SECRET: openDataDir(folder),
    NEXTAUTH_URL: process.env.NEXTAUTH_URL || addressOf(host, port),
    ...more,
  }
}

/** The address to type into a browser for a server bound to a host and port. */
export function addressOf(host, port) {
  const local = ['127.0.0.1', '::1', '0.0.0.0', '::', 'localhost'].includes(host)
  return `http://${local ? 'localhost' : host.includes(':') ? `[${host}]` : host}:${port}`
}

/** Migrates, imports the issued table where there is no plan, and makes accounts where there are none. */
export async function setUp(node, env, ...flags) {
  const code = await run(node, typescript('cli/set-up.ts', ...flags), { env })
  if (code !== 0) throw new Stop(`准备数据库失败（退出码 ${code}）。Setting up the database failed.`)
}

/** Refuses in words when the port is taken or not permitted. */
export function refuseTakenPort(host, port) {
  return new Promise((resolve, reject) => {
    const probe = createServer()
    probe.once('error', (error) => reject(new Stop(wordsFor(error.code, host, port))))
    probe.listen(port, host, () => probe.close(() => resolve()))
  })
}

function wordsFor(code, host, port) {
  if (code === 'EADDRINUSE')
    return `端口 ${port} 已被占用：请停止占用它的程序，或换一个端口。Port ${port} is in use: stop that program, or choose another: PORT=${port + 1} npm run launch`
  if (code === 'EACCES') return `无权使用端口 ${port}。Port ${port} is not permitted for this user: choose one above 1023.`
  return `无法监听 ${host}:${port}（${code}）。Cannot listen on ${host}:${port}.`
}

/**
 * Serves until SIGINT or SIGTERM; requests in flight are answered first. Resolves to 0 when it was asked to stop and did, else to
 * the server's own code. `onReady` is called once it answers.
 */
export async function serve(node, env, { host, port }, onReady) {
  let asked = false
  const stopping = () => {
    if (!asked) say('正在停止，等待处理中的请求完成（再按一次强制结束）… Stopping after the requests in flight (again to kill) …')
    asked = true
  }
  const served = run(node, ['node_modules/next/dist/bin/next', 'start', '-H', host, '-p', String(port)], {
    env,
    stdio: ['ignore', process.stderr, process.stderr], // on our stdout stands the address alone
    onSignal: stopping,
  })
  let ended = false
  const end = served.finally(() => {
    ended = true
  })
  await Promise.race([end, answers(host, port, () => ended)])
  if (!ended && !asked) onReady()
  const code = await end
  if (!asked) return code || 1
  if (code === 137) return code
  say('已停止 Stopped')
  return 0
}

async function answers(host, port, isOver) {
  const local = host === '0.0.0.0' ? '127.0.0.1' : host === '::' ? '::1' : host
  while (!isOver() && !(await answersOnce(local, port))) await new Promise((resolve) => setTimeout(resolve, 100))
}

function answersOnce(host, port) {
  return new Promise((resolve) => {
    const request = get({ host, port, path: '/health', agent: false, timeout: 30_000 }, (response) => {
      response.resume()
      resolve(true)
    })
    request.on('timeout', () => request.destroy())
    request.on('error', () => resolve(false))
  })
}
