// Finds a Chromium for the journeys, or installs one: Playwright's own download first, the system's package as a last resort.
import { existsSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { outputOf, run, Stop, say } from './run.mjs'

const NAMES = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'microsoft-edge']
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'
const DOWNLOAD_MS = 180_000

/** The path of a Chromium that starts; CHROMIUM_PATH wins. */
export async function chromium(node) {
  const found = await present()
  if (found) return found
  say('  未找到 Chromium，尝试下载 … no Chromium here, trying to download one …')
  outputOf(node, ['node_modules/playwright/cli.js', 'install', 'chromium'], { timeout: DOWNLOAD_MS })
  const downloaded = await present()
  if (downloaded) return downloaded
  await installWithApt()
  const installed = await present()
  if (installed) return installed
  throw new Stop('找不到也装不上 Chromium：请安装后以 CHROMIUM_PATH 指明。No Chromium: install one and name it in CHROMIUM_PATH.')
}

async function present() {
  const playwright = await import('playwright')
  const onPath = (process.env.PATH ?? '').split(delimiter).flatMap((folder) => NAMES.map((name) => join(folder, name)))
  const candidates = [process.env.CHROMIUM_PATH, ...onPath, MAC, playwright.chromium.executablePath()]
  return candidates.find((path) => path && existsSync(path) && outputOf(path, ['--version']))
}

async function installWithApt() {
  if (!outputOf('apt-get', ['--version'])) return
  say('  用 apt 安装 Chromium 与中文字体 … installing Chromium and Chinese fonts with apt …')
  const asRoot = process.getuid() === 0 ? [] : ['sudo', '-n']
  const apt = async (...args) => {
    const [program, ...rest] = [...asRoot, 'env', 'DEBIAN_FRONTEND=noninteractive', 'apt-get', '-qq', '-o', 'Dpkg::Use-Pty=0', ...args]
    return run(program, rest, { stdio: ['ignore', 'ignore', 'inherit'] })
  }
  await apt('update')
  await apt('install', '-y', '--no-install-recommends', 'chromium', 'fonts-noto-cjk', 'fontconfig')
  if (!outputOf('fc-list', [':lang=zh', 'family']))
    throw new Stop('系统没有中文字体，页面测试会失真。No Chinese font on this system: install fonts-noto-cjk.')
}
