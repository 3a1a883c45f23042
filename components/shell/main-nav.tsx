'use client'

import { usePathname, useSearchParams } from 'next/navigation'
import { AppLink } from '@/components/ui/app-link'

/**
 * `count` is shown beside the label when it is not 0. `covers` are further addresses that belong to the item. `ofPlan`: its page can be
 * narrowed to one plan, so that a plan once chosen stays chosen; the day does not, the menu leads to today.
 */
export type NavItem = { href: string; label: string; count?: number; covers?: readonly string[]; ofPlan?: boolean }

type MainNavProps = { items: readonly NavItem[]; label: string; className?: string }

export function MainNav({ items, label, className }: MainNavProps) {
  const path = usePathname()
  const plan = useSearchParams().get('plan')
  const isHere = (href: string) => path === href || (href !== '/' && path.startsWith(`${href}/`))
  return (
    <nav aria-label={label} className={className}>
      {items.map(({ href, label: word, count, covers = [], ofPlan = false }) => (
        <AppLink
          key={href}
          href={plan && ofPlan ? `${href}?${new URLSearchParams({ plan })}` : href}
          aria-current={[href, ...covers].some(isHere) ? 'page' : undefined}
        >
          {word}
          {count ? <span className="num">{count}</span> : null}
        </AppLink>
      ))}
    </nav>
  )
}
