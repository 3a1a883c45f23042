import { useTranslations } from 'next-intl'
import { AppLink } from '@/components/ui/app-link'

type PaginationProps = { page: number; pageSize: number; total: number; href: (page: number) => string }

/** Which rows are shown, and the way to the others; nothing if all are. Pages count from 1. */
export function Pagination({ page, pageSize, total, href }: PaginationProps) {
  const t = useTranslations('common')
  const pages = Math.ceil(total / pageSize)
  if (pages <= 1) return null
  const from = (page - 1) * pageSize + 1
  return (
    <nav className="pages noprint" aria-label={t('pagination')}>
      {page > 1 && (
        <AppLink href={href(page - 1)} rel="prev">
          {t('previous')}
        </AppLink>
      )}
      {nearby(page, pages).map((number, index, list) => (
        <span key={number}>
          {index > 0 && number - (list[index - 1] ?? 0) > 1 && <span className="muted">… </span>}
          {number === page ? <span aria-current="page">{number}</span> : <AppLink href={href(number)}>{number}</AppLink>}
        </span>
      ))}
      {page < pages && (
        <AppLink href={href(page + 1)} rel="next">
          {t('next')}
        </AppLink>
      )}
      <span className="muted small">{t('rowsOf', { from, to: Math.min(page * pageSize, total), total })}</span>
    </nav>
  )
}

/** First, last, and two to either side. */
function nearby(page: number, pages: number): number[] {
  const wanted = [1, page - 2, page - 1, page, page + 1, page + 2, pages]
  return [...new Set(wanted)].filter((number) => number >= 1 && number <= pages).sort((a, b) => a - b)
}
