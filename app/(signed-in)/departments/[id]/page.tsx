import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayAsked, RowsPage } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import type { SearchParams } from '@/app/list-query'
import { AppLink } from '@/components/ui/app-link'
import { departmentPage } from '@/db/queries/department-page'

type Props = { params: Promise<{ id: string }>; searchParams: Promise<SearchParams> }

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departments'))('pageTitle') }
}

export default async function OneDepartmentPage({ params, searchParams }: Props) {
  const context = await ledgerContext()
  const { viewer, db, today } = context
  const { id } = await params
  const asked = await dayAsked(searchParams, today)
  const page = await departmentPage(db, viewer, id, asked.asOf, today)
  if (!page?.department) notFound()
  const t = await getTranslations('departments')
  const tools =
    viewer.departmentId === null ? (
      <AppLink className="btn" href="/departments">
        {t('title')}
      </AppLink>
    ) : null
  return <RowsPage context={context} page={page} {...asked} path={`/departments/${id}`} title={page.department.name} tools={tools} />
}
