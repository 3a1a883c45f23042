import { getLocale, getTranslations } from 'next-intl/server'
import type { LedgerContext } from '@/app/ledger-context'
import { hrefWith } from '@/app/list-query'
import { linked } from '@/components/ledger/ledger-link'
import { periodName } from '@/components/reporting/period-name'
import { AppLink } from '@/components/ui/app-link'
import { type Plan, planName } from '@/db/queries/current-plan'
import { reportDue } from '@/db/queries/reporting'
import { isPastDue } from '@/domain/reporting-periods'
import { dayText } from '@/messages/day-text'

type ReportDueProps = Pick<LedgerContext, 'viewer' | 'db' | 'plans' | 'today'> & { departmentId: string }

/** Until when the department should report of each plan, and how much is missing; nothing without a rhythm or where nothing is owed. */
export function ReportDue({ plans, ...rest }: ReportDueProps) {
  return plans.map((plan) => <OfPlan key={plan.number} plan={plan} named={plans.length > 1} {...rest} />)
}

async function OfPlan({ viewer, db, plan, named, today, departmentId }: Omit<ReportDueProps, 'plans'> & { plan: Plan; named: boolean }) {
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
      {named && t('ofPlan', { plan: planName(plan) })}
      {t(isLate ? 'ownLate' : 'own', words)}
      {missing === 0
        ? t('ownDone', { owed })
        : t.rich('ownMissing', {
            missing,
            page,
            a: linked(
              missing,
              hrefWith('/ledger', { ...(named ? { plan: String(plan.number) } : {}), lead: departmentId, silentSince: period.from }),
            ),
          })}
    </p>
  )
}
