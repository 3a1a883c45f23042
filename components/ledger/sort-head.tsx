import { useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import type { To } from '@/components/ledger/ledger-link'
import { AppLink } from '@/components/ui/app-link'

export type Sorted = { by: string; descending: boolean }
type SortHeadProps = { name: string; by?: string; className: string; sorted: Sorted; to: To; children?: ReactNode }

/** A column's head; with `by` a link that sorts by it, and the other way round when it already is. Number, ascending, is the default. */
export function SortHead({ name, by, className, sorted, to, children = name }: SortHeadProps) {
  const t = useTranslations('ledger')
  const isSorted = by === sorted.by
  const direction = sorted.descending ? 'descending' : 'ascending'
  return (
    <th scope="col" role="columnheader" className={className} aria-sort={isSorted ? direction : undefined}>
      {by ? (
        <AppLink
          href={to({ sort: by === 'number' ? undefined : by, dir: isSorted && !sorted.descending ? 'desc' : undefined })}
          title={t('sortUp', { column: name })}
        >
          {children}
        </AppLink>
      ) : (
        children
      )}
    </th>
  )
}
