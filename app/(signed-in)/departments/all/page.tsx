import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayAsked, RowsPage } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { AppLink } from '@/components/ui/app-link'
import { allTasksPage } from '@/db/queries/department-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departments'))('allTitle') }
}

export default async function AllTasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, today } = context
  const asked = await dayAsked(searchParams, today)
  const page = await allTasksPage(db, viewer, asked.asOf, today)
  if (!page) notFound()
  const t = await getTranslations('departments')
  const tools = (
    <AppLink className="btn" href="/departments">
      {t('title')}
    </AppLink>
  )
  return <RowsPage context={context} page={page} {...asked} path="/departments/all" title={t('allTitle')} tools={tools} />
}
