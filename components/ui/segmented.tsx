import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'

export type Segment = { href: string; label: ReactNode; current: boolean }

/** Views of the same matter, one of which is shown; each is a link. */
export function Segmented({ label, items }: { label: string; items: readonly Segment[] }) {
  return (
    // biome-ignore lint/a11y/useSemanticElements: these are links, not form controls
    <span className="seg" role="group" aria-label={label}>
      {items.map((item) => (
        <AppLink key={item.href} href={item.href} aria-current={item.current ? 'true' : undefined}>
          {item.label}
        </AppLink>
      ))}
    </span>
  )
}
