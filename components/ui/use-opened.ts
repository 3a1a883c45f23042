'use client'

import { useState } from 'react'
import type { ActionState } from '@/components/ui/action-state'

/**
 * What a form shows: the newest, until somebody begins to type. From then on it stays as it was opened, its version too, so that a text
 * written over an older one is refused as stale (rule 14). An answer or a reset brings the newest again. `hold` is for a draft that was
 * begun on something older.
 */
export function useOpened<T>(state: ActionState, newest: T) {
  const [held, setHeld] = useState<{ state: ActionState; opened: T } | null>(null)
  const isHeld = held?.state === state
  const hold = (opened: T) => setHeld({ state, opened })
  const listeners = { onInput: () => !isHeld && hold(newest), onReset: () => setHeld(null) }
  return { opened: isHeld ? held.opened : newest, hold, listeners }
}
