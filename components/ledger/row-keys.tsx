'use client'

import { useEffect } from 'react'

/** `j` and `k` move the focus to the next and the previous row's number, which Enter opens; `x` selects the row. One listener for all. */
export function RowKeys() {
  useEffect(() => {
    document.addEventListener('keydown', moveOnKey)
    return () => document.removeEventListener('keydown', moveOnKey)
  }, [])
  return null
}

function moveOnKey(event: KeyboardEvent) {
  if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
  if (event.key === 'x') return document.activeElement?.closest('tr')?.querySelector<HTMLInputElement>('input[data-row]')?.click()
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  if (step === 0) return
  const links = [...document.querySelectorAll<HTMLElement>('tr.row .c-no a')]
  const row = document.activeElement?.closest('tr.row')
  const here = links.findIndex((link) => row?.contains(link))
  const next = links[here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1)]
  event.preventDefault()
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}

// the box that selects a row takes no letters
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName) && !('row' in target.dataset)
}
