import { type Locale, useLocale, useTranslations } from 'next-intl'
import { dueOnOf, type LedgerRow } from '@/components/ledger/ledger-row'
import { type Day, daysBetween } from '@/domain/calendar'
import type { Basis } from '@/domain/words'
import { dayText } from '@/messages/day-text'

type Due = Pick<LedgerRow, 'deadline' | 'state' | 'light' | 'daysLate' | 'completedOn' | 'extensions' | 'extensionSeq'>

/** The deadline as issued, until when it was extended, and how many days are left or late on the basis. */
export function DeadlineCell({ row, basis, asOf }: { row: Due; basis: Basis; asOf: Day }) {
  const t = useTranslations('ledger')
  const locale = useLocale()
  const { issuedDueOn, approvedDueOn } = row.deadline
  return (
    <>
      <IssuedDeadline deadline={row.deadline} />
      {approvedDueOn !== null && approvedDueOn !== issuedDueOn && (
        <span className="x">{t('extendedTimes', { count: row.extensions, day: dayText(approvedDueOn, locale) })}</span>
      )}
      {row.extensionSeq !== null && <span className="x soft">{t('extensionAsked')}</span>}
      <DaysLeft row={row} basis={basis} asOf={asOf} />
    </>
  )
}

/** The deadline in the words of the issued table; in English as a date. */
export function IssuedDeadline({ deadline }: { deadline: LedgerRow['deadline'] }) {
  const t = useTranslations('precision')
  const locale = useLocale()
  // a task that became long-term later keeps what was issued
  if (locale === 'zh-CN' || (deadline.issuedDueOn === null && deadline.precision !== 'none')) return <>{deadline.issued}</>
  return <>{deadline.issuedDueOn === null ? t('none') : dueText(deadline.issuedDueOn, deadline.precision, locale)}</>
}

const dueText = (day: Day, precision: LedgerRow['deadline']['precision'], locale: Locale): string =>
  dayText(day, locale, precision === 'month' ? 'month' : 'full')

function DaysLeft({ row, basis, asOf }: { row: Due; basis: Basis; asOf: Day }) {
  const t = useTranslations()
  const dueOn = dueOnOf(row, basis)
  const late = row.daysLate[basis]
  if (dueOn === null || row.state === 'withdrawn') return null
  if (row.state === 'closed') {
    const count = row.completedOn === null ? 0 : daysBetween(dueOn, row.completedOn)
    return <span className="x muted">{count > 0 ? t('ledger.closedLate', { count }) : t('ledger.closedOnTime')}</span>
  }
  if (late === 0 && row.state === 'claimed') return null
  if (late === 0) return <span className="x muted">{t('common.daysLeft', { count: daysBetween(asOf, dueOn) })}</span>
  return (
    // red text only repeats a red light, which is by the approved deadline
    <span className={row.light === 'overdue' ? 'x late' : 'x soft'}>
      {t('common.daysLate', { count: late })}
      {row.state === 'claimed' && <span className="muted"> {t('ledger.clockStopped')}</span>}
    </span>
  )
}
