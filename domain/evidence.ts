import type { TaskEvent } from '@/domain/events'
import type { Evidence } from '@/domain/words'

/** The largest evidence file that is taken, in bytes. */
export const FILE_MAX_BYTES = 20 * 1024 * 1024

/** The evidence that an event carries, if it is of a kind that can. */
export function evidenceOf(event: TaskEvent): Evidence | null {
  switch (event.kind) {
    case 'claimed':
    case 'extension_requested':
    case 'checked':
    case 'stage_reported':
    case 'evidence_added':
      return event.payload.evidence
    default:
      return null
  }
}
