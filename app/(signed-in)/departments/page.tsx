import type { Metadata } from 'next'
import { notFound } from 'next/navigation'
import { getTranslations } from 'next-intl/server'
import { ledgerContext } from '@/app/ledger-context'
import { hrefWith, readListQuery, type SearchParams } from '@/app/list-query'
import { pageScope } from '@/app/page-scope'
import { DepartmentsTable } from '@/components/department/departments-table'
import { MeasuresTable } from '@/components/department/measures-table'
import { ScopeRefused } from '@/components/ledger/scope-refused'
import { AsOfPicker } from '@/components/ui/as-of-picker'
import { ButtonLink } from '@/components/ui/button'
import { PageHead } from '@/components/ui/page-head'
import { PrintButton } from '@/components/ui/print-button'
import { PrintLine } from '@/components/ui/print-line'
import { Section } from '@/components/ui/section'
import { planName } from '@/db/queries/current-plan'
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
  const context = await ledgerContext()
  const { viewer, db, plan, plans, today } = context
  if (viewer.departmentId !== null) notFound()
  const query = readListQuery(await searchParams, today, plans)
  const { asOf, knownOn } = query
  const { scope, kept, chosen, planTitle } = await pageScope(context, query)
  const t = await getTranslations()
  const { byLead, onlyCooperating, all } = await situation(db, viewer, query)
  const counted = new Map([...byLead, ...onlyCooperating.map((row) => ({ ...row, figures: null }))].map((row) => [row.departmentId, row]))
  const rows = (await departmentsInSight(db, viewer, query)).flatMap(({ id }) => counted.get(id) ?? [])
  // reports go by a plan's rhythm: where the page speaks of several plans, those of the first one are counted, and it says so
  const reportsOf = chosen ?? plan
  const reports = await reporting(db, viewer, reportsOf, { ...query, plan: reportsOf.number })
  const silent = new Map(reports.rows.map(({ departmentId, owed, reported }) => [departmentId, owed - reported]))
  const notices = await noticeCounts(db, viewer, query)
  const measured = rows.map((row) => ({
    ...row,
    silent: silent.get(row.departmentId) ?? 0,
    notices: notices.get(row.departmentId)?.open ?? 0,
  }))
  const sideBySideNote = [t('overview.sideBySideNote'), t('overview.silentOfPlan', { plan: planName(plan) })].join(
    t('common.alsoSeparator'),
  )
  const sum = (counts: readonly number[]): number => counts.reduce((total, count) => total + count, 0)
  return (
    <>
      <PageHead
        title={t('departments.title')}
        note={planTitle}
        tools={
          <>
            <AsOfPicker asOf={asOf} today={today} path={PATH} scope={scope} compare={{}} />
            <ButtonLink href={hrefWith(`${PATH}/all`, kept)}>{t('departments.allTasks', { count: all.total })}</ButtonLink>
            <PrintButton />
          </>
        }
      />
      <ScopeRefused query={query} today={today} />
      <PrintLine asOf={asOf} knownOn={knownOn} />
      <DepartmentsTable
        rows={rows}
        all={all}
        pageOf={(id) => hrefWith(`${PATH}/${id}`, kept)}
        listOf={(changes) => hrefWith('/ledger', kept, changes)}
      />
      <p className="note">{t('departments.participatingNote')}</p>
      <Section
        className="mt-6"
        title={t('overview.sideBySide')}
        note={chosen ? t('overview.sideBySideNote') : sideBySideNote}
        id="measures"
      >
        <MeasuresTable
          rows={measured}
          all={{ figures: all, silent: sum([...silent.values()]), notices: sum([...notices.values()].map(({ open }) => open)) }}
          overviewOf={(id) => hrefWith(`${PATH}/${id}/overview`, kept)}
          to={(changes) => hrefWith('/ledger', kept, changes)}
          silent={chosen ? { silentSince: reports.since } : { silentSince: reports.since, plan: String(plan.number) }}
          overdueHref={(basis, lead) => hrefWith('/overdue', kept, { lead, only: basis })}
          noticesHref={(department) =>
            asOf < today || query.plan !== undefined ? undefined : hrefWith('/notices', {}, { department, state: 'open' })
          }
        />
      </Section>
    </>
  )
}
