import type { Metadata } from 'next'
import { getTranslations } from 'next-intl/server'
import { planOfRequest } from '@/app/ledger-context'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { PlansTable } from '@/components/plans/plans-table'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintLine } from '@/components/ui/print-line'
import { database } from '@/db/client'
import { lastChanges } from '@/db/queries/plans-page'
import { situation } from '@/db/queries/situation'
import { canSetPlan } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('nav'))('plans') }
}

/** The plans side by side, with what can be done with each. */
export default async function PlansPage() {
  const viewer = await requireViewerOf(canSetPlan)
  const t = await getTranslations()
  const { db } = await database()
  const plans = (await planOfRequest())?.plans ?? []
  const asOf = today()
  const { byPlan } = plans.length > 0 ? await situation(db, viewer, { asOf }) : { byPlan: [] }
  const figures = new Map(byPlan.map((row) => [row.plan, row.figures]))
  const changed = await lastChanges(db, viewer)
  const rows = plans.map((plan) => {
    const own = figures.get(plan.number)
    return {
      ...plan,
      total: own?.total ?? 0,
      closed: own?.lights.closed ?? 0,
      overdue: own?.overdue_approved ?? 0,
      changedAt: changed.get(plan.id) ?? plan.importedAt,
    }
  })
  return (
    <>
      <PageHead
        title={t('nav.plans')}
        note={t('plans.note', { count: plans.length })}
        tools={
          <ButtonLink variant="go" href="/plans/import">
            {t('plans.import')}
          </ButtonLink>
        }
      />
      <PrintLine asOf={asOf} />
      {rows.length === 0 ? <p className="note">{t('plans.none')}</p> : <PlansTable plans={rows} />}
    </>
  )
}
