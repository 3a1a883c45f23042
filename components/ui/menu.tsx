'use client'

import { type KeyboardEvent, type MouseEvent, type ReactNode, useEffect, useRef } from 'react'

/** A button that opens a small panel. Works without JavaScript; with it, Escape, a click elsewhere and a followed link close it. */
export function Menu({ label, children, className = '' }: { label: ReactNode; children: ReactNode; className?: string }) {
  const menu = useRef<HTMLDetailsElement>(null)
  const close = () => menu.current?.removeAttribute('open')

  useEffect(() => {
    const onPointerDown = (event: PointerEvent) => {
      if (!menu.current?.contains(event.target as Node)) close()
    }
    document.addEventListener('pointerdown', onPointerDown)
    return () => document.removeEventListener('pointerdown', onPointerDown)
  })

  const onKeyDown = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || !menu.current?.open) return
    close()
    menu.current.querySelector('summary')?.focus()
  }
  const onClick = (event: MouseEvent) => {
    if ((event.target as Element).closest('a')) close()
  }
  return (
    <details className={`pick ${className}`.trim()} ref={menu} onKeyDown={onKeyDown} onClick={onClick}>
      <summary>{label}</summary>
      <div>{children}</div>
    </details>
  )
}
