import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayAsked, RowsPage } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { ButtonLink } from '@/components/ui/button'
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
  const tools = (
    <>
      <ButtonLink href={hrefWith(`/departments/${id}/overview`, {}, { asOf: asked.asOf === today ? undefined : asked.asOf })}>
        {t('overview')}
      </ButtonLink>
      {viewer.departmentId === null && <ButtonLink href="/departments">{t('title')}</ButtonLink>}
    </>
  )
  return <RowsPage context={context} page={page} {...asked} path={`/departments/${id}`} title={page.department.name} tools={tools} />
}
