import type { Metadata } from 'next'
import { getLocale, getTranslations } from 'next-intl/server'
import { assembleSummary } from '@/app/(signed-in)/(documents)/summaries/actions'
import { ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { AssembleForm } from '@/components/summaries/assemble-form'
import { SummariesTable } from '@/components/summaries/summaries-table'
import { Notice } from '@/components/ui/notice'
import { PageHead } from '@/components/ui/page-head'
import { Section } from '@/components/ui/section'
import { planName } from '@/db/queries/current-plan'
import { departmentsInSight } from '@/db/queries/departments'
import { summariesInSight } from '@/db/queries/summaries'
import { canWriteSummary } from '@/domain/permissions'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('summaries'))('title') }
}

/** The work summaries that one may read, and the form that assembles another. */
export default async function SummariesPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db, plans, today } = await ledgerContext()
  const entries = await summariesInSight(db, viewer)
  const writes = canWriteSummary(viewer, viewer.departmentId)
  const leads = writes ? (await departmentsInSight(db, viewer, { asOf: today })).filter((department) => department.leads) : []
  const own = leads.filter(({ id }) => viewer.departmentId === null || id === viewer.departmentId)
  const t = await getTranslations('summaries')
  return (
    <>
      <PageHead title={t('title')} note={t('note')} />
      {(await searchParams).discarded !== undefined && <Notice>{t('discarded')}</Notice>}
      {writes && (viewer.departmentId === null || own.length > 0) && (
        <Section title={t('assembleTitle')} note={t('assembleNote')} className="noprint">
          <AssembleForm
            action={assembleSummary}
            plans={plans.map((plan) => ({ value: String(plan.number), label: planName(plan) }))}
            departments={own.map(({ id, name }) => ({ value: id, label: name }))}
            wholePlan={viewer.departmentId === null}
            today={today}
          />
        </Section>
      )}
      <Section title={t('listTitle')} note={t('count', { count: entries.length })}>
        <SummariesTable entries={entries} locale={await getLocale()} />
      </Section>
    </>
  )
}
