import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { changeSettings } from '@/app/(signed-in)/settings/actions'
import { planOfRequest } from '@/app/ledger-context'
import { requireViewerOf } from '@/auth/require-viewer'
import { SettingsForm } from '@/components/settings/settings-form'
import { SettingsHistory } from '@/components/settings/settings-history'
import { PageHead } from '@/components/ui/page-head'
import { database } from '@/db/client'
import { planChanges } from '@/db/queries/plan-changes'
import { usualNoticeMark } from '@/domain/notices'
import { canSetPlan } from '@/domain/permissions'
import { firstReportingDay } from '@/domain/reporting-periods'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('settings'))('title') }
}

export default async function SettingsPage() {
  const viewer = await requireViewerOf(canSetPlan)
  const current = await planOfRequest()
  if (!current) notFound()
  const { plan } = current
  const changes = await planChanges((await database()).db, viewer, plan.id)
  const t = await getTranslations('settings')
  return (
    <>
      <PageHead title={t('title')} note={plan.title} />
      <p className="note">{t('note')}</p>
      <SettingsForm
        action={changeSettings}
        settings={plan}
        version={plan.version}
        usual={{ reportingFrom: firstReportingDay(plan.openedOn), noticeMark: usualNoticeMark(plan.issuer), officeName: plan.issuer }}
      />
      <SettingsHistory changes={changes} />
    </>
  )
}
