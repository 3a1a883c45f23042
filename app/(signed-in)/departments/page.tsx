import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { dayAsked } from '@/app/(signed-in)/departments/rows-page'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, type SearchParams } from '@/app/list-query'
import { DepartmentsTable } from '@/components/department/departments-table'
import { MeasuresTable } from '@/components/department/measures-table'
import { AsOfRefused } from '@/components/ledger/as-of-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { departmentsInSight } from '@/db/queries/departments'
import { noticeCounts } from '@/db/queries/notice-counts'
import { reporting } from '@/db/queries/reporting'
import { situation } from '@/db/queries/situation'

const PATH = '/departments'

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations('departments'))('title') }
}

/** All departments in their official order, for those who see every department. */
export default async function DepartmentsPage({ searchParams }: { searchParams: Promise<SearchParams> }) {
  const { viewer, db, plan, today } = await ledgerContext()
  if (viewer.departmentId !== null) notFound()
  const { asOf, asOfRefused } = await dayAsked(searchParams, today)
  const t = await getTranslations()
  const { byLead, onlyCooperating, all } = await situation(db, viewer, { asOf })
  const counted = new Map([...byLead, ...onlyCooperating.map((row) => ({ ...row, figures: null }))].map((row) => [row.departmentId, row]))
  const rows = (await departmentsInSight(db, viewer)).flatMap(({ id }) => counted.get(id) ?? [])
  const day = asOf === today ? undefined : asOf
  const reports = await reporting(db, viewer, plan, asOf)
  const silent = new Map(reports.rows.map(({ departmentId, owed, reported }) => [departmentId, owed - reported]))
  const notices = await noticeCounts(db, viewer, asOf)
  const measured = rows.map((row) => ({
    ...row,
    silent: silent.get(row.departmentId) ?? 0,
    notices: notices.get(row.departmentId)?.open ?? 0,
  }))
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  return (
    <>
      <PageHead
        title={t('departments.title')}
        note={plan.title}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={PATH} />
            <ButtonLink href={hrefWith(`${PATH}/all`, {}, { asOf: day })}>{t('departments.allTasks', { count: all.total })}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      {asOfRefused !== null && <AsOfRefused asked={asOfRefused} today={today} />}
      <PrintLine asOf={asOf}>{plan.title}</PrintLine>
      <DepartmentsTable
        rows={rows}
        all={all}
        pageOf={(id) => hrefWith(`${PATH}/${id}`, {}, { asOf: day })}
        listOf={(changes) => hrefWith('/ledger', {}, { ...changes, asOf: day })}
      />
      <p className="note">{t('departments.participatingNote')}</p>
      <Section className="mt-6" title={t('overview.sideBySide')} note={t('overview.sideBySideNote')} id="measures">
        <MeasuresTable
          rows={measured}
          all={{ figures: all, silent: sum([...silent.values()]), notices: sum([...notices.values()].map(({ open }) => open)) }}
          overviewOf={(id) => hrefWith(`${PATH}/${id}/overview`, {}, { asOf: day })}
          to={(changes) => hrefWith('/ledger', {}, { ...changes, asOf: day })}
          silentSince={reports.since}
          overdueHref={(basis, lead) => hrefWith('/overdue', {}, { lead, only: basis, asOf: day })}
          noticesHref={(department) => (day ? undefined : hrefWith('/notices', {}, { department, state: 'open' }))}
        />
      </Section>
    </>
  )
}
