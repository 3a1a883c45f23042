'use client'

import { usePathname } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'

/** `count` is shown beside the label when it is not 0. `covers` are further addresses that belong to the item. */
export type NavItem = { href: string; label: string; count?: number; covers?: readonly string[] }

type MainNavProps = { items: readonly NavItem[]; label: string; className?: string }

export function MainNav({ items, label, className }: MainNavProps) {
  const path = usePathname()
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  return (
    <nav aria-label={label} className={className}>
      {items.map(({ href, label: word, count, covers = [] }) => (
        <AppLink key={href} href={href} aria-current={[href, ...covers].some(isHere) ? 'page' : undefined}>
          {word}
          {count ? <span className="num">{count}</span> : null}
        </AppLink>
      ))}
    </nav>
  )
}
