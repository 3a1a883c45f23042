import type { EventOf } from '@/components/task/event-sentence'
import type { Day } from '@/domain/calendar'
import { inForce, type TaskEvent } from '@/domain/events'

/** `replaced` by a later request; `lapsed` when the task was closed, withdrawn or made long-term before a decision. */
export type ExtensionRow = {
  request: EventOf<'extension_requested'>
  state: 'waiting' | 'approved' | 'refused' | 'replaced' | 'lapsed'
  decision: EventOf<'extension_approved' | 'extension_refused'> | null
}

/** The requests up to the end of `asOf`, the oldest first, each with what became of it. */
export function extensionRows(events: readonly TaskEvent[], asOf: Day): ExtensionRow[] {
  const rows: ExtensionRow[] = []
  for (const event of inForce(events)) {
    if (event.effectiveOn > asOf) break
    const waiting = rows.find((row) => row.state === 'waiting')
    switch (event.kind) {
      case 'extension_requested':
        if (waiting) waiting.state = 'replaced'
        rows.push({ request: event, state: 'waiting', decision: null })
        break
      case 'extension_approved':
      case 'extension_refused':
        if (waiting) Object.assign(waiting, { state: event.kind === 'extension_approved' ? 'approved' : 'refused', decision: event })
        break
      case 'accepted':
      case 'withdrawn':
      case 'made_long_term':
        if (waiting) waiting.state = 'lapsed'
    }
  }
  return rows
}
