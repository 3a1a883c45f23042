import { useLocale, useTranslations } from 'next-intl'
import type { ReactNode } from 'react'
import { AppLink } from '@/components/ui/app-link'
import { dayText } from '@/messages/day-text'

type OverdueSentenceProps = {
  total: { approved: number; issued: number; either: number; claimed: number }
  departments: number
  asOf: string
  /** Addresses of the rows behind the figures. */
  links: { approved: string; issued: string; claimed: string }
}

/** The list in a sentence: how many on each basis, whose, and how many of them only wait to be verified. */
export function OverdueSentence({ total, departments, asOf, links }: OverdueSentenceProps) {
  const t = useTranslations('overdue')
  const locale = useLocale()
  if (total.either === 0) return <p className="lead">{t('none', { day: dayText(asOf, locale) })}</p>
  const linked =
    (href: string, className = '') =>
    (figure: ReactNode) => (
      <AppLink className={className} href={href}>
        {figure}
      </AppLink>
    )
  const words = { a: linked(links.approved, 'late'), d: linked(links.approved), i: linked(links.issued), c: linked(links.claimed) }
  return (
    <p className="lead">
      {t.rich('sentence', { approved: total.approved, issued: total.issued, departments, ...words })}
      {total.claimed > 0 && <span className="why">{t.rich('standing', { claimed: total.claimed, ...words })}</span>}
    </p>
  )
}
