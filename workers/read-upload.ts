import { checkSource } from '@/documents/read/read-source'
import type { FileRefusal, SourceDocument } from '@/documents/source-document'
import { runWork, type WorkFailure } from '@/workers/run-work'

const LIMITS = { timeoutMs: 20_000, memoryMb: 512 }

/**
 * Reads a file that somebody sent: what can be told from outside is checked here, the rest is done in a process of its own, within 20
 * seconds and 512 MB. Every failure is a refusal. Throws the signal's reason when it aborts.
 */
export async function readUpload(
  bytes: Uint8Array,
  fileName: string,
  { signal }: { signal?: AbortSignal } = {},
): Promise<SourceDocument | FileRefusal> {
  const refusal = await checkSource(bytes)
  if (refusal) return refusal
  const outcome = await runWork('read-source', { bytes, fileName }, { ...LIMITS, signal })
  if ('done' in outcome) return outcome.done
  signal?.throwIfAborted()
  return { refused: REFUSALS[outcome.failed] }
}

const REFUSALS = {
  'too-slow': 'too-slow',
  'out-of-memory': 'out-of-memory',
  crashed: 'damaged',
  cancelled: 'damaged',
  busy: 'busy',
} as const satisfies Record<WorkFailure, FileRefusal['refused']>
