'use client'

import { useEffect } from 'react'

/** `j` and `k` move the focus to the next and the previous row's number, which Enter opens. One listener for the whole table. */
export function RowKeys() {
  useEffect(() => {
    document.addEventListener('keydown', moveOnKey)
    return () => document.removeEventListener('keydown', moveOnKey)
  }, [])
  return null
}

function moveOnKey(event: KeyboardEvent) {
  const step = event.key === 'j' ? 1 : event.key === 'k' ? -1 : 0
  if (step === 0 || event.ctrlKey || event.metaKey || event.altKey) return
  if (event.target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(event.target.tagName)) return
  const links = [...document.querySelectorAll<HTMLElement>('tr.row .c-no a')]
  const row = document.activeElement?.closest('tr.row')
  const here = links.findIndex((link) => row?.contains(link))
  const next = links[here === -1 ? 0 : Math.min(Math.max(here + step, 0), links.length - 1)]
  event.preventDefault()
  next?.focus()
  next?.scrollIntoView({ block: 'nearest' })
}
