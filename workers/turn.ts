const AT_ONCE = 2
const WAITING_AT_MOST = 20

type Turns = { running: number; waiting: (() => void)[] }
const kept = globalThis as { ledgerWork?: Turns }

/**
 * Waits until fewer than two works run; answers how to say that this one is over, 'cancelled' if `signal` aborted first, or 'busy' at once
 * where twenty wait already. Counted on globalThis, because a bundler may load this module more than once in a process.
 */
export async function turn(signal?: AbortSignal): Promise<(() => void) | 'cancelled' | 'busy'> {
  kept.ledgerWork ??= { running: 0, waiting: [] }
  const turns = kept.ledgerWork
  if (signal?.aborted) return 'cancelled'
  if (turns.running < AT_ONCE) turns.running += 1
  else if (turns.waiting.length >= WAITING_AT_MOST) return 'busy'
  else if (!(await called(turns, signal))) return 'cancelled'
  return () => {
    const next = turns.waiting.shift()
    if (next) next()
    else turns.running -= 1
  }
}

/** True when its turn has come: the one who ends hands its place on. */
function called(turns: Turns, signal: AbortSignal | undefined): Promise<boolean> {
  return new Promise((resolve) => {
    const leave = () => {
      turns.waiting = turns.waiting.filter((waiting) => waiting !== go)
      resolve(false)
    }
    const go = () => {
      signal?.removeEventListener('abort', leave)
      resolve(true)
    }
    turns.waiting.push(go)
    signal?.addEventListener('abort', leave, { once: true })
  })
}
