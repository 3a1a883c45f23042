import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'

/** The ledger's address with these parameters changed; what the page speaks of (as-of day, basis) is kept. */
export type To = (changes: Record<string, string | number | undefined>) => string

/** A number that leads to the rows behind it; nothing to see behind 0. */
export function Count({ count, href, className }: { count: number; href: string; className?: string }) {
  return count === 0 ? (
    <span className="zero">0</span>
  ) : (
    <AppLink href={href} className={className}>
      {count}
    </AppLink>
  )
}

/** The same inside a sentence, as a tag of its message. */
export const linked =
  (count: number, href: string, className?: string) =>
  (text: ReactNode): ReactNode =>
    count === 0 ? (
      <b>{text}</b>
    ) : (
      <AppLink href={href} className={className}>
        {text}
      </AppLink>
    )
