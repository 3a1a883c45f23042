import { getLocale, getTranslations } from 'next-intl/server'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith } from '@/app/list-query'
import { linked } from '@/components/ledger/ledger-link'
import { periodName } from '@/components/reporting/period-name'
import { AppLink } from '@/components/ui/app-link'
import { reportDue } from '@/db/queries/reporting'
import { isPastDue } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'

type ReportDueProps = Pick<LedgerContext, 'viewer' | 'db' | 'plan' | 'today'> & { departmentId: string }

/** Until when the department should report, and how much is missing; nothing without a rhythm or where nothing is owed. */
export async function ReportDue({ viewer, db, plan, today, departmentId }: ReportDueProps) {
  const due = await reportDue(db, viewer, plan, departmentId, today)
  if (!due || due.owed === 0) return null
  const { period, owed, missing } = due
  const t = await getTranslations('reporting')
  const locale = await getLocale()
  const { rhythm, ...name } = periodName(period, locale)
  const words = { period: t(`period.${rhythm}`, name), day: dayText(period.dueOn, locale) }
  const page = (text: React.ReactNode) => <AppLink href={`/departments/${departmentId}`}>{text}</AppLink>
  const isLate = isPastDue(period, today)
  return (
    <p className={isLate && missing > 0 ? 'reportdue is-late' : 'reportdue'}>
      {t(isLate ? 'ownLate' : 'own', words)}
      {missing === 0
        ? t('ownDone', { owed })
        : t.rich('ownMissing', {
            missing,
            page,
            a: linked(missing, hrefWith('/ledger', { lead: departmentId, silentSince: period.from })),
          })}
    </p>
  )
}
