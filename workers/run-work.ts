// Heavy reading work in a process of its own, so that nobody waits for it but who asked: limited in time, memory and number.
import { type ChildProcess, spawn } from 'node:child_process'
import { type Part, putTogether } from '@/workers/in-parts'
import { turn } from '@/workers/turn'
import type { Progress, WorkInput, WorkName, WorkResult } from '@/workers/works'

export type WorkFailure = 'too-slow' | 'out-of-memory' | 'cancelled' | 'crashed' | 'busy'
export type WorkOutcome<N extends WorkName> = { done: WorkResult<N> } | { failed: WorkFailure }
export type WorkLimits = {
  /** From the moment that the process starts; waiting for its turn does not count. */
  timeoutMs: number
  /** Megabytes of JavaScript's heap. */
  memoryMb: number
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
}

/** From the project's folder, in which the server, the commands and the tests all run. */
const CHILD = ['--conditions=react-server', '--import', 'tsx', 'workers/child.ts']

/**
 * Does a work (work/works.ts) in a process of its own; two at most run at once, twenty more wait, and what comes then is 'busy'. The process
 * is killed when `signal` aborts, when its time is up, and ends by itself when this one does. What it throws goes to the log, and is
 * 'crashed' here. Never throws.
 */
export async function runWork<N extends WorkName>(name: N, input: WorkInput<N>, limits: WorkLimits): Promise<WorkOutcome<N>> {
  const release = await turn(limits.signal)
  if (typeof release === 'string') return { failed: release }
  try {
    return await inChild(name, input, limits)
  } finally {
    release()
  }
}

function inChild<N extends WorkName>(
  name: N,
  input: WorkInput<N>,
  { timeoutMs, memoryMb, signal, onProgress = () => {} }: WorkLimits,
): Promise<WorkOutcome<N>> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [`--max-old-space-size=${memoryMb}`, ...CHILD], {
      cwd: process.cwd(),
      stdio: ['ignore', 'inherit', 'inherit', 'ipc'],
      serialization: 'advanced',
    })
    let outcome: WorkOutcome<N> | null = null
    const stop = (failed: WorkFailure) => {
      outcome ??= { failed }
      child.kill('SIGKILL')
    }
    const cancel = () => stop('cancelled')
    const timer = setTimeout(() => stop('too-slow'), timeoutMs)
    signal?.addEventListener('abort', cancel)
    const settle = (failed: WorkFailure) => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', cancel)
      resolve(outcome ?? { failed })
    }
    const parts: Part[] = []
    child.on('message', (message: { progress: Progress } | { part: Part } | { done: WorkResult<N> }) => {
      if ('progress' in message) onProgress(message.progress)
      else if ('part' in message) parts.push(message.part)
      else outcome ??= { done: putTogether(parts, message.done) }
    })
    child.on('error', () => settle('crashed'))
    child.on('close', (_, killedBy) => settle(killedBy === 'SIGABRT' ? 'out-of-memory' : 'crashed'))
    send(child, { name, input })
  })
}

/** A process that is gone already answers by its end, not here. */
function send(child: ChildProcess, message: { name: WorkName; input: unknown }): void {
  child.send(message, () => {})
}
