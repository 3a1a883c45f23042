'use client'

import { usePathname } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'

/** `count` is shown beside the label when it is not 0. `current` is found from the address unless given. */
export type NavItem = { href: string; label: string; count?: number; current?: boolean }

export function MainNav({ items, label }: { items: readonly NavItem[]; label: string }) {
  const path = usePathname()
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  return (
    <nav aria-label={label}>
      {items.map(({ href, label: word, count, current }) => (
        <AppLink key={href} href={href} aria-current={(current ?? isHere(href)) ? 'page' : undefined}>
          {word}
          {count ? <span className="num">{count}</span> : null}
        </AppLink>
      ))}
    </nav>
  )
}
