import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeSettings } from '@/app/(signed-in)/settings/actions'
import { planOfRequest } from '@/app/ledger-context'
import { readListQuery, type SearchParams } from '@/app/list-query'
import { requireViewerOf } from '@/auth/require-viewer'
import { today } from '@/clock'
import { PlanSwitch } from '@/components/ledger/plan-choice'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsHistory } from '@/components/settings/settings-history'
import { PageHead } from '@/components/ui/page-head'
import { database } from '@/db/client'
import { planName } from '@/db/queries/current-plan'
import { planChanges } from '@/db/queries/plan-changes'
import { usualNoticeMark } from '@/domain/notices'
import { canSetPlan } from '@/domain/permissions'
import { firstReportingDay } from '@/domain/reporting-periods'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

/** A plan's settings: of the first, or of the one that is asked for (`?plan=2`). */
export default async function SettingsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const viewer = await requireViewerOf(canSetPlan)
  const current = await planOfRequest()
  if (!current) notFound()
  const { plans } = current
  const { plan: number = plans[0]?.number, planRefused } = readListQuery(await searchParams, today(), plans)
  const plan = plans.find((one) => one.number === number)
  if (!plan || planRefused !== null) notFound()
  const changes = await planChanges((await database()).db, viewer, plan.id)
  const t = await getTranslations('settings')
  return (
    <>
      <PageHead
        title={t('title')}
        note={plan.title}
        tools={
          <PlanSwitch action="/settings" plans={plans.map((one) => ({ number: one.number, name: planName(one) }))} plan={plan.number} />
        }
      />
      <p className="note">{t('note')}</p>
      <SettingsForm
        key={plan.number}
        action={changeSettings}
        plan={plan.number}
        settings={plan}
        version={plan.version}
        usual={{ reportingFrom: firstReportingDay(plan.openedOn), noticeMark: usualNoticeMark(plan.issuer), officeName: plan.issuer }}
      />
      <SettingsHistory changes={changes} />
    </>
  )
}
