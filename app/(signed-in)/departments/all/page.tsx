import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RowsPage } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams, scopeParams } from '@/app/list-query'
import { ButtonLink } from '@/components/ui/button'
import { allTasksPage } from '@/db/queries/department-page'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departments'))('allTitle') }
}

export default async function AllTasksPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const context = await ledgerContext()
  const { viewer, db, today, plans } = context
  const query = readListQuery(await searchParams, today, plans)
  const page = await allTasksPage(db, viewer, query, today)
  if (!page) notFound()
  const t = await getTranslations('departments')
  const tools = <ButtonLink href={hrefWith('/departments', scopeParams(query, today))}>{t('title')}</ButtonLink>
  return <RowsPage context={context} page={page} query={query} path="/departments/all" title={t('allTitle')} tools={tools} />
}
