import { useLocale, useTranslations } from 'next-intl'
import { dayText } from '@/messages/day-text'

type OverdueSentenceProps = {
  total: { approved: number; issued: number; either: number; claimed: number }
  departments: number
  asOf: string
}

/** The list in a sentence: how many on each basis, whose, and how many of them only wait to be verified. */
export function OverdueSentence({ total, departments, asOf }: OverdueSentenceProps) {
  const t = useTranslations('overdue')
  const locale = useLocale()
  const number = {
    b: (chunks: React.ReactNode) => <b className="late">{chunks}</b>,
    n: (chunks: React.ReactNode) => <b className="num">{chunks}</b>,
  }
  if (total.either === 0) return <p className="lead">{t('none', { day: dayText(asOf, locale) })}</p>
  return (
    <p className="lead">
      {t.rich('sentence', { approved: total.approved, issued: total.issued, departments, ...number })}
      {total.claimed > 0 && <span className="why">{t('standing', { claimed: total.claimed })}</span>}
    </p>
  )
}
