import { setImmediate } from 'node:timers/promises'

/** How long work of many rows goes: after each chunk it says how far it is, answers others, and stops if it was told to. */
export type LongWork = { onProgress?: (done: number, total: number) => void; signal?: AbortSignal }

/** Carries out `body` for some rows at a time. Throws once the signal is given, so that the transaction is rolled back. */
export async function inChunks<T>(
  rows: readonly T[],
  size: number,
  { onProgress, signal }: LongWork,
  body: (some: readonly T[]) => Promise<void>,
): Promise<void> {
  for (let at = 0; at < rows.length; at += size) {
    signal?.throwIfAborted()
    await body(rows.slice(at, at + size))
    onProgress?.(Math.min(at + size, rows.length), rows.length)
    await setImmediate()
  }
  signal?.throwIfAborted()
}

/** What came of long work, or that it was cancelled: then nothing was written. */
export async function unlessCancelled<T>(signal: AbortSignal | undefined, work: () => Promise<T>): Promise<T | { refused: 'cancelled' }> {
  try {
    return await work()
  } catch (error) {
    if (signal?.aborted && error === signal.reason) return { refused: 'cancelled' }
    throw error
  }
}
