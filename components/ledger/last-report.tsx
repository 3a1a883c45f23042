import { useLocale, useTranslations } from 'next-intl'
import type { LedgerRow } from '@/components/ledger/ledger-row'
import { ExpandableText } from '@/components/ui/expandable-text'
import { dayText } from '@/messages/day-text'

type Reported = Pick<LedgerRow, 'state' | 'closedOn' | 'lastReport' | 'lastReportOn'>

/** What was last heard: that it is closed, or the last report's text with its day, and whether "no change" was said since. */
export function LastReport({ row }: { row: Reported }) {
  const t = useTranslations()
  const locale = useLocale()
  if (row.state === 'closed' && row.closedOn)
    return <span className="muted">{t('ledger.closedOn', { day: dayText(row.closedOn, locale) })}</span>
  if (!row.lastReportOn) return <span className="muted">{t('terms.never')}</span>
  const { lastReport, lastReportOn } = row
  return (
    <>
      {lastReport && <ExpandableText text={`${dayText(lastReport.on, locale)} ${lastReport.done}`} fits={46} />}
      {lastReport?.on !== lastReportOn && <span className="x muted">{t('ledger.noChangeOn', { day: dayText(lastReportOn, locale) })}</span>}
    </>
  )
}
