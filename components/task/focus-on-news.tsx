'use client'

import { type ReactNode, useEffect, useRef } from 'react'

/** Goes to what it holds when that changes while the page stands: after a form was carried out, whichever it was and wherever it stood. */
export function FocusOnNews({ token, children }: { token: number; children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  const last = useRef(token)
  useEffect(() => {
    if (last.current === token) return
    last.current = token
    box.current?.focus()
  }, [token])
  return (
    <div ref={box} tabIndex={-1} className="news">
      {children}
    </div>
  )
}
