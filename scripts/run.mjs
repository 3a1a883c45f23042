// Starting other programs: directly, never through npm or a shell, so that a signal reaches the program that does the work.
import { spawn, spawnSync } from 'node:child_process'
import { constants } from 'node:os'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = dirname(dirname(fileURLToPath(import.meta.url)))

/** Words for people go to stderr: stdout belongs to data. */
export const say = (words) => process.stderr.write(`${words}\n`)

/** A refusal in plain words, without a stack. */
export class Stop extends Error {}

/**
 * Runs a program in the project's folder with SIGINT, SIGTERM and SIGHUP passed on; a second signal, a second or more after the
 * first, kills it. Resolves to its exit code, or 128 + signal.
 */
export function run(program, args, { env = process.env, stdio = 'inherit', onSignal = () => {} } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { cwd: root, env, stdio })
    let firstAt = 0
    const forward = (signal) => {
      // A terminal signals the whole group and npm signals us again: what arrives at once is one wish.
      if (firstAt && Date.now() - firstAt < 1000) return
      child.kill(firstAt ? 'SIGKILL' : signal === 'SIGHUP' ? 'SIGTERM' : signal)
      firstAt ||= Date.now()
      onSignal(signal)
    }
    const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']
    for (const signal of signals) process.on(signal, forward)
    const release = () => signals.forEach((signal) => process.off(signal, forward))
    child.on('error', (error) => {
      release()
      reject(error)
    })
    child.on('exit', (code, signal) => {
      release()
      resolve(code ?? 128 + constants.signals[signal])
    })
  })
}

/** What a program prints on stdout, trimmed, or undefined if it fails or takes longer than the given milliseconds. */
export function outputOf(program, args, { timeout = 10_000, ...options } = {}) {
  const result = spawnSync(program, args, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'], timeout, ...options })
  return result.status === 0 ? result.stdout.trim() : undefined
}

/** Arguments with which Node runs one of the project's TypeScript programs. */
export const typescript = (file, ...args) => ['--conditions=react-server', '--import', 'tsx', file, ...args]

/** Runs a script's body and ends the process with the code that it returns; a Stop ends it with 1 and its words. */
export async function main(body) {
  try {
    process.exitCode = await body()
  } catch (error) {
    if (!(error instanceof Stop)) throw error
    say(error.message)
    process.exitCode = 1
  }
}
