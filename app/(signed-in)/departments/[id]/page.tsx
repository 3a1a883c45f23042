import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { RowsPage } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams, scopeParams } from '@/app/list-query'
import { ButtonLink } from '@/components/ui/button'
import { canFillSheet } from '@/db/commands/apply-sheet'
import { departmentPage } from '@/db/queries/department-page'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departments'))('pageTitle') }
}

export default async function OneDepartmentPage({ params, searchParams }: Props) {
  const context = await ledgerContext()
  const { viewer, db, today, plans } = context
  const { id } = await params
  const query = readListQuery(await searchParams, today, plans)
  const page = await departmentPage(db, viewer, id, query, today)
  if (!page?.department) notFound()
  const t = await getTranslations('departments')
  const kept = scopeParams(query, today)
  const tools = (
    <>
      <ButtonLink href={hrefWith(`/departments/${id}/overview`, kept)}>{t('overview')}</ButtonLink>
      {canFillSheet(viewer, id) && <ButtonLink href={`/departments/${id}/sheet`}>{t('sheet')}</ButtonLink>}
      {viewer.departmentId === null && <ButtonLink href={hrefWith('/departments', kept)}>{t('title')}</ButtonLink>}
    </>
  )
  return <RowsPage context={context} page={page} query={query} path={`/departments/${id}`} title={page.department.name} tools={tools} />
}
